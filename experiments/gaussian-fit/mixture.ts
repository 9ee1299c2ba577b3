/** A normal component of a mixture: weight, mean, standard deviation. */
export interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
}

/** A mixture of normal distributions; the weights add up to 1. */
export type Mixture = readonly Component[];

/** A normal distribution. */
export interface Gaussian {
  readonly mean: number;
  readonly deviation: number;
}

/** P = ½N(−2, 0.6²) + ½N(2, 0.6²): mean 0, variance 4.36, two modes. */
export const target: Mixture = [
  { weight: 0.5, mean: -2, deviation: 0.6 },
  { weight: 0.5, mean: 2, deviation: 0.6 },
];

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Log-density of a normal distribution as a function of x, in nats. */
export function logNormal({ mean, deviation }: Gaussian): (x: number) => number {
  const constant = -Math.log(deviation) - logRootTwoPi;
  return (x) => constant - 0.5 * ((x - mean) / deviation) ** 2;
}

/**
 * Log-density of a mixture as a function of x, in nats.
 * By log-sum-exp, so that it stays finite where the density underflows.
 */
export function logMixture(mixture: Mixture): (x: number) => number {
  const parts = mixture.map((part) => {
    const logDensity = logNormal(part);
    const logWeight = Math.log(part.weight);
    return (x: number): number => logWeight + logDensity(x);
  });
  return (x) => {
    let total = -Infinity;
    for (const part of parts) total = logAddExp(total, part(x));
    return total;
  };
}

/** log(eᵃ + eᵇ) without overflow. */
function logAddExp(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

/** Mean and variance of a mixture, exactly. */
export function moments(mixture: Mixture): { readonly mean: number; readonly variance: number } {
  const mean = mixture.reduce((sum, part) => sum + part.weight * part.mean, 0);
  const variance = mixture.reduce(
    (sum, part) => sum + part.weight * (part.deviation ** 2 + (part.mean - mean) ** 2),
    0,
  );
  return { mean, variance };
}
