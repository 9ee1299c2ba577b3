import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counts, drawCount, standings } from "../../../experiments/reparameterization/race.ts";
import { compareAt } from "./known.ts";
import { settings } from "./settings.ts";

test("standings are kept at every number of draws at first, and at the last", () => {
  expect(counts.slice(0, 12)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(counts.at(-1)).toBe(drawCount);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

test("a standing is the sample mean with its standard error", () => {
  const [first, second, third] = standings([1, 4, 1, 10]);
  expect(first).toEqual({ count: 2, mean: 2.5, error: 1.5 });
  expect(second).toEqual({ count: 3, mean: 2, error: 1 });
  expect(third?.mean).toBe(4);
  expect(third?.error).toBeCloseTo(Math.sqrt(4.5), 14);
});

describe("the race", () => {
  test("ends within five standard errors of the exact gradient, whatever the setting and the seed", () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 1e6 }), (setting, seed) => {
        // rare large estimates spoil the draws' own standard error: the exact one is used
        const { quantities, race } = compareAt(setting, seed);
        const { gradient, bias, pathwiseVariance, scoreVariance } = quantities;
        const path = race.pathwise.at(-1)?.mean ?? Number.NaN;
        const score = race.score.at(-1)?.mean ?? Number.NaN;
        const bound = (variance: number): number => 5 * Math.sqrt(variance / drawCount) + 1e-9;
        expect(Math.abs(path - gradient - bias)).toBeLessThan(bound(pathwiseVariance));
        expect(Math.abs(score - gradient)).toBeLessThan(bound(scoreVariance));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("the bands shrink like 1/√n to the exact deviation of one draw", () => {
    const { quantities, race } = compareAt({});
    for (const [name, variance] of [
      ["pathwise", quantities.pathwiseVariance],
      ["score", quantities.scoreVariance],
    ] as const) {
      for (const { count, error } of race[name].filter((standing) => standing.count >= 1000)) {
        expect((error * Math.sqrt(count)) / Math.sqrt(variance)).toBeCloseTo(1, 0);
      }
    }
  });

  test("the same seed gives the same race, another seed another", () => {
    expect(compareAt({}, 5).race).toEqual(compareAt({}, 5).race);
    expect(compareAt({}, 5).race.score.at(-1)?.mean).not.toBe(compareAt({}, 6).race.score.at(-1)?.mean);
  });
});
