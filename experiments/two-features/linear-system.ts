/** A linear equation: its coefficients, and its right-hand side at the end. Shape [n + 1]. */
export type Equation = readonly number[];

/** The solution of n equations by Gaussian elimination with partial pivoting; all NaN where they are singular. */
export function solve(equations: readonly Equation[]): number[] {
  const rows = equations.map((equation) => Float64Array.from(equation));
  for (let k = 0; k < rows.length; k++) {
    const pivot = takePivot(rows, k);
    if (pivot === undefined) return equations.map(() => Number.NaN);
    for (const row of rows.slice(k + 1)) eliminate(row, pivot, k);
  }
  const solution = rows.map(() => 0);
  for (const [k, row] of [...rows.entries()].toReversed()) {
    const right = row[rows.length] ?? Number.NaN;
    solution[k] = (right - dot(solution, row)) / (row[k] ?? Number.NaN);
  }
  return solution;
}

/** Σ aₖbₖ over the elements of a; b may be longer. */
export function dot(a: readonly number[], b: ArrayLike<number>): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}

/** Brings the row with the largest coefficient of unknown k up to place k; undefined where all are zero. */
function takePivot(rows: Float64Array[], k: number): Float64Array | undefined {
  const size = (row: Float64Array | undefined): number => Math.abs(row?.[k] ?? 0);
  let best = k;
  for (let j = k + 1; j < rows.length; j++) if (size(rows[j]) > size(rows[best])) best = j;
  const [old, pivot] = [rows[k], rows[best]];
  if (old === undefined || pivot === undefined || size(pivot) === 0) return undefined;
  rows[best] = old;
  rows[k] = pivot;
  return pivot;
}

/** Takes unknown k out of a row. */
function eliminate(row: Float64Array, pivot: Float64Array, k: number): void {
  const factor = (row[k] ?? 0) / (pivot[k] ?? Number.NaN);
  if (factor === 0) return;
  for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
}
