import { bounded, type Decay } from "./decay.ts";
import { integrate, spread, spreadFar, towardsZero } from "./quadrature.ts";

/** A density that is positive and smooth on one open interval, and 0 outside. */
export interface Density {
  /** Its support, from < to; either end may be infinite. */
  readonly from: number;
  readonly to: number;
  /** Log-density inside, in nats; at an end, its limit from inside. */
  log(x: number): number;
  /** Places between which it is a polynomial to double precision; its logarithm is too. */
  readonly knots: readonly number[];
  readonly atFrom: Decay;
  readonly atTo: Decay;
}

/** The uniform density on [from, to]; throws a RangeError unless from < to. */
export function uniform(from: number, to: number): Density {
  if (!(from < to)) throw new RangeError(`a uniform density needs left < right, found ${from}, ${to}`);
  const height = -Math.log(to - from);
  return { from, to, log: () => height, knots: [], atFrom: bounded, atTo: bounded };
}

/** 2x/s² on [0, s]: 0 at one point. */
export function ramp(to: number): Density {
  const factor = Math.log(2 / to ** 2);
  const atFrom = { ...bounded, order: 1 };
  return { from: 0, to, log: (x) => factor + Math.log(x), knots: towardsZero(to), atFrom, atTo: bounded };
}

/** exp(−1/x)/z on (0, s], z the integral: 0 at one point, to infinite order. */
export function essentialZero(to: number): Density {
  const knots = towardsZero(to);
  const ends = [0, ...knots.toSorted((a, b) => a - b), to];
  const cells = ends.slice(1).map((end, k) => integrate((x) => Math.exp(-1 / x), ends[k] ?? 0, end));
  const constant = -Math.log(cells.reduce((sum, cell) => sum + cell, 0));
  const atFrom = { rate: 1, power: 1, order: 0 };
  return { from: 0, to, log: (x) => constant - 1 / x, knots, atFrom, atTo: bounded };
}

/** The density of N(μ, σ²). */
export function normal(mean: number, deviation: number): Density {
  const constant = -Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
  const log = (x: number): number => constant - 0.5 * ((x - mean) / deviation) ** 2;
  const decay = { rate: 0.5 / deviation ** 2, power: 2, order: 0 };
  return onTheLine(log, spread(mean, deviation), decay);
}

/** The Cauchy density with median m and scale s. */
export function cauchy(median: number, scale: number): Density {
  const constant = -Math.log(Math.PI * scale);
  const log = (x: number): number => constant - Math.log1p(((x - median) / scale) ** 2);
  const knots = [...spread(median, scale), ...spreadFar(median, scale)];
  return onTheLine(log, knots, { ...bounded, order: 2 });
}

/** The Laplace density with mean m and scale s. */
export function laplace(mean: number, scale: number): Density {
  const constant = -Math.log(2 * scale);
  const log = (x: number): number => constant - Math.abs(x - mean) / scale;
  return onTheLine(log, spread(mean, scale), { rate: 1 / scale, power: 1, order: 0 });
}

function onTheLine(log: Density["log"], knots: readonly number[], decay: Decay): Density {
  return { from: -Infinity, to: Infinity, log, knots, atFrom: decay, atTo: decay };
}
