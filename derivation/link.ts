import { differentiated, withConstant } from "./antiderivative.ts";
import { readConditions } from "./grammar/conditions.ts";
import { readingIn } from "./grammar/grammar.ts";
import { shapeAt } from "./grammar/linear.ts";
import type { Relation } from "./judgement/compare.ts";
import { RELATIONS } from "./judgement/compare.ts";
import type { Judgement } from "./judgement/judge.ts";
import { judge } from "./judgement/judge.ts";
import type { Claim, Equation } from "./judgement/trial.ts";
import type { Workbench } from "./judgement/workbench.ts";
import type { Condition, Expression } from "./meaning/expression.ts";
import type { Scope } from "./meaning/scope.ts";
import { describeShape, isScalar, sameShape } from "./meaning/shape.ts";
import { halfUnitOfFactor, perUnit } from "./per-unit.ts";
import { Refusal } from "./refusal.ts";
import type { ReadSide } from "./sides.ts";
import { readFixed, readSides } from "./sides.ts";
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
  /** Equations and inequalities from which the link is said to follow. */
  readonly assumptions: readonly Link[];
}

const readRelation = (piece: RelationPiece): Relation => {
  const canonical = canonicalRelation(piece);
  const text = [":=", "!="].includes(canonical) ? "=" : canonical;
  const relation = RELATIONS.find((known) => known === text);
  if (!relation) throw new Refusal(`unsupported relation ${text}`, piece.offset);
  return relation;
};

/** Both sides must be numbers, or vectors or matrices of one shape, of which only equality is claimed. */
const checkShapes = (left: Expression, right: Expression, relation: Relation, offset: number): void => {
  const [first, second] = [shapeAt(left, offset), shapeAt(right, offset)];
  if (!sameShape(first, second))
    throw new Refusal(
      `the left side is ${describeShape(first)}, the right side ${describeShape(second)}`,
      offset,
    );
  if (!isScalar(first) && relation !== "=")
    throw new Refusal("vectors and matrices are compared by = only", offset);
};

const isOrder = (relation: Relation): relation is "<" | ">" | "\\le" | "\\ge" | "\\ne" =>
  ["<", ">", "\\le", "\\ge", "\\ne"].includes(relation);

/** What a link follows from: inequalities restrict the points, equations are solved. */
const readAssumptions = (
  links: readonly Link[],
  read: ReadSide,
  scope: Scope,
): Pick<Claim, "conditions" | "equations"> => {
  const [conditions, equations]: [Condition[], Equation[]] = [[], []];
  for (const link of links) {
    const relation = readRelation(link.relation);
    const [left, right] = readSides(link, read, scope);
    checkShapes(left, right, relation, link.relation.offset);
    if (isOrder(relation)) conditions.push({ left, relation, right });
    else if (relation === "=" && isScalar(shapeAt(left, link.relation.offset)))
      equations.push({ left, right });
    else throw new Refusal("a premise that cannot be solved", link.relation.offset);
  }
  return { conditions, equations };
};

/** Reads both sides of a link and judges it. Raises a Refusal for what cannot be read. */
export const judgeLink = (link: Link, scope: Scope, bench: Workbench): Judgement => {
  const relation = readRelation(link.relation);
  const units = [link.left, link.right].map(halfUnitOf).filter((unit) => unit !== undefined);
  const factor = relation === "\\approx" && units.length === 0 ? halfUnitOfFactor(link.right) : undefined;
  if (relation === "\\approx" && units.length === 0 && factor === undefined)
    throw new Refusal("≈ needs a printed number on one side", link.relation.offset);
  const inner = withConstant(scope, link.left, link.right);
  const reading = readingIn(inner);
  const read: ReadSide = (pieces, size) => {
    if (size !== undefined) return readFixed(pieces, { ...reading, size });
    return inner === scope
      ? bench.meaningOf(pieces, () => readFixed(pieces, reading))
      : readFixed(pieces, reading);
  };
  const own = link.conditions.flatMap((pieces): readonly Condition[] => readConditions(pieces, reading));
  const { conditions, equations } = readAssumptions(link.assumptions, read, inner);
  const sides = readSides(link, read, inner);
  checkShapes(...sides, relation, link.relation.offset);
  const [left, right] =
    factor === undefined ? differentiated(...sides) : perUnit(...sides, link.relation.offset);
  const claim: Claim = {
    left,
    right,
    relation,
    conditions: [...own, ...conditions],
    equations,
    halfUnit: factor ?? Math.max(...units),
  };
  return judge(claim, bench);
};
