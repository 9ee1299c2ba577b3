/** A normal component of a mixture: weight, mean, standard deviation. */
export interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
}

/** A mixture of two normal distributions; the weights add up to 1. */
export type Mixture = readonly [Component, Component];

/** A normal distribution. */
export interface Gaussian {
  readonly mean: number;
  readonly deviation: number;
}

/** ½ log 2π. */
export const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Log-density of a normal distribution as a function of x, in nats. */
export function logNormal({ mean, deviation }: Gaussian): (x: number) => number {
  const constant = -Math.log(deviation) - logRootTwoPi;
  return (x) => constant - 0.5 * ((x - mean) / deviation) ** 2;
}

/**
 * Log-density of a mixture as a function of x, in nats.
 * By log-sum-exp, so that it stays finite where the density underflows.
 */
export function logMixture([one, other]: Mixture): (x: number) => number {
  const [top, otherTop] = [logHeight(one), logHeight(other)];
  const [precision, otherPrecision] = [0.5 / one.deviation ** 2, 0.5 / other.deviation ** 2];
  return (x) => {
    const a = top - precision * (x - one.mean) ** 2;
    const b = otherTop - otherPrecision * (x - other.mean) ** 2;
    return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
  };
}

/** Log of a component's own density at its mean, weight included. */
function logHeight({ weight, deviation }: Component): number {
  return Math.log(weight / deviation) - logRootTwoPi;
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

/**
 * Distance from the real axis to the nearest complex x at which the two components cancel: log p is singular there.
 * The difference of their logs is a quadratic αx² + βx + γ, which is ±πi there. For equal deviations s and a
 * distance D between the means this is πs²/D.
 */
export function singularityHeight([one, other]: Mixture): number {
  const [p, q] = [1 / one.deviation ** 2, 1 / other.deviation ** 2];
  const alpha = (q - p) / 2;
  const beta = p * one.mean - q * other.mean;
  const gamma =
    Math.log((one.weight * other.deviation) / (other.weight * one.deviation)) +
    (q * other.mean ** 2 - p * one.mean ** 2) / 2;
  const discriminant = beta ** 2 - 4 * alpha * gamma;
  const modulus = Math.hypot(discriminant, 4 * Math.PI * alpha);
  // two forms of |Im √(discriminant + 4πiα)| / 2|α|, each where it does not cancel
  if (discriminant < 0) return Math.sqrt((modulus - discriminant) / 2) / (2 * Math.abs(alpha));
  return (Math.SQRT2 * Math.PI) / Math.sqrt(modulus + discriminant);
}

/** a: half the distance of the means over the components' deviation; undefined where the two are no mirror images. */
export function separationOf([one, other]: Mixture): number | undefined {
  const isMirrored = one.weight === other.weight && one.deviation === other.deviation;
  return isMirrored ? Math.abs(other.mean - one.mean) / (2 * one.deviation) : undefined;
}
