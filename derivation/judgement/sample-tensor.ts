import { plain } from "../evaluation/arithmetic.ts";
import { multiplyMatrices, transpose } from "../evaluation/linear-algebra.ts";
import { Tensor, tabulate, zip } from "../evaluation/tensor.ts";
import type { Property } from "../meaning/domain.ts";

const scaled = (a: Tensor<number>, factor: number): Tensor<number> => a.map((entry) => factor * entry);
const dot = (x: readonly number[], y: readonly number[]): number =>
  x.reduce((sum, entry, k) => sum + entry * (y[k] ?? 0), 0);

/** Gram–Schmidt on the columns; a column that depends on those before it stays short and is drawn again later. */
const orthonormal = (a: Tensor<number>): Tensor<number> => {
  const columns: number[][] = [];
  for (let j = 0; j < a.columns; j += 1) {
    let column = Array.from({ length: a.rows }, (_, i) => a.at(i, j));
    for (const earlier of columns) {
      const share = dot(earlier, column);
      column = column.map((entry, i) => entry - share * (earlier[i] ?? 0));
    }
    const length = Math.sqrt(dot(column, column));
    columns.push(column.map((entry) => entry / length));
  }
  return tabulate(a.rows, a.columns, (i, j) => columns[j]?.[i] ?? 0);
};

const CHANGES: Record<Property, (a: Tensor<number>) => Tensor<number>> = {
  symmetric: (a) => scaled(zip(a, transpose(a), plain.add), 0.5),
  "positive definite": (a) => {
    const square = scaled(multiplyMatrices(a, transpose(a), plain), 0.25);
    return tabulate(a.rows, a.rows, (i, j) => square.at(i, j) + (i === j ? 0.5 : 0));
  },
  orthogonal: (a) => orthonormal(orthonormal(a)),
  probabilities: (a) => {
    const sizes = a.map((entry) => Math.abs(entry) + 0.05);
    const total = sizes.entries.reduce((sum, entry) => sum + entry, 0);
    return scaled(sizes, 1 / total);
  },
};

/** A random matrix or vector, made to have a property. */
export const withProperty = (a: Tensor<number>, property: Property | undefined): Tensor<number> =>
  property === undefined ? a : CHANGES[property](a);

/** A tensor of values drawn one by one. */
export const drawTensor = (rows: number, columns: number, draw: () => number): Tensor<number> =>
  new Tensor(rows, columns, Array.from({ length: rows * columns }, draw));
