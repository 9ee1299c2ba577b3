import { Refusal } from "../refusal.ts";

/** A matrix, row by row; a vector is one column. */
export class Tensor<T> {
  readonly rows: number;
  readonly columns: number;
  readonly entries: readonly T[];

  constructor(rows: number, columns: number, entries: readonly T[]) {
    this.rows = rows;
    this.columns = columns;
    this.entries = entries;
  }

  /** The entry in a row and a column, counted from 0. Raises a Refusal outside. */
  at(row: number, column = 0): T {
    const isInside = row >= 0 && column >= 0 && row < this.rows && column < this.columns;
    const entry = isInside ? this.entries[row * this.columns + column] : undefined;
    if (entry === undefined)
      throw new Refusal(`an index beyond the ${this.rows}×${this.columns} entries that there are`);
    return entry;
  }

  map<R>(change: (entry: T) => R): Tensor<R> {
    return new Tensor(this.rows, this.columns, this.entries.map(change));
  }
}

/** A matrix whose entries a function of row and column gives. */
export const tabulate = <T>(
  rows: number,
  columns: number,
  entry: (row: number, column: number) => T,
): Tensor<T> =>
  new Tensor(
    rows,
    columns,
    Array.from({ length: rows * columns }, (_, k) => entry(Math.floor(k / columns), k % columns)),
  );

/** Both matrices, entry by entry. */
export const zip = <T, R>(a: Tensor<T>, b: Tensor<T>, combine: (a: T, b: T) => R): Tensor<R> =>
  tabulate(a.rows, a.columns, (i, j) => combine(a.at(i, j), b.at(i, j)));
