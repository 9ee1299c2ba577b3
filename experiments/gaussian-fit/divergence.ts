import { type Gaussian, logMixture, logNormal, type Mixture } from "./mixture.ts";

/** Largest |z| of a quadrature in a standardised variable: the normal tail beyond is below 2e-23. */
const reach = 10;

/**
 * D(P‖Q) = Σ wₖ E[log p(x) − log q(x)], x ~ Nₖ, in nats, for a mixture P and a normal Q.
 * By quadrature alone: the closed form of the moments is left to the derivation.
 */
export function forwardDivergence(mixture: Mixture, approximation: Gaussian): number {
  const [logP, logQ] = [logMixture(mixture), logNormal(approximation)];
  const difference = (x: number): number => logP(x) - logQ(x);
  return mixture.reduce(
    (sum, part) => sum + part.weight * expectation(part, difference, resolution(mixture, part)),
    0,
  );
}

/** D(Q‖P) = E[log q(x) − log p(x)], x ~ Q, in nats, for a mixture P and a normal Q. */
export function reverseDivergence(mixture: Mixture, approximation: Gaussian): number {
  const [logP, logQ] = [logMixture(mixture), logNormal(approximation)];
  const difference = (x: number): number => logQ(x) - logP(x);
  return expectation(approximation, difference, resolution(mixture, approximation));
}

/** E[f(μ + σZ)], Z ~ N(0, 1), by the trapezoidal rule with the given step in Z. */
function expectation({ mean, deviation }: Gaussian, f: (x: number) => number, step: number): number {
  const half = Math.ceil(reach / step);
  let sum = 0;
  for (let k = -half; k <= half; k++) {
    const z = k * step;
    sum += Math.exp(-0.5 * z * z) * f(mean + deviation * z);
  }
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

/**
 * A step in the standardised variable of `over` that makes the trapezoidal rule exact to about 1e-13.
 *
 * The rule's error is exp(−2πd/h), d = distance from the real axis to the nearest singularity of the
 * integrand. log p is singular where two components cancel: for equal deviations s and a distance D
 * between means, at Im x = πs²/D; d is that height in units of σ.
 */
function resolution(mixture: Mixture, over: Gaussian): number {
  const smallest = Math.min(...mixture.map((part) => part.deviation));
  const means = mixture.map((part) => part.mean);
  const spread = Math.max(...means) - Math.min(...means);
  const height = spread > 0 ? (Math.PI * smallest ** 2) / spread : Infinity;
  return Math.min(0.4, (2 * Math.PI * height) / (over.deviation * 30));
}
