import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { Tensor, tabulate } from "./tensor.ts";

/** A·B. */
export const multiplyMatrices = <T>(a: Tensor<T>, b: Tensor<T>, arithmetic: Arithmetic<T>): Tensor<T> => {
  const { add, multiply, constant } = arithmetic;
  if (a.columns !== b.rows) throw new Refusal("matrices whose lengths do not fit");
  return tabulate(a.rows, b.columns, (i, j) => {
    let sum = constant(0);
    for (let k = 0; k < a.columns; k += 1) sum = add(sum, multiply(a.at(i, k), b.at(k, j)));
    return sum;
  });
};

export const transpose = <T>(a: Tensor<T>): Tensor<T> => tabulate(a.columns, a.rows, (i, j) => a.at(j, i));

/** Rows of a square matrix brought to triangular form, with the row exchanges counted. */
interface Eliminated<T> {
  readonly rows: T[][];
  readonly exchanges: number;
}

const rowsOf = <T>(a: Tensor<T>): T[][] =>
  Array.from({ length: a.rows }, (_, i) => a.entries.slice(i * a.columns, (i + 1) * a.columns));

/** Brings the row with the largest entry of a column to the top: fewer digits are lost. True if rows were exchanged. */
const pivot = <T>(rows: T[][], k: number, value: (a: T) => number): boolean => {
  let best = k;
  for (let i = k + 1; i < rows.length; i += 1)
    if (Math.abs(value(rows[i]?.[k] as T)) > Math.abs(value(rows[best]?.[k] as T))) best = i;
  const [top, other] = [rows[k] as T[], rows[best] as T[]];
  rows[k] = other;
  rows[best] = top;
  return best !== k;
};

/** Gaussian elimination with partial pivoting, above the diagonal too if it is full. What becomes 0 is left as it was. */
const eliminate = <T>(start: T[][], a: Arithmetic<T>, isFull: boolean): Eliminated<T> => {
  const rows = start;
  let exchanges = 0;
  for (let k = 0; k < rows.length; k += 1) {
    if (pivot(rows, k, a.value)) exchanges += 1;
    const top = rows[k] as T[];
    for (let i = isFull ? 0 : k + 1; i < rows.length; i += 1) {
      const row = rows[i] as T[];
      if (i === k || a.size(row[k] as T) === 0) continue;
      const factor = a.divide(row[k] as T, top[k] as T);
      rows[i] = row.map((entry, j) => (j <= k ? entry : a.subtract(entry, a.multiply(factor, top[j] as T))));
    }
  }
  return { rows, exchanges };
};

/** The determinant; that of a singular matrix is 0. */
export const determinant = <T>(matrix: Tensor<T>, a: Arithmetic<T>): T => {
  if (matrix.rows === 2)
    return a.subtract(
      a.multiply(matrix.at(0, 0), matrix.at(1, 1)),
      a.multiply(matrix.at(0, 1), matrix.at(1, 0)),
    );
  const { rows, exchanges } = eliminate(rowsOf(matrix), a, false);
  return rows.reduce((product, row, k) => a.multiply(product, row[k] as T), a.constant((-1) ** exchanges));
};

/** The inverse; that of a singular matrix is undefined (NaN). */
export const invert = <T>(matrix: Tensor<T>, a: Arithmetic<T>): Tensor<T> => {
  const n = matrix.rows;
  const extended = rowsOf(matrix).map((row, i) => [
    ...row,
    ...Array.from({ length: n }, (_, j) => a.constant(i === j ? 1 : 0)),
  ]);
  const { rows } = eliminate(extended, a, true);
  return tabulate(n, n, (i, j) => a.divide(rows[i]?.[n + j] as T, rows[i]?.[i] as T));
};

export const trace = <T>(matrix: Tensor<T>, a: Arithmetic<T>): T => {
  let sum = a.constant(0);
  for (let k = 0; k < matrix.rows; k += 1) sum = a.add(sum, matrix.at(k, k));
  return sum;
};

/** Σ aᵢⱼbᵢⱼ: the inner product, also of matrices. */
export const inner = <T>(x: Tensor<T>, y: Tensor<T>, a: Arithmetic<T>): T =>
  x.entries.reduce((sum, entry, k) => a.add(sum, a.multiply(entry, y.entries[k] as T)), a.constant(0));

/** The diagonal matrix with a vector's entries. */
export const diagonal = <T>(x: Tensor<T>, a: Arithmetic<T>): Tensor<T> =>
  tabulate(x.rows, x.rows, (i, j) => (i === j ? x.at(i) : a.constant(0)));

/** The column of ones, or the unit matrix. */
export const filled = <T>(rows: number, columns: number, isUnit: boolean, a: Arithmetic<T>): Tensor<T> =>
  tabulate(rows, columns, (i, j) => a.constant(!isUnit || i === j ? 1 : 0));

/** A column of its entries. */
export const columnOf = <T>(entries: readonly T[]): Tensor<T> => new Tensor(entries.length, 1, entries);
