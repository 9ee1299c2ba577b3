import { type Feature, testMean } from "./features.ts";
import { leastNorm } from "./least-norm.ts";
import { dot } from "./linear-system.ts";

/** The least-norm fit to the first feature, which is the target, and what it costs. Shape of each list [d]. */
export interface Fit {
  /** β̂: the coefficients of least norm; all NaN where nothing fits. */
  readonly coefficients: readonly number[];
  /** cₖβ̂ₖ: what the learned function gives each feature. */
  readonly credits: readonly number[];
  /** L = ½E[(target − learned function)²] over U(−1, 1). */
  readonly loss: number;
  /** ∂L/∂cₖ. */
  readonly gradient: readonly number[];
}

/** Fits Σ cₖβₖφₖ to the values of φ₀ at the inputs, and tests it. Shapes of features, inputs, weights: [d], [n], [d]. */
export function fitAndTest(
  features: readonly [Feature, ...Feature[]],
  inputs: readonly number[],
  weights: readonly number[],
): Fit {
  const values = (x: number): number[] => features.map((feature) => feature(x));
  const [target] = features;
  const matrix = inputs.map((x) => values(x).map((value, k) => value * (weights[k] ?? 0)));
  const { coefficients, derivative } = leastNorm(matrix, inputs.map(target));
  const credits = coefficients.map((coefficient, k) => coefficient * (weights[k] ?? 0));
  const error = (x: number): number => target(x) - dot(credits, values(x));

  const slope = (_: Feature, k: number): number => {
    const direction = inputs.map((x) => values(x).map((value, other) => (other === k ? value : 0)));
    const moved = derivative(direction).map(
      (change, other) => change * (weights[other] ?? 0) + (other === k ? (coefficients[k] ?? 0) : 0),
    );
    return -testMean((x) => error(x) * dot(moved, values(x)));
  };
  const loss = 0.5 * testMean((x) => error(x) ** 2);
  return { coefficients, credits, loss, gradient: features.map(slope) };
}
