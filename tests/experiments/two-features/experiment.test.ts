import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import twoFeatures from "../../../experiments/two-features/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { computeLandscape, gridOver } from "../../../lab/landscape.ts";
import { measure } from "../../../lab/measure.ts";
import { findMinima } from "../../../lab/minima.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = twoFeatures;
const values = defaultValues(twoFeatures.parameters);
const names = ["loss", "beta0", "beta1", "gradient0", "gradient1"] as const;

test("the quantities at the default state are those of equal weights", () => {
  const texts = measure(experiment, values).quantities.map(({ name, text }) => `${name} ${text}`);
  expect(texts).toEqual(["loss 0.250", "beta0 0.500", "beta1 0.500", "gradient0 −0.500", "gradient1 0.500"]);
});

describe("the description", () => {
  test("says the state, how the credit is divided, and the numbers", () => {
    const { description } = renderFrame(experiment, { weight0: 2, weight1: 1, input: 0 });
    expect(description).toContain("c₀ = 2.00 and c₁ = 1.00: fit = 0.80 × true feature + 0.20 × alias.");
    expect(description).toContain("The expected test error is 0.040, its gradient (−0.064, 0.128).");
  });

  test("says it where nothing fits", () => {
    const { description, svg } = renderFrame(experiment, { weight0: 0, weight1: 0, input: 0 });
    expect(description).toContain("no coefficients fit the training point");
    expect(description).toContain("test error is undefined");
    expect(svg).not.toContain("NaN");
  });
});

test("every curve stays inside the picture, however far the fit swings", () => {
  for (const state of [
    { weight0: 1, weight1: 1, input: 0 },
    { weight0: 0.01, weight1: 3, input: 0.251 },
    { weight0: -3, weight1: 0.01, input: -1 },
  ]) {
    const { svg } = renderFrame(experiment, state);
    const curves = Array.from(svg.matchAll(/ d="([^"]{400,})"/g), ([, curve]) => curve ?? "");
    const points = curves.flatMap((curve) => Array.from(curve.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)));
    expect(curves).toHaveLength(4);
    for (const [, x, y] of points) {
      expect(Number(x)).toBe(Math.min(640, Math.max(0, Number(x))));
      expect(Number(y)).toBe(Math.min(330, Math.max(0, Number(y))));
    }
  }
});

test("the handle stands on the training point, and dragged to where it stands changes nothing", () => {
  const [handle] = twoFeatures.handles;
  const state = { ...values, input: 2 / 3 };
  expect(handle?.position(state)[0]).toBe(2 / 3);
  expect(handle?.position(state)[1]).toBeCloseTo(-Math.SQRT1_2, 12);
  expect(handle?.drag(2 / 3, state)).toBe(2 / 3);
});

describe("accelerate on tf.js cpu", () => {
  const grid = gridOver(experiment, 14, 11);

  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  test.each([0, 2 / 3, 0.3, 0.251, 0.5, -1])(
    "every field agrees with compute within its tolerance at x₁ = %d",
    async (input) => {
      const at = { ...values, input };
      const computed = computeLandscape(experiment, at, grid);
      const fields = twoFeatures.accelerate?.(at, { tf, grid, random: createRandom(0) });
      for (const name of names) {
        const found = await fields?.[name].data();
        const expected = Array.from(computed.fields[name] ?? []);
        const relative = expected.map(
          (value, k) => Math.abs((found?.[k] ?? 0) - value) / Math.max(1, Math.abs(value)),
        );
        expect(fields?.[name].shape).toEqual([11, 14]);
        expect(Math.max(...relative)).toBeLessThan(twoFeatures.quantities[name].tolerance);
      }
      tf.dispose({ ...fields });
    },
  );

  test("no tensor outlives the run but the fields themselves", () => {
    const before = tf.memory().numTensors;
    for (let run = 0; run < 3; run++) {
      const fields = twoFeatures.accelerate?.(values, { tf, grid, random: createRandom(0) });
      expect(tf.memory().numTensors).toBe(before + names.length);
      tf.dispose({ ...fields });
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("the loss has no local minimum inside the plane: it falls all the way to the c₀ axis", () => {
  const landscape = computeLandscape(experiment, values, gridOver(experiment, 41, 31));
  expect(findMinima(experiment, values, landscape, "loss")).toEqual([]);
});
