/** A function of one variable. */
export type Feature = (x: number) => number;

/** √2 cos(kπx), k = 1, 2, …: of mean square 1 under U(−1, 1), and orthogonal to every other k. */
export function cosine(frequency: number): Feature {
  return (x) => Math.SQRT2 * cosPi(frequency * x);
}

/** The problem's witnesses: the true feature, which is the target too, and its alias; equal at 0 and ±⅔. */
export const witnesses = [cosine(1), cosine(2)] as const;

/** √2 sin(kπx), k = 1, 2, …: likewise. */
export function sine(frequency: number): Feature {
  return (x) => Math.SQRT2 * cosPi(frequency * x - 0.5);
}

/** cos(πx) to full relative precision, also beside its zeros; exactly 0 and ±1 where it has these values. */
function cosPi(x: number): number {
  const turned = Math.abs(x) % 2;
  const folded = turned > 1 ? 2 - turned : turned;
  return Math.sin(Math.PI * (0.5 - folded));
}

/**
 * E[f(X)], X ~ U(−1, 1), by the trapezoidal rule for a function of period 2: exact for cosines and sines of
 * frequencies below the number of nodes.
 */
export function testMean(f: Feature, nodeCount = 64): number {
  let sum = 0;
  for (let j = 0; j < nodeCount; j++) sum += f(-1 + (2 * j) / nodeCount);
  return sum / nodeCount;
}

/** Nodes of the same rule for the witnesses in tf.js, over one period: no integrand has a frequency above 4. */
export const testNodes: readonly number[] = Array.from({ length: 16 }, (_, j) => -1 + j / 8);
