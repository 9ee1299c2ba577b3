import { type Divergence, entropyOf, forwardDivergence, reverseDivergence } from "./divergence.ts";
import { type Gaussian, type Mixture, moments } from "./mixture.ts";
import { type Stationary, stationaryPoints } from "./stationary.ts";

/** What depends on P alone. */
export interface Fits {
  readonly mixture: Mixture;
  readonly forward: Divergence;
  readonly reverse: Divergence;
  /** H(P), in nats. */
  readonly entropy: number;
  /** The Gaussian with P's mean and variance: D(P‖Q) is least there. */
  readonly matched: Gaussian;
  /** The stationary points of D(Q‖P), lowest first. */
  readonly stationary: readonly Stationary[];
}

/** The fits of the latest P: a figure asks for the same many times, while Q is dragged and its plane is searched. */
let latest: Fits | undefined;

/** The fits of P. They depend on P only: they are kept for speed. */
export function fitsOf(mixture: Mixture): Fits {
  if (latest === undefined || !isSame(latest.mixture, mixture)) latest = computeFits(mixture);
  return latest;
}

function computeFits(mixture: Mixture): Fits {
  const { mean, variance } = moments(mixture);
  return {
    mixture,
    forward: forwardDivergence(mixture),
    reverse: reverseDivergence(mixture),
    entropy: entropyOf(mixture),
    matched: { mean, deviation: Math.sqrt(variance) },
    stationary: stationaryPoints(mixture),
  };
}

function isSame(one: Mixture, other: Mixture): boolean {
  return one.every(({ weight, mean, deviation }, k) => {
    const part = other[k];
    return part?.weight === weight && part.mean === mean && part.deviation === deviation;
  });
}
