import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { descend } from "../../../experiments/gaussian-fit/descent.ts";
import type { Gaussian, Mixture } from "../../../experiments/gaussian-fit/mixture.ts";
import { reverseSlopes } from "../../../experiments/gaussian-fit/reverse-slopes.ts";
import { stationaryPoints } from "../../../experiments/gaussian-fit/stationary.ts";
import {
  equal,
  equalPoints,
  expectRelative,
  gaussians,
  mixtures,
  moved,
  unequal,
  unequalPoints,
} from "./known.ts";

/** The published reverse points, in the order of the found ones. */
function published(points: readonly (readonly [string, number, number, number, number])[]) {
  return points
    .slice(1)
    .map(([kind, mean, deviation, divergence]) => ({ kind, mean, deviation, divergence }))
    .toSorted((a, b) => a.divergence - b.divergence || a.mean - b.mean);
}

describe("published points", () => {
  test.each([
    ["two equal modes", equal, published(equalPoints)],
    ["two unequal modes", unequal, published(unequalPoints)],
  ] as const)("%s: all of them and no other, to nine digits", (_, mixture, expected) => {
    const found = stationaryPoints(mixture);
    expect(found.map(({ isMinimum }) => isMinimum)).toEqual(
      expected.map(({ kind }) => kind.includes("minimum")),
    );
    // of mirror images either may come first: their divergences differ by rounding
    const sorted = found.toSorted(
      (a, b) => Math.round(1e9 * (a.divergence - b.divergence)) || a.mean - b.mean,
    );
    sorted.forEach((point, k) => {
      expectRelative(point.mean, expected[k]?.mean ?? Number.NaN, 9);
      expectRelative(point.deviation, expected[k]?.deviation ?? Number.NaN, 9);
      expectRelative(point.divergence, expected[k]?.divergence ?? Number.NaN, 9);
    });
  });

  test.each([
    [0.4, 2.28816793, [1, 2]],
    [0.4, 2.520277551, [2, 3]],
    // by then the broad minimum is gone
    [0.3, 2.119001034, [1, 2]],
    [0.3, 2.625850823, [1, 2]],
    [0.1, 2.899431897, [1, 2]],
  ])("with unit deviations and left weight %d a minimum appears at m = %d", (weight, m, counts) => {
    const count = (at: number): number =>
      countMinima([
        { weight, mean: -at, deviation: 1 },
        { weight: 1 - weight, mean: at, deviation: 1 },
      ]);
    expect([count(m - 2e-9), count(m + 2e-9)]).toEqual(counts);
  });
});

function countMinima(mixture: Mixture): number {
  return stationaryPoints(mixture).filter(({ isMinimum }) => isMinimum).length;
}

describe("invariants at random P", () => {
  test("there the mean slope of log p is 0 and σ² times its mean curvature is −1", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        for (const point of stationaryPoints(mixture)) {
          const { mean, scale, meanMean } = reverseSlopes(mixture, point);
          expect(Math.abs(mean)).toBeLessThan(1e-9);
          expect(Math.abs(scale)).toBeLessThan(1e-9);
          expect(point.deviation ** 2 * meanMean).toBeCloseTo(1, 8);
        }
      }),
    );
  });

  test("minima are one more than saddles", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const points = stationaryPoints(mixture);
        expect(2 * countMinima(mixture) - points.length).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  test("the lowest costs at most −log of the larger weight", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const largest = Math.max(...mixture.map(({ weight }) => weight));
        expect(stationaryPoints(mixture)[0]?.divergence).toBeLessThan(-Math.log(largest) + 1e-12);
      }),
    );
  });

  test("a descent from anywhere ends at one of the minima, or still falls", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, start) => {
        const end = [...descend(mixture, "reverse", start)].at(-1) ?? start;
        const { mean, scale } = reverseSlopes(mixture, end);
        const isFlat = Math.hypot(end.deviation * mean, scale) < 1e-4;
        const minima = stationaryPoints(mixture).filter(({ isMinimum }) => isMinimum);
        if (isFlat) expect(Math.min(...minima.map((each) => distance(each, end)))).toBeLessThan(0.01);
      }),
      { numRuns: 300 },
    );
  });

  test("x → ax + b of P moves them all along and leaves their values", () => {
    fc.assert(
      fc.property(mixtures, gaussians, ([one, other], map) => {
        const image = stationaryPoints([moved(one, map), moved(other, map)]);
        const expected = stationaryPoints([one, other]);
        expect(image).toHaveLength(expected.length);
        expected.forEach((point, k) => {
          const at = image[k];
          if (at === undefined) return;
          expect(distance(moved(point, map), at)).toBeLessThan(1e-7);
          expectRelative(at.divergence, point.divergence, 11);
        });
      }),
    );
  });

  test("a symmetric P has a minimum in its middle at every separation", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (m) => {
        const points = stationaryPoints([
          { weight: 0.5, mean: -m, deviation: 1 },
          { weight: 0.5, mean: m, deviation: 1 },
        ]);
        const middle = points.filter(({ mean }) => Math.abs(mean) < 1e-9);
        expect(middle.map(({ isMinimum }) => isMinimum)).toEqual([true]);
      }),
    );
  });
});

function distance(a: Gaussian, b: Gaussian): number {
  return Math.hypot(a.mean - b.mean, a.deviation - b.deviation) / b.deviation;
}
