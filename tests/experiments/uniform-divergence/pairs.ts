import fc from "fast-check";
import { expect } from "vitest";
import {
  cauchy,
  type Density,
  laplace,
  normal,
  uniform,
} from "../../../experiments/uniform-divergence/density.ts";
import { type Distribution, mix, withDensity } from "../../../experiments/uniform-divergence/distribution.ts";
import {
  compareOverCells,
  type Totals,
  totalsOf,
} from "../../../experiments/uniform-divergence/divergence.ts";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";

/** The error that the experiment declares. */
export const { error } = uniformDivergence.quantities.forward;

/** Both divergences and both masses. */
export function compare(p: Distribution, q: Distribution): Totals {
  return totalsOf(compareOverCells(p, q));
}

/** D(P‖Q), in nats. */
export function divergence(p: Distribution, q: Distribution): number {
  return compare(p, q).forward;
}

/** Within the error that the experiment declares: relative to max(1, |expected|). */
export function expectWithinError(found: number, expected: number): void {
  if (expected === Infinity) expect(found).toBe(Infinity);
  else expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(error);
}

/** U(from, to), N(μ, σ²), the Cauchy and the Laplace distribution. */
export const U = (from: number, to: number): Distribution => withDensity(uniform(from, to));
export const N = (mean: number, deviation: number): Distribution => withDensity(normal(mean, deviation));
export const C = withDensity(cauchy(0, 1));
export const L = (mean: number): Distribution => withDensity(laplace(mean, 1));
/** ½ Laplace(−2, 1) + ½ Laplace(2, 1). */
export const peaks = mix(L(-2), L(2), 0.5);

/** The exponential density with a rate, from 0 on: half of a Laplace density, doubled. */
export function exponential(rate: number): Density {
  const { knots, atTo } = laplace(0, 1 / rate);
  const log = (x: number): number => Math.log(rate) - rate * x;
  return { from: 0, to: Infinity, log, knots, atFrom: { rate: 0, power: 0, order: 0 }, atTo };
}

/** Probability p on the point 1, the rest on the point 0. */
export function bernoulli(p: number): Distribution {
  const atoms = [
    { at: 0, share: 1 - p },
    { at: 1, share: p },
  ];
  return { parts: [], atoms };
}

/** A place on the line. */
export const real = fc.double({ min: -1, max: 3, noNaN: true });
/** An interval with its ends. */
export const interval = fc
  .tuple(real, fc.double({ min: 0.05, max: 3, noNaN: true }))
  .map(([left, length]) => [left, left + length] as const);
/** A share that fills a hole. */
export const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
/** A deviation. */
export const deviation = fc.double({ min: 0.1, max: 4, noNaN: true });

/** An interval and one inside it, as shares of its length. */
export const nested = fc
  .tuple(
    interval,
    fc.double({ min: 0, max: 0.45, noNaN: true }),
    fc.double({ min: 0.55, max: 1, noNaN: true }),
  )
  .map(([[left, right], from, to]) => {
    const at = (part: number): number => left + part * (right - left);
    return { inner: [at(from), at(to)] as const, outer: [left, right] as const };
  });
