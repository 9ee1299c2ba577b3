import { describe, expect, test } from "vitest";
import { digestOfSweep } from "../../../experiments/information-bottleneck/digest.ts";
import { digits } from "../../../experiments/information-bottleneck/images/outlines.ts";
import { betas, settings } from "../../../experiments/information-bottleneck/network/settings.ts";
import { drawSplit } from "../../../experiments/information-bottleneck/network/train.ts";
import { trainAndJudge } from "../../../experiments/information-bottleneck/network/trial.ts";
import type { Figures } from "../../../experiments/information-bottleneck/optimum.ts";
import {
  latentsAt,
  meanFiguresAt,
  nearestBeta,
  spreadAt,
  storedSweep,
} from "../../../experiments/information-bottleneck/stored-sweep.ts";

test("the stored sweep is that of the code beside it: where this fails, run sweep.ts anew", () => {
  expect(storedSweep.digest).toBe(digestOfSweep());
  expect(storedSweep.settings).toEqual(settings);
  expect(storedSweep.betas).toEqual(betas);
  expect(storedSweep.classes).toEqual(digits);
});

test("every β has a run for every seed, and latents of the first", () => {
  const keys = storedSweep.runs.map(({ beta, seed }) => `${beta} ${seed}`);
  expect(new Set(keys).size).toBe(storedSweep.betas.length * storedSweep.seeds.length);
  expect(storedSweep.seeds.length).toBeGreaterThanOrEqual(5);
  for (const beta of storedSweep.betas) expect(latentsAt(beta)).toHaveLength(60);
});

test("a stored run is found again by training anew", { timeout: 120_000 }, () => {
  const stored = storedSweep.runs.find(({ beta, seed }) => beta === 0.4 && seed === 2);
  const { figures } = trainAndJudge(0.4, 2, (random) => drawSplit(settings, random), settings);
  for (const [name, value] of Object.entries(figures)) {
    const expected = stored?.figures[name as keyof typeof figures] ?? Number.NaN;
    expect(Math.abs(value - expected) / Math.max(1, Math.abs(expected)), name).toBeLessThan(1e-3);
  }
});

describe("what theory asks of any training that has converged", () => {
  test.each(storedSweep.betas.filter((beta) => beta >= 0.4))(
    "at β = %d the second moment is 1 within 1 %",
    (beta) => {
      expect(Math.abs(spreadAt(beta, "secondMoment").mean - 1)).toBeLessThan(0.01);
    },
  );

  test.each([10, 100])(
    "at β = %d the latent has collapsed: no rate, means near 0, the loss of guessing",
    (beta) => {
      expect(spreadAt(beta, "rate").high).toBeLessThan(1e-3);
      expect(spreadAt(beta, "meanScale").high).toBeLessThan(0.02);
      expect(spreadAt(beta, "validationLossMean").mean).toBeCloseTo(Math.log(3), 3);
    },
  );

  test("training loss rises and rate falls with β", () => {
    const means = (name: "trainingLoss" | "rate") => betas.map((beta) => spreadAt(beta, name).mean);
    const rises = (values: readonly number[]) =>
      values.every((value, k) => k === 0 || value >= (values[k - 1] ?? 0) - 1e-3);
    expect(rises(means("trainingLoss"))).toBe(true);
    expect(rises(means("rate").map((rate) => -rate))).toBe(true);
  });
});

test("means, deviations and latents of one β are those of its runs", () => {
  const { mean, deviation, low, high } = spreadAt(0.1, "rate");
  const values = storedSweep.runs.filter(({ beta }) => beta === 0.1).map(({ figures }) => figures.rate);
  expect(mean).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 12);
  expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
  expect(deviation).toBeGreaterThan(0);
  expect(() => spreadAt(0.123, "rate")).toThrow("no stored run has β = 0.123");
});

test("between two stored β the mean is read off the straight line on a logarithmic axis", () => {
  expect(meanFiguresAt(0.1).rate).toBe(spreadAt(0.1, "rate").mean);
  const middle = 0.5 * (spreadAt(0.001, "rate").mean + spreadAt(0.01, "rate").mean);
  expect(meanFiguresAt(Math.sqrt(0.001 * 0.01)).rate).toBeCloseTo(middle, 10);
  expect(nearestBeta(0.05)).toBe(0.03);
});

describe("what the page says of the sweep", () => {
  /** A figure at the first β minus at the second, seed by seed: mean, its standard error, and seeds where it is > 0. */
  function drop(name: keyof Figures, from: number, to: number) {
    const at = (beta: number, seed: number) =>
      storedSweep.runs.find((run) => run.beta === beta && run.seed === seed)?.figures[name] ?? Number.NaN;
    const drops = storedSweep.seeds.map((seed) => at(from, seed) - at(to, seed));
    const mean = drops.reduce((a, b) => a + b) / drops.length;
    const square = drops.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const standardError = Math.sqrt(square / (drops.length - 1) / drops.length);
    return { mean, standardError, positive: drops.filter((each) => each > 0).length };
  }

  /** The β at which a figure's mean over the seeds is least. */
  function least(name: keyof Figures): number {
    const mean = (beta: number): number => spreadAt(beta, name).mean;
    return betas.reduce((best, beta) => (mean(beta) < mean(best) ? beta : best));
  }

  test("from the mean, error and task loss are U-shaped in every seed, least at 0.2 and 0.7", () => {
    expect(least("validationErrorMean")).toBe(0.2);
    expect(least("validationLossMean")).toBe(0.7);
    expect(drop("validationErrorMean", 1e-6, 0.2)).toMatchObject({ positive: 8 });
    expect(drop("validationErrorMean", 10, 0.2).positive).toBe(8);
    expect(drop("validationLossMean", 1e-6, 0.7)).toMatchObject({ positive: 8 });
    expect(drop("validationLossMean", 10, 0.7).positive).toBe(8);
  });

  test("from a sample, the least mean error is at 0.03, but no clearer than five seeds of eight", () => {
    expect(least("validationErrorSample")).toBe(0.03);
    expect(drop("validationErrorSample", 1e-6, 0.03).positive).toBe(5);
    expect(drop("validationErrorSample", 0.4, 1e-6).positive).toBe(8);
    expect(drop("validationLossSample", 1e-6, 1e-4)).toMatchObject({ positive: 8 });
  });

  test("10⁻⁶ and 10⁻³ do not differ in error, but in task loss in every seed", () => {
    const { mean, standardError } = drop("validationErrorMean", 1e-6, 1e-3);
    expect(Math.abs(mean)).toBeLessThan(standardError);
    expect(drop("validationLossMean", 1e-6, 1e-3).positive).toBe(8);
  });

  test("the task loss from a sample rises from 10⁻⁴ on", () => {
    const means = betas
      .filter((beta) => beta >= 1e-4)
      .map((beta) => spreadAt(beta, "validationLossSample").mean);
    for (const [k, mean] of means.entries()) expect(mean).toBeGreaterThan((means[k - 1] ?? 0) - 0.03);
    expect(means.at(-1)).toBeGreaterThan(means[0] ?? Number.NaN);
  });

  test("at 100 no seed has means wider than 0.0021", () => {
    expect(spreadAt(100, "meanScale").high).toBeLessThan(0.0021);
  });
});
