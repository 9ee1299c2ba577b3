import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { computeLandscape, gridOver } from "../../../lab/landscape.ts";
import { measure } from "../../../lab/measure.ts";
import { findMinima } from "../../../lab/minima.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = gaussianFit;
const values = defaultValues(gaussianFit.parameters);

test("the quantities at the default state are those of the forward optimum, to the state's three decimals", () => {
  const texts = measure(experiment, values).quantities.map(({ name, text }) => `${name} ${text}`);
  expect(texts).toEqual(["forward 0.555", "reverse 1.273"]);
});

test("the description says the state and the numbers", () => {
  const { result } = measure(experiment, { mean: -2, deviation: 0.6 });
  const words = experiment.describe(result, { mean: -2, deviation: 0.6 });
  expect(words).toContain("mean −2.00");
  expect(words).toContain("standard deviation 0.600");
  expect(words).toMatch(/D\(Q‖P\) = 0\.69\d nats/);
});

test("a handle stands inside the picture, and dragged to where it stands changes nothing", () => {
  for (const state of [
    { mean: -1.25, deviation: 0.75 },
    { mean: 5, deviation: 4 },
  ]) {
    for (const handle of gaussianFit.handles) {
      const [x] = handle.position(state);
      expect(Math.abs(x)).toBeLessThanOrEqual(6);
      expect(handle.drag(x, state)).toBeCloseTo(state[handle.parameter], 12);
    }
  }
});

describe("accelerate on tf.js cpu", () => {
  const grid = gridOver(experiment, 13, 11);
  const computed = computeLandscape(experiment, values, grid);

  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  test.each(["forward", "reverse"] as const)("%s agrees with compute within its tolerance", async (name) => {
    const fields = gaussianFit.accelerate?.(values, { tf, grid, random: createRandom(0) });
    const found = await fields?.[name].data();
    const expected = Array.from(computed.fields[name] ?? []);
    const relative = expected.map((value, k) => Math.abs((found?.[k] ?? 0) - value) / Math.max(1, value));
    expect(fields?.[name].shape).toEqual([11, 13]);
    expect(Math.max(...relative)).toBeLessThan(gaussianFit.quantities[name].tolerance);
    tf.dispose(fields ?? []);
  });

  test("no tensor outlives the run but the fields themselves", () => {
    const before = tf.memory().numTensors;
    for (let run = 0; run < 3; run++) {
      const fields = gaussianFit.accelerate?.(values, { tf, grid, random: createRandom(0) }) ?? {};
      expect(tf.memory().numTensors).toBe(before + 2);
      tf.dispose(fields);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("minima in the plane", () => {
  const landscape = computeLandscape(experiment, values, gridOver(experiment, 41, 31));

  test("forward has one, where the moments match", () => {
    const minima = findMinima(experiment, values, landscape, "forward");
    expect(minima).toHaveLength(1);
    expect(minima[0]?.value).toBeCloseTo(0.555155528632, 9);
    expect(minima[0]?.x).toBeCloseTo(0, 4);
    expect(minima[0]?.y).toBeCloseTo(2.088061301782, 4);
  });

  test("reverse has three: two that seek a mode, and a broad one", () => {
    const minima = findMinima(experiment, values, landscape, "reverse");
    expect(minima.map(({ value }) => value.toFixed(8))).toEqual(["0.69183601", "0.69183601", "1.13838188"]);
    expect(minima.map(({ x }) => Math.abs(x).toFixed(3))).toEqual(["1.997", "1.997", "0.000"]);
    expect(minima.map(({ y }) => y.toFixed(3))).toEqual(["0.605", "0.605", "1.790"]);
  });
});
