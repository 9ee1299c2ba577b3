import fc from "fast-check";
import { expect } from "vitest";
import type { StepDensity } from "../../../experiments/uniform-divergence/density.ts";
import { divergenceOf, integrateDivergence } from "../../../experiments/uniform-divergence/divergence.ts";
import uniformDivergence from "../../../experiments/uniform-divergence/index.ts";

/** The error that the experiment declares. */
export const { error } = uniformDivergence.quantities.forward;

/** D(P‖Q), in nats. */
export function divergence(p: StepDensity, q: StepDensity): number {
  return divergenceOf(integrateDivergence(p, q));
}

/** Within the error that the experiment declares: relative to max(1, |expected|). */
export function expectWithinError(found: number, expected: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(error);
}

/** A place on the line. */
export const real = fc.double({ min: -1, max: 3, noNaN: true });
/** An interval with its ends. */
export const interval = fc
  .tuple(real, fc.double({ min: 0.05, max: 3, noNaN: true }))
  .map(([left, length]) => [left, left + length] as const);
/** A share that fills a hole. */
export const weight = fc.double({ min: 1e-6, max: 1, noNaN: true });

/** An interval and one inside it, as shares of its length. */
export const nested = fc
  .tuple(
    interval,
    fc.double({ min: 0, max: 0.45, noNaN: true }),
    fc.double({ min: 0.55, max: 1, noNaN: true }),
  )
  .map(([[left, right], from, to]) => {
    const at = (share: number): number => left + share * (right - left);
    return { inner: [at(from), at(to)] as const, outer: [left, right] as const };
  });
