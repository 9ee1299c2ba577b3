import type { Figures } from "../optimum.ts";
import { findRoot, normalBelow, softplus } from "./expectation.ts";

/**
 * Three equally frequent classes, their means on the corners of an equilateral triangle at distance ϱ from the
 * origin, variance σ² in both coordinates, decoder the true conditional distribution. The task sees k = ϱ/σ alone,
 * and at a given k the rate is least for σ² = 1/(1 + ½k²).
 */

/** Corners of the triangle of radius 1, one per class. */
export const corners = [
  [0, 1],
  [-Math.sqrt(0.75), -0.5],
  [Math.sqrt(0.75), -0.5],
] as const;

/**
 * Half the width, in deviations, of the square over which a quadrature runs. From k = 4 on the integrand falls off
 * with the density on all sides of its weight, and what lies beyond 6 deviations is below 10⁻¹³ of it.
 */
function reachAt(k: number): number {
  return k < 4 ? 8 : 6;
}

/**
 * E f(a, b) over the log-odds a, b of the two wrong classes against the right one. With the right class's mean along
 * the first coordinate, they are −3k²/2 − 3kV₁/2 ± √¾kV₂. The trapezoidal rule runs where the integrand has its
 * weight: where the right class's deviates lie halfway to the others, at V₁ = −¾k and V₂ = ±√3k/4.
 */
function expectationOfOdds(f: (a: number, b: number) => number, k: number): number {
  const side = Math.sqrt(0.75) * k;
  const reach = reachAt(k);
  const step = Math.min(0.25, Math.PI ** 2 / (22 * Math.max(side, 1e-9)));
  const [columns, rows] = [Math.ceil(reach / step), Math.ceil((0.5 * side + reach) / step)];
  let sum = 0;
  for (let column = -columns; column <= columns; column++) {
    const v = -0.75 * k + column * step;
    const along = -1.5 * k * (k + v);
    let inner = 0.5 * f(along, along);
    for (let row = 1; row <= rows; row++) {
      const across = row * step;
      inner += Math.exp(-0.5 * across * across) * f(along + side * across, along - side * across);
    }
    sum += Math.exp(-0.5 * v * v) * inner;
  }
  return (sum * step * step) / Math.PI;
}

/** The β at which k is optimal: (1 + ½k²) E|u − E[u|Z]|², for the corner u of the class. It falls from 1 to 0. */
export function betaOfRadius(k: number): number {
  const square = expectationOfOdds((a, b) => {
    const [p, q] = wrongClasses(a, b);
    return 3 * (p * p + q * q + p * q);
  }, k);
  return (1 + 0.5 * k * k) * square;
}

/** The optimal ratio k = ϱ/σ; 0 from β = 1 on. Sought as k², in which log β is almost linear. */
export function optimalRadius(beta: number): number {
  if (beta >= 1) return 0;
  return Math.sqrt(findRoot((square) => Math.log(beta / betaOfRadius(Math.sqrt(square))), 0, 64));
}

/** Probabilities that the decoder gives to the two wrong classes, from their log-odds against the right one. */
function wrongClasses(a: number, b: number): readonly [number, number] {
  const largest = Math.max(a, b, 0);
  const [first, second] = [Math.exp(a - largest), Math.exp(b - largest)];
  const total = first + second + Math.exp(-largest);
  return [first / total, second / total];
}

/** The exact optimum with ratio k. There is no difference between training and validation: the law is known. */
export function figuresOfThreeClasses(k: number): Figures {
  const loss = expectationOfOdds((a, b) => softplus(logAddExp(a, b)), k);
  const error = errorAt(k);
  const variance = 1 / (1 + 0.5 * k * k);
  return {
    trainingLoss: loss,
    trainingError: error,
    validationLossMean: Math.log1p(2 * Math.exp(-1.5 * k * k)),
    validationLossSample: loss,
    validationErrorMean: k > 0 ? 0 : 2 / 3,
    validationErrorSample: error,
    rate: Math.log1p(0.5 * k * k),
    meanScale: k * Math.sqrt(0.5 * variance),
    secondMoment: 0.5 * k * k * variance + variance,
  };
}

/**
 * Probability that a wrong mean is the nearest. The right class's region is the wedge |across| < √3·along around its
 * own axis: at a point along·σ of the axis it has the probability Φ(√3·along) − Φ(−√3·along).
 */
function errorAt(k: number): number {
  if (k === 0) return 2 / 3;
  const wrong = (across: number): number => normalBelow(Math.abs(across) / Math.sqrt(3) - k);
  return 2 * halfExpectation(wrong);
}

/** E[f(V)·1(V > 0)] for a smooth f, by Simpson's rule on [0, 12]. */
function halfExpectation(f: (v: number) => number): number {
  const intervals = 120;
  const step = 12 / intervals;
  let sum = 0;
  for (let n = 0; n <= intervals; n++) {
    const weight = n === 0 || n === intervals ? 1 : n % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * (n * step) ** 2) * f(n * step);
  }
  return (sum * step) / (3 * Math.sqrt(2 * Math.PI));
}

function logAddExp(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
