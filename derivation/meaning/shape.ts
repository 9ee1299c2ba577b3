import type { Binding } from "./expression.ts";

/** A length: fixed, or that of a declared integer such as the n of ℝⁿ. */
export type Dimension = number | Binding;

/** [] is a number, [n] a column vector of n entries, [m, n] a matrix of m rows and n columns. */
export type Shape = readonly Dimension[];

export const isScalar = (shape: Shape): boolean => shape.length === 0;

export const sameShape = (left: Shape, right: Shape): boolean =>
  left.length === right.length && left.every((dimension, k) => dimension === right[k]);

/** The rows and columns of a shape: a vector is one column. */
export const extentOf = (shape: Shape): readonly [rows: Dimension, columns: Dimension] => [
  shape[0] ?? 1,
  shape[1] ?? 1,
];

/** The shape of so many rows and columns: one column is a vector, one entry a number. */
export const shapeWith = (rows: Dimension, columns: Dimension): Shape => {
  if (columns !== 1) return [rows, columns];
  return rows === 1 ? [] : [rows];
};

const nameOf = (dimension: Dimension): string =>
  typeof dimension === "number" ? String(dimension) : dimension.name;

/** `a number`, `a vector of n entries`, `a 3×4 matrix`. */
export const describeShape = (shape: Shape): string => {
  const [rows, columns] = shape.map(nameOf);
  if (rows === undefined) return "a number";
  return columns === undefined ? `a vector of ${rows} entries` : `a ${rows}×${columns} matrix`;
};
