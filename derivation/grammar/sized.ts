import type { Expression } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import type { Dimension, Shape } from "../meaning/shape.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { shapeAt } from "./linear.ts";
import type { Reading } from "./reading.ts";

const IDENTITIES = ["I", "\\mathbf{I}", "\\mathbb{I}", "\\boldsymbol{I}", "\\bm{I}"];
const ZEROS = ["\\mathbf{0}", "\\boldsymbol{0}", "\\bm{0}", "\\vec{0}"];

/** An identity matrix of which nothing beside it tells the size. */
export class Unsized extends Refusal {
  constructor(offset: number) {
    super("an identity matrix of unknown size: write I_n, or declare I", offset);
  }
}

/** Whether a name stands for an identity matrix: nobody has declared it. */
export const isIdentity = (name: string, scope: Scope): boolean =>
  IDENTITIES.includes(name) && scope.find(name) === undefined;

const isIdentityPiece = (piece: Piece, scope: Scope): boolean =>
  piece.kind === "name" && isIdentity(piece.key, scope);

/** The summands of a formula. */
const termsIn = (pieces: Pieces): readonly Pieces[] => {
  const terms: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isSign(piece, "+", "-")) terms.push([]);
    else terms.at(-1)?.push(piece);
  }
  return terms.filter((term) => term.length > 0);
};

/** In `A - \\lambda I` the identity is as large as A. Undefined where no summand tells a size. */
export const sizeIn = (pieces: Pieces, reading: Reading): Dimension | undefined => {
  const { scope } = reading;
  const terms = termsIn(dense(pieces));
  const isNeeded = terms.some((term) => term.some((piece) => isIdentityPiece(piece, scope)));
  if (!isNeeded || reading.size !== undefined) return reading.size;
  for (const term of terms.filter((one) => !one.some((piece) => isIdentityPiece(piece, scope)))) {
    const expression = refusable(() => reading.grammar.expression(term, reading));
    if (expression instanceof Refusal) continue;
    const [rows, columns] = shapeAt(expression, term[0]?.offset ?? 0);
    if (rows !== undefined && rows === columns) return rows;
  }
  return undefined;
};

/** Whether a side is a zero, of whatever shape the other side has. */
export const isZero = (side: Pieces, scope: Scope): boolean => {
  const [only, more] = dense(side);
  if (!only || more) return false;
  return (
    (only.kind === "number" && Number(only.text) === 0) ||
    (only.kind === "name" && ZEROS.includes(only.key) && scope.find(only.key) === undefined)
  );
};

/** The zero vector or matrix of the shape of another. */
export const zeroLike = (of: Expression, shape: Shape): Expression =>
  isScalar(shape)
    ? { kind: "number", value: 0 }
    : { kind: "algebra", operation: "scale", of: [{ kind: "number", value: 0 }, of], shape };
