import type { Budget } from "./evaluation/compiler.ts";
import { readExtended } from "./grammar/bounds.ts";
import { readConditions } from "./grammar/conditions.ts";
import { readingIn } from "./grammar/grammar.ts";
import type { Relation } from "./judgement/compare.ts";
import { RELATIONS } from "./judgement/compare.ts";
import type { Judgement } from "./judgement/judge.ts";
import { judge } from "./judgement/judge.ts";
import type { Condition } from "./meaning/expression.ts";
import type { Scope } from "./meaning/scope.ts";
import { Refusal } from "./refusal.ts";
import type { RelationPiece } from "./statements/relations.ts";
import { canonicalRelation } from "./statements/relations.ts";
import type { Pieces } from "./tex/pieces.ts";
import { halfUnitOf } from "./tex/precision.ts";

/** One link, as it stands in its chain. */
export interface Link {
  readonly left: Pieces;
  readonly right: Pieces;
  readonly relation: RelationPiece;
  readonly conditions: readonly Pieces[];
}

const readRelation = (piece: RelationPiece): Relation => {
  const text = canonicalRelation(piece) === ":=" ? "=" : canonicalRelation(piece);
  if (text === "!=")
    throw new Refusal("an equation to be solved: solving is not supported yet", piece.offset);
  const relation = RELATIONS.find((known) => known === text);
  if (!relation) throw new Refusal(`unsupported relation ${text}`, piece.offset);
  return relation;
};

/** Reads both sides of a link and judges it. Raises a Refusal for what cannot be read. */
export const judgeLink = (link: Link, scope: Scope, seed: number, budget: Budget): Judgement => {
  const relation = readRelation(link.relation);
  const units = [link.left, link.right].map(halfUnitOf).filter((unit) => unit !== undefined);
  if (relation === "\\approx" && units.length === 0)
    throw new Refusal("≈ needs a printed number on one side", link.relation.offset);
  const reading = readingIn(scope);
  const conditions = link.conditions.flatMap((pieces): readonly Condition[] =>
    readConditions(pieces, reading),
  );
  const [left, right] = [link.left, link.right].map((side) => {
    if (side.length === 0) throw new Refusal("a relation without a side", link.relation.offset);
    return readExtended(side, reading);
  });
  if (!left || !right) throw new Error("a link has two sides");
  return judge({ left, right, relation, conditions, halfUnit: Math.max(...units) }, seed, budget);
};
