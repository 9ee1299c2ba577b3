import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { shapeAt } from "./linear.ts";
import type { Reading } from "./reading.ts";

/** The sign of ∞, −∞ or +∞ standing alone; otherwise undefined. */
export const infinityIn = (pieces: Pieces): number | undefined => {
  const [first, second, third] = dense(pieces);
  const sign = isSign(first, "-") ? -1 : 1;
  const rest = isSign(first, "-", "+") ? [second, third] : [first, second];
  const [name, more] = rest;
  return name?.kind === "name" && name.key === "\\infty" && more === undefined
    ? sign * Number.POSITIVE_INFINITY
    : undefined;
};

/** A bound or a whole side: ∞ may stand there, alone. */
export const readExtended = (pieces: Pieces, reading: Reading): Expression => {
  const infinity = infinityIn(pieces);
  if (infinity !== undefined) return number(infinity);
  const expression = reading.grammar.expression(pieces, reading);
  shapeAt(expression, pieces[0]?.offset ?? 0);
  return expression;
};
