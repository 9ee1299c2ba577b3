import { gradientAt, type Squares, type Weights } from "./loss-surface.ts";

/** One step of gradient descent: c − η∇L(c). */
export function stepDown(squares: Squares, [c0, c1]: Weights, rate: number): Weights {
  const [slope0, slope1] = gradientAt(squares, [c0, c1]);
  return [c0 - rate * slope0, c1 - rate * slope1];
}

/** The weights before and after each of so many steps; it ends early where there is no gradient to follow. */
export function descend(squares: Squares, start: Weights, rate: number, steps: number): readonly Weights[] {
  const path = [start];
  for (let at = start; path.length <= steps; path.push(at)) {
    at = stepDown(squares, at, rate);
    if (!Number.isFinite(at[0] + at[1])) break;
  }
  return path;
}
