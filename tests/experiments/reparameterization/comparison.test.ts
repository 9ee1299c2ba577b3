import fc from "fast-check";
import { describe, expect, test } from "vitest";
import reparameterization from "../../../experiments/reparameterization/index.ts";
import { closedForms, compareAt, expectWithin } from "./known.ts";
import { settings } from "./settings.ts";

const { quantities: declared } = reparameterization;

describe("variances of one draw: published values", () => {
  test.each([
    [1, 0.5, 1, 21.75, 6, 86.5],
    [0, 1, 4, 15, 8, 74],
    [2, 0.3, 0.36, 235.127778, 16.72, 602.215556],
    [0.5, 2, 16, 63.515625, 33, 311.03125],
  ])("z² at μ = %d, σ = %d", (mean, deviation, pathMean, scoreMean, pathDeviation, scoreDeviation) => {
    const byMean = compareAt({ mean, deviation }).quantities;
    const byDeviation = compareAt({ mean, deviation, target: "deviation" }).quantities;
    expect(byMean.pathwiseVariance).toBeCloseTo(pathMean, 6);
    expect(byMean.scoreVariance).toBeCloseTo(scoreMean, 6);
    expect(byDeviation.pathwiseVariance).toBeCloseTo(pathDeviation, 6);
    expect(byDeviation.scoreVariance).toBeCloseTo(scoreDeviation, 6);
  });

  test.each([
    ["sin 3z, where pathwise loses", 3, 0.5, 1, 4.499994374543, 0.499994178534],
    ["sin 4z, where pathwise loses", 4, 0, 0.5, 7.709633478803, 1.717013656617],
    ["sin z, where pathwise wins", 1, 0.5, 0.5, 0.064060636023, 1.400205679012],
  ])("%s", (_, frequency, mean, deviation, path, score) => {
    const { quantities } = compareAt({ function: "sine", frequency, mean, deviation });
    expect(quantities.pathwiseVariance).toBeCloseTo(path, 11);
    expect(quantities.scoreVariance).toBeCloseTo(score, 11);
    expect(quantities.noiseRatio).toBeCloseTo(path / score, 9);
  });
});

describe("at random settings", () => {
  test("the quadrature gives the closed forms, within the declared errors", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const closed = closedForms[`${setting.function} ${setting.target}`];
        fc.pre(closed !== undefined);
        const [gradient, path, score] = closed(setting.mean, setting.deviation, setting.frequency);
        const { quantities } = compareAt(setting);
        expectWithin(quantities.gradient, gradient, declared.gradient.error);
        expectWithin(quantities.pathwiseVariance, path, declared.pathwiseVariance.error);
        expectWithin(quantities.scoreVariance, score, declared.scoreVariance.error);
        expectWithin(quantities.noiseRatio, path / score, declared.noiseRatio.error);
      }),
      { numRuns: 150 },
    );
  });

  test("both estimators have the same mean, unless f jumps", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { bias, gradient } = compareAt(setting).quantities;
        expectWithin(bias, setting.function === "step" ? -gradient : 0, declared.bias.error);
      }),
      { numRuns: 100 },
    );
  });

  test("Z is the mean and V deviations", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { sample } = compareAt(setting).quantities;
        expect(sample).toBe(setting.mean + setting.deviation * setting.noise);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a kink and a jump, by the normal distribution", () => {
  /** Φ(μ/σ) and φ(μ/σ) at μ/σ = ½. */
  const [below, density] = [0.691462461274013, 0.352065326764299];
  const at = { mean: 0.5, deviation: 1 };

  test("|z|: the slope is a sign", () => {
    const { quantities } = compareAt({ ...at, function: "absolute" });
    expect(quantities.gradient).toBeCloseTo(2 * below - 1, 12);
    expect(quantities.pathwiseVariance).toBeCloseTo(1 - (2 * below - 1) ** 2, 12);
    expect(compareAt({ ...at, function: "absolute", target: "deviation" }).quantities.gradient).toBeCloseTo(
      2 * density,
      12,
    );
  });

  test("a step: the pathwise estimate is 0 for ever, and misses the whole gradient", () => {
    const { quantities, race } = compareAt({ ...at, function: "step" });
    expect(quantities.gradient).toBeCloseTo(density, 12);
    expect(quantities.bias).toBeCloseTo(-density, 12);
    expect([quantities.pathwiseVariance, quantities.noiseRatio]).toEqual([0, 0]);
    expect(race.pathwise.every(({ mean, error }) => mean === 0 && error === 0)).toBe(true);
  });
});
