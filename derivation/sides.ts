import { readExtended } from "./grammar/bounds.ts";
import { shapeAt } from "./grammar/linear.ts";
import type { Reading } from "./grammar/reading.ts";
import { isZero, Unsized, zeroLike } from "./grammar/sized.ts";
import type { Expression } from "./meaning/expression.ts";
import { boundIn } from "./meaning/free.ts";
import type { Scope } from "./meaning/scope.ts";
import type { Dimension } from "./meaning/shape.ts";
import { shapeOf } from "./meaning/shape-of.ts";
import { Refusal, refusable } from "./refusal.ts";
import type { RelationPiece } from "./statements/relations.ts";
import type { Pieces } from "./tex/pieces.ts";

/** The sides of a link as they are written. */
interface Written {
  readonly left: Pieces;
  readonly right: Pieces;
  readonly relation: RelationPiece;
}

/** What a side means; an identity matrix without a size may have that of the other side. Raises a Refusal. */
export type ReadSide = (pieces: Pieces, size?: Dimension) => Expression;

/** A side that does not depend on chance. */
export const readFixed = (pieces: Pieces, reading: Reading): Expression => {
  const expression = readExtended(pieces, reading);
  const [random] = boundIn(expression);
  if (random)
    throw new Refusal(
      `${random.name} is random: it may stand in \\E, \\Var, \\Cov and \\Pr only`,
      pieces[0]?.offset,
    );
  return expression;
};

/** What both sides mean; the zero and the identity beside a vector or a matrix have its shape. Raises a Refusal. */
export const readSides = (
  { left, right, relation }: Written,
  read: ReadSide,
  scope: Scope,
): readonly [Expression, Expression] => {
  if (left.length === 0 || right.length === 0)
    throw new Refusal("a relation without a side", relation.offset);
  if (isZero(left, scope)) return zeroBeside(read(right), "left", right);
  if (isZero(right, scope)) return zeroBeside(read(left), "right", left);
  const [first, second] = [left, right].map((side) => refusable(() => read(side)));
  if (first instanceof Unsized && second && !(second instanceof Error))
    return [read(left, sizeOf(second)), second];
  if (second instanceof Unsized && first && !(first instanceof Error))
    return [first, read(right, sizeOf(first))];
  if (!first || first instanceof Error) throw first ?? new Error("a link has two sides");
  if (!second || second instanceof Error) throw second ?? new Error("a link has two sides");
  return [first, second];
};

const sizeOf = (expression: Expression): Dimension | undefined => {
  const [rows, columns] = shapeOf(expression);
  return rows === columns ? rows : undefined;
};

/** `X^\top r = 0`: the zero has the shape of the other side. */
const zeroBeside = (
  other: Expression,
  side: "left" | "right",
  pieces: Pieces,
): readonly [Expression, Expression] => {
  const zero = zeroLike(other, shapeAt(other, pieces[0]?.offset ?? 0));
  return side === "left" ? [zero, other] : [other, zero];
};
