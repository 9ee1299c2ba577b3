import type { Binding, Expression } from "../meaning/expression.ts";
import { dependsOn } from "../meaning/free.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { entryOf } from "./entry.ts";
import { shapeAt } from "./linear.ts";
import type { Reading } from "./reading.ts";

/** What a derivative is taken by: a number, a vector or matrix, or one entry of these. */
export interface Variable {
  readonly binding: Binding;
  readonly entry?: { readonly sub: Pieces; readonly piece: Piece };
}

/** The derivative of a formula by a variable. Raises a Refusal if the formula does not depend on it. */
export const differentiate = (
  of: Expression,
  { binding, entry }: Variable,
  offset: number,
  reading: Reading,
): Expression => {
  if (!dependsOn(of, binding))
    throw new Refusal(`the derivative’s operand does not depend on ${binding.name}`, offset);
  if (!binding.shape) {
    if (!isScalar(shapeAt(of, offset))) throw new Refusal("unsupported derivative of a vector", offset);
    return { kind: "derivative", variable: binding, of };
  }
  if (!isScalar(shapeAt(of, offset))) throw new Refusal("unsupported gradient of a vector", offset);
  const gradient: Expression = { kind: "gradient", variable: binding, of };
  return entry ? entryOf(gradient, entry.sub, entry.piece, reading) : gradient;
};
