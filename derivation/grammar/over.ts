import type { Binding } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets, splitAtCommas } from "../statements/brackets.ts";
import type { Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { readLaw } from "./law.ts";
import { nameOf } from "./names.ts";
import { randomIn } from "./random-in.ts";
import type { Reading } from "./reading.ts";

/** What an expectation is over: the names in its subscript, or all random variables that occur. */
export interface Over {
  readonly reading: Reading;
  readonly bound: readonly Binding[];
  readonly isAll: boolean;
}

/** `y` with `y := \cos(x)` and a random x adds nothing to x in a subscript. */
const isDependent = (name: string, reading: Reading): boolean => {
  const meaning = reading.scope.find(name);
  if (meaning?.kind !== "definition" || meaning.definition.parameters.length > 0) return false;
  return randomIn({ kind: "call", of: meaning.definition, values: [] }).size > 0;
};

/** `P`, or `P(x)` with the bound name itself. */
export const lawPieces = (law: Pieces, name: string): Pieces => {
  const [density, brackets, more] = law;
  const [only, rest] = brackets?.kind === "delimited" ? dense(brackets.body) : [];
  return density && !more && only && !rest && nameOf(only) === name ? [density] : law;
};

const bindOne = (pieces: Pieces, reading: Reading, offset: number): Binding | undefined => {
  const [first, relation, ...law] = pieces;
  const name = first && nameOf(first);
  if (name === undefined) throw new Refusal("unsupported subscript of an expectation", offset);
  if (!relation) {
    const meaning = reading.scope.find(name);
    if (meaning?.kind === "variable" && meaning.binding.law) return meaning.binding;
    if (isDependent(name, reading)) return undefined;
    throw new Refusal(
      `${name} has no distribution: write ${name} \\sim P, or declare “${name} ~ Normal(0, 1)”`,
      offset,
    );
  }
  if (relation.kind !== "relation" || relation.text !== "\\sim")
    throw new Refusal("unsupported subscript of an expectation: write x \\sim P", offset);
  const read = readLaw(lawPieces(law, name), reading);
  return { name, isBound: true, law: () => read };
};

/** `x \sim P`, `x \sim P, y \sim Q`, `X`, or nothing. */
export const readOver = (sub: Pieces | undefined, offset: number, reading: Reading): Over => {
  if (!sub) return { reading, bound: [], isAll: true };
  const bound = splitAtCommas(dense(pairBrackets(sub)))
    .map((part) => bindOne(part, reading, offset))
    .filter((binding) => binding !== undefined);
  return { reading: { ...reading, scope: bindIn(reading.scope, bound) }, bound, isAll: false };
};
