import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { checkBound, checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** What an index runs over. */
interface Bounds {
  readonly name: string;
  readonly from: Expression;
  readonly to: Expression;
}

/** `\sum_v` runs over all of a declared range `v in 1..V`. */
const declaredBounds = (name: string, reading: Reading): Bounds | undefined => {
  const meaning = reading.scope.find(name);
  const domain = meaning?.kind === "variable" ? meaning.binding.domain : undefined;
  if (domain?.kind !== "integer" || domain.to === Number.POSITIVE_INFINITY) return undefined;
  const to: Expression =
    typeof domain.to === "number" ? number(domain.to) : { kind: "variable", binding: domain.to };
  return { name, from: number(domain.from), to };
};

const readBounds = (script: PieceOf<"scripted"> | undefined, offset: number, reading: Reading): Bounds => {
  const [index, relation, ...start] = dense(script?.sub ?? []);
  const name = index && nameOf(index);
  const declared = name === undefined || relation || script?.sup ? undefined : declaredBounds(name, reading);
  if (declared) return declared;
  const isRange = relation?.kind === "relation" && relation.text === "=" && start.length > 0;
  if (!script?.sup || name === undefined || !isRange)
    throw new Refusal(
      "unsupported bounds of a sum: write \\sum_{k=1}^{n}, or declare the index’s range",
      offset,
      name !== undefined && !relation && !script?.sup && !reading.scope.find(name)
        ? `${name} in 1..4`
        : undefined,
    );
  return { name, from: reading.grammar.expression(start, reading), to: readExtended(script.sup, reading) };
};

/** How long a vector is over which an index runs from the first entry to a number or a declared integer. */
const lengthOf = (from: Expression, to: Expression, { scope }: Reading): string | undefined => {
  if (from.kind !== "number" || from.value !== scope.indexBase) return undefined;
  if (to.kind === "number" && Number.isFinite(to.value) && scope.indexBase === 1) return String(to.value);
  const isLength = to.kind === "variable" && to.binding.domain?.kind === "integer";
  return isLength && scope.indexBase === 1 ? to.binding.name : undefined;
};

/** `\sum_{k=1}^{n} …` and `\prod`: the body is the term that follows. */
export const readSeries = (
  isProduct: boolean,
  operator: Piece,
  script: PieceOf<"scripted"> | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const { offset } = operator;
  const { name, from, to } = readBounds(script, offset, reading);
  const length = lengthOf(from, to, reading);
  const variable: Binding = { name, isBound: true, ...(length === undefined ? {} : { length }) };
  for (const bound of [from, to]) checkBound(bound, variable, offset);
  const inner: Reading = {
    ...reading,
    scope: bindIn(reading.scope, [variable]),
    ended: new Set([...reading.ended].filter((n) => n !== name)),
  };
  const body = reading.grammar.term(cursor, inner, isProduct);
  checkCapture(body, variable, offset);
  reading.ended.add(name);
  return { expression: { kind: "series", isProduct, variable, from, to, body }, tail: "series" };
};
