import { infinityIn } from "../grammar/bounds.ts";
import { nameOf } from "../grammar/names.ts";
import { Refusal } from "../refusal.ts";
import type { Pieces } from "../tex/pieces.ts";
import { pairBrackets } from "./brackets.ts";
import type { Line } from "./lines.ts";
import type { Connective, Part } from "./parts.ts";
import { hasRelation, splitLine } from "./parts.ts";
import type { RelationPiece } from "./relations.ts";
import { canonicalRelation, splitAtRelations } from "./relations.ts";

/** A chain a = b < c with the conditions under which it is claimed. */
export interface Chain {
  readonly sides: Pieces[];
  readonly relations: RelationPiece[];
  readonly conditions: Pieces[];
  /** The chain that an arrow leads here from. */
  readonly premise?: Premise;
}

export interface Premise {
  readonly chain: Chain;
  readonly connective: Connective;
}

/** `…, x > 0` after a claim restricts it, though no word says so. */
const isBareCondition = ({ pieces, isLoose }: Part): boolean => {
  const { sides, relations } = splitAtRelations(pieces);
  const isBound = (side: Pieces): boolean =>
    side.every(({ kind }) => kind === "number") || infinityIn(side) !== undefined;
  const isName = (side: Pieces): boolean =>
    side.length === 1 && side[0] !== undefined && nameOf(side[0]) !== undefined;
  const isMember = relations.length === 1 && relations[0]?.text === "\\in";
  const isOrder =
    relations.length > 0 &&
    relations.every((relation) => ["<", ">", "\\le", "\\ge"].includes(canonicalRelation(relation)));
  return (
    isLoose &&
    (isMember || (isOrder && sides.some(isName) && sides.every((side) => isName(side) || isBound(side))))
  );
};

const addChain = (chains: Chain[], { pieces, connective }: Part): Chain => {
  const { sides, relations } = splitAtRelations(pieces);
  const last = chains.at(-1);
  const isContinued = (sides[0]?.length ?? 0) === 0 && relations.length > 0;
  if (isContinued && last && !connective) {
    last.sides.push(...sides.slice(1));
    last.relations.push(...relations);
    return last;
  }
  if (isContinued)
    throw new Refusal("the display begins with a relation: there is no left side", relations[0]?.offset);
  const premise = last && connective ? { premise: { chain: last, connective } } : {};
  const chain: Chain = { sides: [...sides], relations: [...relations], conditions: [], ...premise };
  chains.push(chain);
  return chain;
};

/** The chains of a display's lines, with their conditions. Raises a Refusal where a line does not come apart clearly. */
export const readChains = (lines: readonly Line[]): readonly Chain[] => {
  const chains: Chain[] = [];
  for (const line of lines) {
    const parts = splitLine(pairBrackets(line.pieces));
    const touched = new Set<Chain>();
    const conditions: Pieces[] = [];
    for (const part of parts) {
      const isCondition = part.mode === "condition" || (part.mode === "where" && !isDefinition(part.pieces));
      if (isCondition || (touched.size > 0 && isBareCondition(part))) conditions.push(part.pieces);
      else touched.add(addChain(chains, part));
    }
    for (const chain of touched) chain.conditions.push(...conditions);
    if (touched.size === 0 && conditions.length > 0) chains.at(-1)?.conditions.push(...conditions);
  }
  return chains;
};

/** “where D = …” defines, “where x > 0” restricts. */
const isDefinition = (pieces: Pieces): boolean =>
  splitAtRelations(pieces).relations.every((relation) => ["=", ":="].includes(canonicalRelation(relation))) &&
  hasRelation(pieces);
