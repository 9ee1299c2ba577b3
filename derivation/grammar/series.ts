import type { Binding } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { checkBound, checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** `\sum_{k=1}^{n} …` and `\prod`: the body is the term that follows. */
export const readSeries = (
  isProduct: boolean,
  operator: Piece,
  script: PieceOf<"scripted"> | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const { offset } = operator;
  const [index, relation, ...start] = dense(script?.sub ?? []);
  const name = index && nameOf(index);
  if (
    !script?.sup ||
    name === undefined ||
    relation?.kind !== "relation" ||
    relation.text !== "=" ||
    start.length === 0
  )
    throw new Refusal("unsupported bounds of a sum: write \\sum_{k=1}^{n}", offset);
  const variable: Binding = { name, isBound: true };
  const from = reading.grammar.expression(start, reading);
  const to = readExtended(script.sup, reading);
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
