import { infinityIn } from "../grammar/bounds.ts";
import { nameOf } from "../grammar/names.ts";
import { Refusal } from "../refusal.ts";
import type { Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { pairBrackets } from "./brackets.ts";
import type { Connective } from "./connectives.ts";
import type { Line } from "./lines.ts";
import type { Part } from "./parts.ts";
import { hasRelation, splitLine } from "./parts.ts";
import type { RelationPiece } from "./relations.ts";
import { canonicalRelation, splitAtRelations } from "./relations.ts";
import { withoutUnits } from "./units.ts";

/** A chain a = b < c with the conditions under which it is claimed. */
export interface Chain {
  readonly sides: Pieces[];
  readonly relations: RelationPiece[];
  readonly conditions: Pieces[];
  /** What its numbers are counted in: `bits`. */
  unit: string | undefined;
  /** What an arrow leads here from. */
  readonly premise?: Premise;
}

/** The chains before an arrow: `x > 0` and `y = 2`. */
export interface Premise {
  readonly chains: readonly Chain[];
  readonly connective: Connective;
}

/** What has been read so far: the chains since the last arrow follow from its premise. */
interface Read {
  readonly chains: Chain[];
  group: Chain[];
  premise: Premise | undefined;
}

/** `…, x > 0` after a claim restricts it, though no word says so. */
const isBareCondition = ({ pieces, isLoose }: Part): boolean => {
  const { sides, relations } = splitAtRelations(pieces);
  const isBound = (side: Pieces): boolean =>
    side.every(({ kind }) => kind === "number") || infinityIn(side) !== undefined;
  const isName = (side: Pieces): boolean => {
    const [only, comma, ...others] = side;
    if (isSign(comma, ",")) return only !== undefined && nameOf(only) !== undefined && isName(others);
    if (!only || comma) return false;
    const isMagnitude = only.kind === "delimited" && ["|", "\\lvert", "\\vert"].includes(only.left);
    return isMagnitude ? isName(only.body) : nameOf(only) !== undefined;
  };
  const isMember = relations.length === 1 && relations[0]?.text === "\\in";
  const isOrder =
    relations.length > 0 &&
    relations.every((relation) => ["<", ">", "\\le", "\\ge", "\\ne"].includes(canonicalRelation(relation)));
  return (
    isLoose &&
    (isMember || (isOrder && sides.some(isName) && sides.every((side) => isName(side) || isBound(side))))
  );
};

/** Whether a part begins with a relation, and so goes on with the chain before it. */
const isContinuation = ({ pieces, connective }: Part): boolean =>
  !connective && pieces.find(({ kind }) => kind !== "space")?.kind === "relation";

const addChain = (read: Read, part: Part): Chain => {
  const { pieces, connective } = part;
  const { sides, relations } = splitAtRelations(pieces);
  const last = read.chains.at(-1);
  const isContinued = (sides[0]?.length ?? 0) === 0 && relations.length > 0;
  if (isContinued && last && !connective) {
    const { sides: more, unit } = withoutUnits(sides.slice(1), last.unit);
    last.sides.push(...more);
    last.unit = unit;
    last.relations.push(...relations);
    return last;
  }
  if (isContinued)
    throw new Refusal("the display begins with a relation: there is no left side", relations[0]?.offset);
  if (connective && read.group.length > 0) read.premise = { chains: read.group, connective };
  if (connective) read.group = [];
  const premise = read.premise ? { premise: read.premise } : {};
  const { sides: bare, unit } = withoutUnits(sides);
  const chain: Chain = { sides: [...bare], unit, relations: [...relations], conditions: [], ...premise };
  read.chains.push(chain);
  read.group.push(chain);
  return chain;
};

/** The chains of a display's lines, with their conditions. Raises a Refusal where a line does not come apart clearly. */
export const readChains = (lines: readonly Line[]): readonly Chain[] => {
  const read: Read = { chains: [], group: [], premise: undefined };
  for (const line of lines) {
    const parts = splitLine(pairBrackets(line.pieces));
    const [start] = parts;
    if (start && !start.connective && !isContinuation(start))
      Object.assign(read, { group: [], premise: undefined });
    const touched = new Set<Chain>();
    const conditions: Pieces[] = [];
    for (const part of parts) {
      const isCondition =
        !isLaw(part.pieces) &&
        (part.mode === "condition" || (part.mode === "where" && !isDefinition(part.pieces)));
      if (isCondition || (touched.size > 0 && isBareCondition(part))) conditions.push(part.pieces);
      else touched.add(addChain(read, part));
    }
    for (const chain of touched) chain.conditions.push(...conditions);
    if (touched.size === 0 && conditions.length > 0) read.chains.at(-1)?.conditions.push(...conditions);
  }
  return read.chains;
};

/** `\text{where } X \sim P` declares X. */
const isLaw = (pieces: Pieces): boolean =>
  splitAtRelations(pieces).relations.some(({ text }) => text === "\\sim");

/** “where D = …” defines, “where x > 0” restricts. */
const isDefinition = (pieces: Pieces): boolean =>
  splitAtRelations(pieces).relations.every((relation) => ["=", ":="].includes(canonicalRelation(relation))) &&
  hasRelation(pieces);
