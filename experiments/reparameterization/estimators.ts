import type { LatentFunction } from "./functions.ts";

/** The parameters of N(μ, σ²). */
export interface Gaussian {
  readonly mean: number;
  readonly deviation: number;
}
/** The parameter with respect to which E f(Z) is differentiated. */
export type Target = "mean" | "deviation";

/** One unbiased estimate of the gradient from one draw of V. */
export type Estimator = (noise: number) => number;

/** Z = μ + σ·V. */
export function sampleOf({ mean, deviation }: Gaussian, noise: number): number {
  return mean + deviation * noise;
}

/** f′(Z)·∂Z/∂μ or f′(Z)·∂Z/∂σ: backpropagation through Z. Where f jumps, it misses the jump. */
export function pathwise({ slope }: LatentFunction, gaussian: Gaussian, target: Target): Estimator {
  return (noise) => slope(sampleOf(gaussian, noise)) * (target === "mean" ? 1 : noise);
}

/** f(Z) times the derivative of log p(Z) with respect to μ or σ, which is V/σ or (V² − 1)/σ. */
export function score({ at }: LatentFunction, gaussian: Gaussian, target: Target): Estimator {
  return (noise) => at(sampleOf(gaussian, noise)) * scoreFactor(gaussian, target, noise);
}

/** The derivative of log p(Z) with respect to the parameter, at the Z that V makes. */
export function scoreFactor({ deviation }: Gaussian, target: Target, noise: number): number {
  return (target === "mean" ? noise : noise ** 2 - 1) / deviation;
}
