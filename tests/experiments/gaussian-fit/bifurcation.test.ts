import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { branches, thresholds } from "../../../experiments/gaussian-fit/bifurcation.ts";
import { stationaryPoints } from "../../../experiments/gaussian-fit/stationary.ts";
import {
  broadBranch,
  broadMinimum,
  sideBranch,
  symmetricMixture,
} from "../../../experiments/gaussian-fit/symmetric-family.ts";
import { expectRelative } from "./known.ts";

describe("published numbers", () => {
  test("P becomes bimodal at 1, minima appear at 2.4122297180 and become lowest at 2.8000822176", () => {
    const { bimodal, appearance, exchange } = thresholds();
    expectRelative(bimodal, 1, 12);
    expect(Math.abs(appearance - 2.412229718)).toBeLessThan(0.6e-10);
    expect(Math.abs(exchange - 2.8000822176)).toBeLessThan(0.6e-10);
  });

  test("at the appearance μ = 2.1457236485, σ = 1.2909851301, D = 0.6539766016", () => {
    const { mean, deviation, divergence } = branches().mode[0] ?? broadBranch(1);
    // where the branch turns, its place is known only to half of the digits of its separation
    expectRelative(mean, 2.1457236485, 6);
    expectRelative(deviation, 1.2909851301, 6);
    expectRelative(divergence, 0.6539766016, 9);
  });

  test("at the exchange both cost 0.6842661000, broad with σ = 2.6014970, on a mode with σ = 1.0443109", () => {
    const { exchange } = thresholds();
    const crossing = branches().lowest.find(({ separation }) => separation === exchange);
    const broad = broadMinimum(exchange);
    expectRelative(crossing?.divergence ?? Number.NaN, 0.6842661, 10);
    expectRelative(crossing?.mean ?? Number.NaN, 2.768, 7);
    expectRelative(crossing?.deviation ?? Number.NaN, 1.0443109, 7);
    expectRelative(broad.divergence, 0.6842661, 10);
    expectRelative(broad.deviation, 2.601497, 7);
  });

  test.each([
    [0.5, 1.117557158981, 1.560904e-4],
    [1, 1.39373226736, 0.01088786387],
    [2, 2.047009519858, 0.226507960761],
    [2.5, 2.390588729, 0.481061845],
    [3, 2.743769309091, 0.840621431279],
    [4, 3.4727249297, 1.871196512],
    [5, 4.222571924491, 3.306603806699],
  ])("the broad minimum at a = %d has σ = %d and costs %d", (a, deviation, divergence) => {
    const broad = broadMinimum(a);
    expectRelative(broad.separation, a, 12);
    expectRelative(broad.deviation, deviation, 9);
    expectRelative(broad.divergence, divergence, 9);
  });
});

describe("the branches", () => {
  test("are the stationary points that the search for any P finds", () => {
    const ratio = fc.double({ min: 0.24, max: 1.6, noNaN: true });
    fc.assert(
      fc.property(ratio, (ratio) => {
        const side = sideBranch(ratio);
        // nearer to the turn a minimum and a saddle are closer than they can be told apart
        fc.pre(side.separation > thresholds().appearance + 1e-6);
        const found = stationaryPoints(symmetricMixture(side.separation));
        for (const point of [side, broadMinimum(side.separation)]) {
          const same = found.filter(({ mean }) => Math.abs(mean - point.mean) < 1e-6);
          expect(same).toHaveLength(1);
          expectRelative(same[0]?.deviation ?? Number.NaN, point.deviation, 6);
          expectRelative(same[0]?.divergence ?? Number.NaN, point.divergence, 11);
        }
      }),
    );
  });

  test("in the middle the separation rises with aσ: one broad point for each", () => {
    const separations = branches().broad.map(({ separation }) => separation);
    expect(separations).toEqual(separations.toSorted((a, b) => a - b));
  });

  test("at a mode and of saddles begin at the appearance and go to larger separations", () => {
    const { appearance } = thresholds();
    for (const branch of [branches().mode, branches().saddle]) {
      const separations = branch.map(({ separation }) => separation);
      expect(separations[0]).toBeCloseTo(appearance, 12);
      expect(separations).toEqual(separations.toSorted((a, b) => a - b));
    }
  });

  test("the lowest never rises above log 2, which the one at a mode approaches from below", () => {
    for (const { divergence } of branches().lowest) expect(divergence).toBeLessThan(Math.LN2);
    expect(branches().mode.at(-1)?.divergence).toBeGreaterThan(Math.LN2 - 1e-4);
  });
});
