import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardDivergence, reverseDivergence } from "../../../experiments/gaussian-fit/divergence.ts";
import { type Gaussian, type Mixture, moments, target } from "../../../experiments/gaussian-fit/mixture.ts";

/** Published to twelve digits, from two other quadratures and a pattern search. Columns: μ, σ, D(Q‖P), D(P‖Q). */
const symmetric = [
  ["forward optimum", 0, 2.088061301782, 1.273239053944, 0.555155528632],
  ["right reverse minimum", 1.99707828155, 0.604856420674, 0.691836005029, 10.22560214],
  ["left reverse minimum", -1.99707828155, 0.604856420674, 0.691836005029, 10.22560214],
  ["broad reverse minimum", 0, 1.79027851644, 1.13838187766, 0.5814572903],
  ["reverse saddle", 1.08535237201, 1.45113257874, 1.2434346514, 1.006209993],
] as const;

const unequal: Mixture = [
  { weight: 0.3, mean: -3, deviation: 0.5 },
  { weight: 0.7, mean: 1.5, deviation: 0.9 },
];
const unequalPoints = [
  ["forward optimum", 0.15, 2.212351689944, 0.933364117537, 0.466881408064],
  ["global reverse minimum", 1.49346837792, 0.910902419332, 0.354783160814, 3.116542328],
  ["local reverse minimum", -2.99534755752, 0.506873630755, 1.20119264071, 27.27205814],
  ["reverse saddle", -2.18773662259, 1.24436535719, 1.7828715809, 2.736584841],
] as const;

function expectRelative(found: number, expected: number, digits: number): void {
  expect(Math.abs(found - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(0.6 * 10 ** -digits);
}

describe("published points", () => {
  test.each(symmetric)("two equal modes, %s", (_, mean, deviation, reverse, forward) => {
    expectRelative(reverseDivergence(target, { mean, deviation }), reverse, 10);
    expectRelative(forwardDivergence(target, { mean, deviation }), forward, 9);
  });

  test.each(unequalPoints)("two unequal modes, %s", (_, mean, deviation, reverse, forward) => {
    expectRelative(reverseDivergence(unequal, { mean, deviation }), reverse, 10);
    expectRelative(forwardDivergence(unequal, { mean, deviation }), forward, 9);
  });

  test("the forward optimum of two equal modes is known to twelve digits", () => {
    expect(forwardDivergence(target, { mean: 0, deviation: Math.sqrt(4.36) })).toBeCloseTo(
      0.555155528632,
      12,
    );
  });

  test("the mode-seeking and the broad minimum cost the same at the Maxwell point m = 2.8000822176", () => {
    const m = 2.8000822176;
    const mixture = [-m, m].map((mean) => ({ weight: 0.5, mean, deviation: 1 }));
    expect(reverseDivergence(mixture, { mean: 2.768, deviation: 1.0443109 })).toBeCloseTo(0.6842661, 9);
    expect(reverseDivergence(mixture, { mean: 0, deviation: 2.601497 })).toBeCloseTo(0.6842661, 9);
  });
});

const gaussian: fc.Arbitrary<Gaussian> = fc.record({
  mean: fc.double({ min: -6, max: 6, noNaN: true }),
  deviation: fc.double({ min: 0.2, max: 5, noNaN: true }),
});
const mixtures: fc.Arbitrary<Mixture> = fc
  .record({
    weight: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    left: gaussian.map(({ mean, deviation }) => ({ mean: mean / 2, deviation: 0.4 + deviation / 3 })),
    right: gaussian.map(({ mean, deviation }) => ({ mean: mean / 2, deviation: 0.4 + deviation / 3 })),
  })
  .map(({ weight, left, right }) => [
    { weight, ...left },
    { weight: 1 - weight, ...right },
  ]);

describe("invariants at random parameters", () => {
  test("forward differs from its optimum by the closed form of the moments", () => {
    fc.assert(
      fc.property(mixtures, gaussian, (mixture, q) => {
        const { mean, variance } = moments(mixture);
        const best = forwardDivergence(mixture, { mean, deviation: Math.sqrt(variance) });
        const scaled = (variance + (mean - q.mean) ** 2) / (2 * q.deviation ** 2);
        const excess = Math.log(q.deviation) - 0.5 * Math.log(variance) + scaled - 0.5;
        expectRelative(forwardDivergence(mixture, q), best + excess, 11);
      }),
    );
  });

  test("neither divergence is negative", () => {
    fc.assert(
      fc.property(mixtures, gaussian, (mixture, q) => {
        expect(forwardDivergence(mixture, q)).toBeGreaterThan(-1e-12);
        expect(reverseDivergence(mixture, q)).toBeGreaterThan(-1e-12);
      }),
    );
  });

  test("both divergences are unchanged by x → ax + b of P and Q", () => {
    fc.assert(
      fc.property(mixtures, gaussian, gaussian, (mixture, q, { mean: b, deviation: a }) => {
        const move = <T extends Gaussian>(part: T): T => ({
          ...part,
          mean: a * part.mean + b,
          deviation: a * part.deviation,
        });
        const moved = mixture.map(move);
        expectRelative(forwardDivergence(moved, move(q)), forwardDivergence(mixture, q), 11);
        expectRelative(reverseDivergence(moved, move(q)), reverseDivergence(mixture, q), 11);
      }),
    );
  });

  test("for one component both have the closed form of two Gaussians, and vanish where they are equal", () => {
    const closed = (p: Gaussian, q: Gaussian): number =>
      Math.log(q.deviation / p.deviation) +
      (p.deviation ** 2 + (p.mean - q.mean) ** 2) / (2 * q.deviation ** 2) -
      0.5;
    fc.assert(
      fc.property(gaussian, gaussian, (p, q) => {
        const mixture = [{ weight: 1, ...p }];
        expectRelative(forwardDivergence(mixture, q), closed(p, q), 11);
        expectRelative(reverseDivergence(mixture, q), closed(q, p), 11);
        expect(Math.abs(forwardDivergence(mixture, p))).toBeLessThan(1e-12);
      }),
    );
  });

  test("reverse at a component never costs more than −log of its weight", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        for (const part of mixture) {
          expect(reverseDivergence(mixture, part)).toBeLessThan(-Math.log(part.weight) + 1e-12);
        }
      }),
    );
  });
});
