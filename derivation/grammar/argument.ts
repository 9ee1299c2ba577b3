import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Piece } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { readDelimited } from "./delimited.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

const isTight = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  (nameOf(piece) !== undefined || ["name", "fraction", "binomial", "root", "scripted"].includes(piece.kind));

/** An argument without brackets: `2\theta`, `\frac{a}{b}`, `x^2`, `\log x`, a whole sum; nothing that could go on. */
const readLooseArgument = (name: string, cursor: Cursor, reading: Reading): Expression => {
  const first = cursor.peek();
  if (first?.kind === "number" && isTight(cursor.peek(1))) {
    const factor = reading.grammar.primary(cursor, reading);
    return {
      kind: "product",
      parts: [factor.expression, reading.grammar.primary(cursor, reading).expression],
    };
  }
  if (!first || !(isTight(first) || ["number", "operator", "delimited"].includes(first.kind)))
    throw new Refusal(`\\${name} needs an argument: add brackets`, cursor.offset);
  if (isSign(cursor.peek(1), "!")) return reading.grammar.factor(cursor, reading).expression;
  return reading.grammar.primary(cursor, reading).expression;
};

const GROUPERS = ["(", "[", "\\{", "\\lbrace"];

/** What a function applies to: brackets, or a short argument without them. */
export const readArgument = (name: string, cursor: Cursor, reading: Reading): Factor => {
  const next = cursor.peek();
  const isGrouped = next?.kind === "delimited" && GROUPERS.includes(next.left) && next.right !== ".";
  if (next?.kind === "scripted" && next.base?.kind === "delimited")
    throw new Refusal(`ambiguous: is the power of \\${name}’s argument or of its value?`, next.offset);
  if (!isGrouped) return { expression: readLooseArgument(name, cursor, reading), tail: "loose" };
  cursor.next();
  const body = next.body.length === 1 ? { ...next, left: "(", right: ")" } : next;
  return { expression: readDelimited(body, reading), tail: "closed" };
};
