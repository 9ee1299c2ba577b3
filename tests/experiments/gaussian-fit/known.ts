import fc from "fast-check";
import { expect } from "vitest";
import type { Gaussian, Mixture } from "../../../experiments/gaussian-fit/mixture.ts";

/** P = ½N(−2, 0.6²) + ½N(2, 0.6²). */
export const equal: Mixture = [
  { weight: 0.5, mean: -2, deviation: 0.6 },
  { weight: 0.5, mean: 2, deviation: 0.6 },
];
/** P = 0.3N(−3, 0.5²) + 0.7N(1.5, 0.9²). */
export const unequal: Mixture = [
  { weight: 0.3, mean: -3, deviation: 0.5 },
  { weight: 0.7, mean: 1.5, deviation: 0.9 },
];

/** Published to twelve digits, from two other quadratures and a pattern search. Columns: μ, σ, D(Q‖P), D(P‖Q). */
export const equalPoints = [
  ["forward optimum", 0, 2.088061301782, 1.273239053944, 0.555155528632],
  ["right reverse minimum", 1.99707828155, 0.604856420674, 0.691836005029, 10.22560214],
  ["left reverse minimum", -1.99707828155, 0.604856420674, 0.691836005029, 10.22560214],
  ["broad reverse minimum", 0, 1.79027851644, 1.13838187766, 0.5814572903],
  ["right reverse saddle", 1.08535237201, 1.45113257874, 1.2434346514, 1.006209993],
  ["left reverse saddle", -1.08535237201, 1.45113257874, 1.2434346514, 1.006209993],
] as const;
export const unequalPoints = [
  ["forward optimum", 0.15, 2.212351689944, 0.933364117537, 0.466881408064],
  ["global reverse minimum", 1.49346837792, 0.910902419332, 0.354783160814, 3.116542328],
  ["local reverse minimum", -2.99534755752, 0.506873630755, 1.20119264071, 27.27205814],
  ["reverse saddle", -2.18773662259, 1.24436535719, 1.7828715809, 2.736584841],
] as const;

/** Within 0.6 units of a decimal, relative to max(1, |expected|). */
export function expectRelative(found: number, expected: number, digits: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(0.6 * 10 ** -digits);
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any Q of the figure. */
export const gaussians: fc.Arbitrary<Gaussian> = fc.record({
  mean: between(-6, 6),
  deviation: between(0.2, 5),
});

/** Any P of the figure. */
export const mixtures: fc.Arbitrary<Mixture> = fc
  .record({
    weight: between(0.05, 0.95),
    left: fc.record({ mean: between(-4, 0), deviation: between(0.4, 1.5) }),
    right: fc.record({ mean: between(0, 4), deviation: between(0.4, 1.5) }),
  })
  .map(
    ({ weight, left, right }): Mixture => [
      { weight: 1 - weight, ...left },
      { weight, ...right },
    ],
  );

/** The image of a Gaussian or a component under x → ax + b. */
export function moved<T extends Gaussian>(part: T, { mean: b, deviation: a }: Gaussian): T {
  return { ...part, mean: a * part.mean + b, deviation: a * part.deviation };
}
