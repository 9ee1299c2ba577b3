import type { Expression, Operation } from "../meaning/expression.ts";
import type { Dimension, Shape } from "../meaning/shape.ts";
import { describeShape, extentOf, isScalar, sameShape, shapeWith } from "../meaning/shape.ts";
import { shapeOf } from "../meaning/shape-of.ts";
import { Refusal, refusable } from "../refusal.ts";

/** The shape of what has been read, with the place if it does not fit together. */
export const shapeAt = (expression: Expression, offset: number): Shape => {
  const shape = refusable(() => shapeOf(expression));
  if (shape instanceof Refusal) throw new Refusal(shape.message, shape.offset ?? offset);
  return shape;
};

const algebra = (operation: Operation, shape: Shape, ...of: readonly Expression[]): Expression => ({
  kind: "algebra",
  operation,
  of,
  shape,
});

/** Aᵀ; that of a vector is a row. */
export const transposed = (of: Expression, offset: number): Expression => {
  const [rows, columns] = extentOf(shapeAt(of, offset));
  return algebra("transpose", rows === 1 ? shapeWith(columns, 1) : [columns, rows], of);
};

const squareOf = (of: Expression, what: string, offset: number): Dimension => {
  const shape = shapeAt(of, offset);
  const [rows, columns] = shape;
  if (rows === undefined || rows !== columns)
    throw new Refusal(`${what} of ${describeShape(shape)}: it needs a square matrix`, offset);
  return rows;
};

/** A⁻¹. */
export const inverted = (of: Expression, offset: number): Expression => {
  const n = squareOf(of, "an inverse", offset);
  return algebra("inverse", [n, n], of);
};

/** det A and tr A. */
export const reduced = (operation: "determinant" | "trace", of: Expression, offset: number): Expression => {
  squareOf(of, `a ${operation}`, offset);
  return algebra(operation, [], of);
};

/** The norm of a vector (for a matrix: Frobenius, where it was asked for). */
export const normed = (operation: "norm" | "norm 1" | "norm ∞", of: Expression): Expression =>
  algebra(operation, [], of);

export const diagonalOf = (of: Expression, offset: number): Expression => {
  const [n, more] = shapeAt(of, offset);
  if (n === undefined || more !== undefined) throw new Refusal("diag needs a vector", offset);
  return algebra("diagonal", [n, n], of);
};

/** The unit matrix and the vector of ones. */
export const unit = (n: Dimension): Expression => algebra("identity", [n, n]);
export const ones = (n: Dimension): Expression => algebra("ones", [n]);

/** The Euclidean inner product of two vectors of one length. */
export const innerProduct = (left: Expression, right: Expression, offset: number): Expression => {
  const [first, second] = [shapeAt(left, offset), shapeAt(right, offset)];
  if (isScalar(first) || !sameShape(first, second))
    throw new Refusal(`an inner product of ${describeShape(first)} and ${describeShape(second)}`, offset);
  return algebra("inner", [], left, right);
};

/** How a factor is joined to those before it. */
export type Joint = "" | "\\cdot" | "\\times" | "*" | "\\odot";

const matrixProduct = (left: Expression, right: Expression, joint: Joint, offset: number): Expression => {
  const [first, second] = [shapeAt(left, offset), shapeAt(right, offset)];
  const isPairOfColumns = first.length === 1 && second.length === 1;
  if (isPairOfColumns && joint === "\\cdot") return innerProduct(left, right, offset);
  if (isPairOfColumns && first[0] !== 1)
    throw new Refusal("ambiguous product of two vectors: write x^\\top y, x y^\\top or x \\odot y", offset);
  const [[rows, inside], [outside, columns]] = [extentOf(first), extentOf(second)];
  if (inside !== outside)
    throw new Refusal(
      `a product of ${describeShape(first)} and ${describeShape(second)}: their lengths do not fit`,
      offset,
    );
  return algebra("product", shapeWith(rows, columns), left, right);
};

/** The vector product in space. */
const crossProduct = (left: Expression, right: Expression): Expression => {
  const entry = (of: Expression, k: number): Expression => ({
    kind: "entry",
    of,
    indices: [{ kind: "number", value: k }],
  });
  const minor = (j: number, k: number): Expression => ({
    kind: "sum",
    parts: [
      { kind: "product", parts: [entry(left, j), entry(right, k)] },
      { kind: "negative", of: { kind: "product", parts: [entry(left, k), entry(right, j)] } },
    ],
  });
  return { kind: "table", rows: [[minor(2, 3)], [minor(3, 1)], [minor(1, 2)]], shape: [3] };
};

/** The product of two factors, of which at least one is a vector or a matrix. */
export const multiplied = (left: Expression, right: Expression, joint: Joint, offset: number): Expression => {
  const [first, second] = [shapeAt(left, offset), shapeAt(right, offset)];
  if (joint === "\\odot") {
    if (isScalar(first) || !sameShape(first, second))
      throw new Refusal("a product entry by entry needs equal shapes", offset);
    return algebra("entrywise", first, left, right);
  }
  const isSpatial = [first, second].every((shape) => shape.length === 1 && shape[0] === 3);
  if (joint === "\\times" && isSpatial) return crossProduct(left, right);
  if (joint === "\\times" || joint === "*")
    throw new Refusal("unsupported product of vectors: write it without the sign", offset);
  if (isScalar(first)) return algebra("scale", second, left, right);
  if (isScalar(second)) return algebra("scale", first, right, left);
  return matrixProduct(left, right, joint, offset);
};

const MOST_FACTORS = 9;

/** A², A³, … of a square matrix. */
export const powered = (base: Expression, exponent: number, offset: number): Expression => {
  const n = squareOf(base, "a power", offset);
  if (!Number.isInteger(exponent) || exponent < 1 || exponent > MOST_FACTORS)
    throw new Refusal(`unsupported power of a matrix: ${exponent}`, offset);
  let product = base;
  for (let k = 1; k < exponent; k += 1) product = algebra("product", [n, n], product, base);
  return product;
};
