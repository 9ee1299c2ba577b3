import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, test } from "vitest";
import twoFeatures from "../../../experiments/two-features/index.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { computeLandscape, computeNodes, gridOver, type Landscape } from "../../../lab/landscape.ts";
import { findMinima } from "../../../lab/minima.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

const experiment: Experiment = twoFeatures;
const values = defaultValues(twoFeatures.parameters);

/** Training inputs: where the features agree, where they differ, where the alias or the target is almost or wholly zero. */
const trials = [0, 2 / 3, 0.3, 0.251, 0.499, 0.5, -1];

/** Holds a loss at every node against what compute says there, relative to max(1, |computed|). */
function expectField(found: ArrayLike<number>, { fields }: Landscape, tolerance: number): void {
  const computed = Array.from(fields["loss"] ?? []);
  expect(found).toHaveLength(computed.length);
  for (const [node, value] of computed.entries()) {
    const difference = Math.abs((found[node] ?? Number.NaN) - value);
    expect(difference / Math.max(1, Math.abs(value))).toBeLessThan(tolerance);
  }
}

describe("the landscape on tf.js cpu", () => {
  const grid = gridOver(experiment, 14, 11);

  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  test.each(trials)("the loss agrees with compute within its tolerance at x₁ = %d", async (input) => {
    const at = { ...values, input };
    const fields = twoFeatures.plane?.accelerate?.(at, { tf, grid, random: createRandom(0) });
    const found = (await fields?.loss?.data()) ?? [];
    expect(fields?.loss?.shape).toEqual([11, 14]);
    expectField(found, computeNodes(experiment, at, grid), twoFeatures.quantities.loss.tolerance);
    tf.dispose({ ...fields });
  });

  test("no tensor outlives the run but the field itself", () => {
    const before = tf.memory().numTensors;
    for (let run = 0; run < 3; run++) {
      const fields = twoFeatures.plane?.accelerate?.(values, { tf, grid, random: createRandom(0) });
      expect(tf.memory().numTensors).toBe(before + 1);
      tf.dispose({ ...fields });
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

test.each(trials)("the tabulated loss is that of compute at x₁ = %d", (input) => {
  const grid = gridOver(experiment, 14, 11);
  const at = { ...values, input };
  const found = computeLandscape(experiment, at, grid).fields["loss"] ?? [];
  expectField(found, computeNodes(experiment, at, grid), twoFeatures.quantities.loss.error);
});

test("the loss has no local minimum inside the plane: it falls all the way to the c₀ axis", async () => {
  const fine = gridOver(experiment, 41, 31);
  expect(findMinima(experiment, values, computeLandscape(experiment, values, fine), "loss")).toEqual([]);
  for (const input of trials) {
    const at = { ...values, input };
    const fields = twoFeatures.plane?.accelerate?.(at, { tf, grid: fine, random: createRandom(0) });
    const single = { grid: fine, fields: { loss: (await fields?.loss?.data()) ?? [] } };
    expect(findMinima(experiment, at, single, "loss")).toEqual([]);
    tf.dispose({ ...fields });
  }
});
