import * as plot from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { descendExactly } from "../../../experiments/information-bottleneck/exact/exact-training.ts";
import { curveOf } from "../../../experiments/information-bottleneck/figure/curves.ts";
import { placeLabels } from "../../../experiments/information-bottleneck/figure/label-places.ts";
import {
  pointsOf,
  reachOf,
  scalesOf,
} from "../../../experiments/information-bottleneck/figure/latent-points.ts";
import { number } from "../../../experiments/information-bottleneck/figure/layout.ts";
import bottleneck from "../../../experiments/information-bottleneck/index.ts";
import { type ModelName, modelAt } from "../../../experiments/information-bottleneck/models.ts";
import { spreadAt } from "../../../experiments/information-bottleneck/stored-sweep.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const experiment = bottleneck as unknown as Experiment;
const values = defaultValues(bottleneck.parameters);
const models: readonly ModelName[] = ["digits", "linear", "two", "three"];

test("the quantities of digits are the means over the stored seeds", () => {
  const { result } = measure(experiment, { ...values, beta: 0.1 });
  expect(result.quantities["validationErrorMean"]).toBe(spreadAt(0.1, "validationErrorMean").mean);
  expect(result.quantities["rate"]).toBe(spreadAt(0.1, "rate").mean);
});

test.each([
  ["linear", 0.45, { validationErrorMean: 0.25, validationErrorSample: 0.5875, trainingLoss: 0.275 }],
  ["two", 0.1, { trainingLoss: 0.011434096, rate: 1.039373605, secondMoment: 1 }],
  ["three", 0.1, { trainingLoss: 0.0217734, rate: 1.736734, secondMoment: 1 }],
])("the quantities of the model %s at β = %d are the known ones", (model, beta, expected) => {
  const { quantities } = measure(experiment, { ...values, model, beta }).result;
  for (const [name, value] of Object.entries(expected)) expect(quantities[name]).toBeCloseTo(value, 6);
});

describe("the picture", () => {
  const states = models.flatMap((model) =>
    ["samples", "means"].flatMap((dots) =>
      ["error", "loss"].flatMap((curve) =>
        [1e-6, 0.45, 100].map((beta) => ({ ...values, model, dots, curve, beta })),
      ),
    ),
  );

  test.each(states)(
    "of $model, $dots, $curve at β = $beta has two panels and no number that is none",
    (state) => {
      const { panels, svg } = renderFrame(experiment, state);
      expect(panels).toHaveLength(2);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  test("says what is stored and what is exact", () => {
    expect(renderFrame(experiment, values).svg).toContain("stored, seed 1, β = 0.001");
    expect(renderFrame(experiment, { ...values, model: "linear" }).svg).toContain("exact optimum");
  });

  test("shows where a live training is: its step, its own latents, its figures beside the stored ones", () => {
    const frame = [...descendExactly("three", 0.1)].at(-1)?.frame;
    const state = { ...values, model: "three", beta: 0.1 };
    const { result } = measure(experiment, state);
    const panels = experiment.draw(result, state, { plot, frame });
    expect(JSON.stringify(panels)).toBeTypeOf("string");
    expect(frame).toMatchObject({ step: 1000, steps: 1000, beta: 0.1 });
    expect(frame?.figures.trainingLoss).toBeCloseTo(modelAt("three", 0.1).figures.trainingLoss, 2);
  });

  test("at β = 100 the axes of samples reach beyond ±1, those of means do not reach ±0.1", () => {
    const latents = modelAt("digits", 100).latents;
    const reach = (dots: "samples" | "means") => reachOf(pointsOf("digits", latents, dots, 1), false);
    expect(reach("samples")).toBeGreaterThanOrEqual(2);
    expect(reach("means")).toBeLessThan(0.1);
    expect(scalesOf("digits", latents).secondMoment).toBeCloseTo(1, 1);
  });
});

describe("samples", () => {
  test("are the same for the same seed, others for another", () => {
    const draw = (seed: number) => pointsOf("three", modelAt("three", 0.1).latents, "samples", seed);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test("have the second moment of their latents, within five standard errors", () => {
    for (const model of ["linear", "two", "three"] as const) {
      const latents = modelAt(model, 0.3).latents;
      const points = [1, 2, 3, 4, 5].flatMap((seed) => pointsOf(model, latents, "samples", seed));
      const squares = points.map(({ x, y }) => (model === "three" ? 0.5 * (x * x + y * y) : x * x));
      const mean = squares.reduce((a, b) => a + b) / squares.length;
      const spread = Math.sqrt(squares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / squares.length);
      expect(Math.abs(mean - scalesOf(model, latents).secondMoment)).toBeLessThan(
        5 * (spread / Math.sqrt(squares.length)),
      );
    }
  });
});

describe("curves", () => {
  test.each(["linear", "two", "three"] as const)(
    "of %s ascend in β and agree with the quantities",
    (model) => {
      const points = curveOf(model, "validationErrorSample");
      const betas = points.map(({ beta }) => beta);
      expect(betas).toEqual(betas.toSorted((a, b) => a - b));
      expect(betas[0]).toBeLessThanOrEqual(1.05e-6);
      for (const { beta, value } of points.slice(5, -3)) {
        expect(modelAt(model, beta).figures.validationErrorSample).toBeCloseTo(value, 6);
      }
    },
  );

  test("of digits carry a spread between seeds", () => {
    const deviations = curveOf("digits", "validationErrorMean").map(({ deviation }) => deviation);
    expect(Math.min(...deviations)).toBeGreaterThan(0);
  });
});

test.each(models)("the names of the curves of %s stand inside the panel, and none on another", (model) => {
  const names = ["trainingLoss", "validationLossMean", "validationLossSample"] as const;
  const curves = names.map((name) => curveOf(model, name));
  const top = 2 * Math.max(...curves.flat().map(({ value }) => value));
  const heights = placeLabels(curves, top).map(({ x, y, dy }) => ({ x, height: y - (dy / 270) * top }));
  for (const { height } of heights) expect(height).toBe(Math.min(top, Math.max(0, height)));
  for (const [k, one] of heights.entries()) {
    for (const other of heights.slice(k + 1)) {
      const isBeside = Math.abs(Math.log10(one.x / other.x)) >= 3;
      expect(isBeside || Math.abs(one.height - other.height) > 0.03 * top).toBe(true);
    }
  }
});

test("the handle stands at β on the axis of the second panel, and dragged to where it stands changes nothing", () => {
  const [handle] = bottleneck.handles;
  expect(handle?.panel).toBe(1);
  expect(handle?.position({ ...values, beta: 0.2 })).toEqual([0.2, 0]);
  expect(handle?.drag(0.2, values)).toBe(0.2);
});

test("the description says what is shown, how wide it lies, and the numbers", () => {
  const { description } = renderFrame(experiment, { ...values, model: "linear", beta: 0.45 });
  expect(description).toContain("Latent space of the linear model (exact optimum)");
  expect(description).toContain("second moment of the samples 1,");
  expect(description).toContain(
    "squared validation error 0.250 from the mean latent and 0.588 from a sampled one",
  );
});

test.each([
  [0.000001, "10⁻⁶"],
  [100, "100"],
  [-3, "−3"],
  [0.00025, "2.5 × 10⁻⁴"],
  [1.0437, "1.04"],
  [0, "0"],
])("%d is written as %s", (value, text) => {
  expect(number(value)).toBe(text);
});
