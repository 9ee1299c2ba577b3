/** A linear equation: its coefficients, and its right-hand side at the end. Shape [n + 1]. */
export type Equation = readonly number[];

/** The solution of n equations by Gaussian elimination with partial pivoting; all NaN where they are singular. */
export function solve(equations: readonly Equation[]): number[] {
  const [first, ...others] = equations;
  if (first === undefined) return [];
  const pivot = others.reduce((a, b) => (lead(b) > lead(a) ? b : a), first);
  const [leading = 0, ...tail] = pivot;
  if (leading === 0) return equations.map(() => Number.NaN);
  const rest = equations.filter((equation) => equation !== pivot).map((each) => eliminate(each, pivot));
  const solved = solve(rest);
  const right = tail[tail.length - 1] ?? 0;
  return [(right - dot(solved, tail)) / leading, ...solved];
}

/** Σ aₖbₖ over the elements of a; b may be longer. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}

function lead(equation: Equation): number {
  return Math.abs(equation[0] ?? 0);
}

/** The equation without its first unknown. */
function eliminate([first = 0, ...others]: Equation, [leading = 1, ...tail]: Equation): Equation {
  const factor = first / leading;
  return others.map((value, k) => value - factor * (tail[k] ?? 0));
}
