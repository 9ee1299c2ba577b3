import { dot, solve } from "./linear-system.ts";

/** A matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/** The shortest solution of Aβ = y. */
export interface LeastNorm {
  /** β; all NaN where nothing fits, or where rows depend on each other. Shape [d]. */
  readonly coefficients: readonly number[];
  /** The derivative of β in the direction dA, for fixed y. Shape [n, d] → [d]. */
  derivative(direction: Matrix): readonly number[];
}

/**
 * The least-norm solution from its Lagrange conditions β + Aᵀλ = 0, Aβ = y: one linear system in (β, λ).
 * A row of zeros whose value is zero says nothing and is left out. Shapes of A, y: [n, d], [n].
 */
export function leastNorm(matrix: Matrix, values: readonly number[]): LeastNorm {
  const count = matrix[0]?.length ?? 0;
  const says = matrix.map((row, j) => values[j] !== 0 || row.some((value) => value !== 0));
  const kept = (_: unknown, j: number): boolean => says[j] === true;
  const rows = matrix.filter(kept);
  const solveFor = (stationary: readonly number[], fitted: readonly number[]): number[] =>
    solve(lagrange(rows, stationary, fitted));

  const zeros = Array.from({ length: count }, () => 0);
  const solution = solveFor(zeros, values.filter(kept));
  const [coefficients, multipliers] = [solution.slice(0, count), solution.slice(count)];
  return {
    coefficients,
    derivative(direction) {
      const moved = direction.filter(kept);
      const stationary = zeros.map((_, k) => -dot(multipliers, column(moved, k)));
      const fitted = moved.map((row) => -dot(coefficients, row));
      return solveFor(stationary, fitted).slice(0, count);
    },
  };
}

/** The equations [1 Aᵀ; A 0](β, λ) = (stationary, fitted). */
function lagrange(rows: Matrix, stationary: readonly number[], fitted: readonly number[]): number[][] {
  const top = stationary.map((right, k) => {
    const unit = stationary.map((_, other) => (other === k ? 1 : 0));
    return [...unit, ...column(rows, k), right];
  });
  const bottom = rows.map((row, j) => [...row, ...rows.map(() => 0), fitted[j] ?? 0]);
  return [...top, ...bottom];
}

function column(rows: Matrix, k: number): number[] {
  return rows.map((row) => row[k] ?? 0);
}
