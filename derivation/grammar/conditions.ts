import type { Comparison, Condition } from "../meaning/expression.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets, splitAtCommas } from "../statements/brackets.ts";
import { canonicalRelation, splitAtRelations } from "../statements/relations.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { readExtended } from "./bounds.ts";
import { normed } from "./linear.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";
import { isZero } from "./sized.ts";

const COMPARISONS: readonly string[] = ["<", ">", "\\le", "\\ge", "=", "\\ne"] satisfies Comparison[];

const compare = (left: Pieces, relation: string, right: Pieces, reading: Reading): Condition => {
  if (["=", "\\ne"].includes(relation) && isZero(right, reading.scope)) {
    const value = readExtended(left, reading);
    const size = isNumber(value) ? value : normed("norm", value);
    return { left: size, relation: relation as Comparison, right: { kind: "number", value: 0 } };
  }
  return {
    left: readExtended(left, reading),
    relation: relation as Comparison,
    right: readExtended(right, reading),
  };
};

const isRealLine = (pieces: Pieces): boolean =>
  pieces.length === 1 && pieces[0]?.kind === "name" && pieces[0].key === "\\mathbb{R}";

/** x ∈ (a, b], x ∈ ℝ. */
const readMembership = (left: Pieces, set: Pieces, reading: Reading): readonly Condition[] => {
  if (isRealLine(set)) return [];
  const [interval, more] = set;
  const ends = interval?.kind === "delimited" ? splitAtCommas(interval.body) : [];
  const [from, to] = ends;
  if (
    interval?.kind !== "delimited" ||
    more ||
    !from ||
    !to ||
    ends.length > 2 ||
    !/^[([].*[)\]]$/.test(interval.left + interval.right)
  )
    throw new Refusal("unsupported set: write an interval (a, b)", interval?.offset);
  return [
    compare(left, interval.left === "(" ? ">" : "\\ge", from, reading),
    compare(left, interval.right === ")" ? "<" : "\\le", to, reading),
  ];
};

const readChain = (pieces: Pieces, shared: readonly Piece[], reading: Reading): readonly Condition[] => {
  const { sides, relations } = splitAtRelations(pieces);
  return relations.flatMap((relation, k) => {
    const text = canonicalRelation(relation);
    const right = sides[k + 1] ?? [];
    const lefts = [sides[k] ?? [], ...(k === 0 ? shared.map((piece) => [piece]) : [])];
    return lefts.flatMap((left) => {
      if (text === "\\in") return readMembership(left, right, reading);
      if (!COMPARISONS.includes(text))
        throw new Refusal(`unsupported condition with ${text}`, relation.offset);
      return [compare(left, text, right, reading)];
    });
  });
};

/** Conditions such as `x > 0`, `a, b > 0`, `0 < x \le 1`, `x \in (0, 1)`, joined by commas. */
export const readConditions = (pieces: Pieces, reading: Reading): readonly Condition[] => {
  const conditions: Condition[] = [];
  let shared: Piece[] = [];
  const parts = splitAtCommas(dense(pairBrackets(pieces))).filter((part) => part.length > 0);
  for (const part of parts) {
    const [only, more] = part;
    const hasRelation = part.some(({ kind }) => kind === "relation");
    if (hasRelation) {
      conditions.push(...readChain(part, shared, reading));
      shared = [];
    } else if (only && more === undefined && nameOf(only) !== undefined) shared.push(only);
    else throw new Refusal("unsupported condition", only?.offset);
  }
  if (shared.length > 0) throw new Refusal("a condition without a relation", shared[0]?.offset);
  return conditions;
};
