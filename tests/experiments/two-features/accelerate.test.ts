import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { accelerateLearning } from "../../../experiments/two-features/accelerate.ts";
import twoFeatures from "../../../experiments/two-features/index.ts";
import { parameters, type State } from "../../../experiments/two-features/parameters.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const experiment: Experiment = twoFeatures;
const start: State = defaultValues(parameters);
const names = Object.keys(twoFeatures.quantities) as (keyof typeof twoFeatures.quantities)[];

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** A value at a slider's step. */
function steps(min: number, max: number, step: number) {
  return fc
    .integer({ min: Math.round(min / step), max: Math.round(max / step) })
    .map((k) => Number((k * step).toFixed(6)));
}

async function expectAgreement(state: State): Promise<void> {
  const { quantities } = measure(experiment, state).result;
  const accelerated = (await accelerateLearning(tf, state)).quantities;
  for (const name of names) {
    const computed = quantities[name] ?? Number.NaN;
    const found = accelerated[name] ?? Number.NaN;
    if (Number.isNaN(computed)) expect(found).toBeNaN();
    else {
      const bound = twoFeatures.quantities[name].tolerance * Math.max(1, Math.abs(computed));
      expect(Math.abs(found - computed), `${name} ${computed} ${JSON.stringify(state)}`).toBeLessThanOrEqual(
        bound,
      );
    }
  }
}

describe("in tf.js on the CPU, with automatic differentiation", () => {
  test("every quantity agrees with compute within its tolerance at any state of the sliders", async () => {
    const states = fc.record({
      weight0: steps(-3, 3, 0.01),
      weight1: steps(-3, 3, 0.01),
      input: steps(-1, 1, 0.001),
      rate: steps(0.1, 4, 0.1),
    });
    await fc.assert(fc.asyncProperty(states, expectAgreement), { numRuns: 300 });
  });

  test.each([
    { weight1: 0 },
    { weight0: 0 },
    { weight0: 0, weight1: 0 },
    { input: 0.5 },
    { input: 0.5, weight0: 0, weight1: 0 },
    { input: 0.25 },
    { input: 0.25, weight0: 0 },
    { input: 0.749, weight0: 0, weight1: 0.01 },
    { input: 0.749, weight0: 0.01, weight1: 0.01 },
    { input: -1, weight0: -3, weight1: 0.01 },
  ])("so it does at the edge %o", (edge) => expectAgreement({ ...start, ...edge }));

  test("at equal weights and input 0 the loss is ¼ and its slopes are ∓½", async () => {
    const { quantities } = await accelerateLearning(tf, start);
    expect(quantities.loss).toBeCloseTo(0.25, 6);
    expect(quantities.gradient0).toBeCloseTo(-0.5, 6);
    expect(quantities.gradient1).toBeCloseTo(0.5, 6);
  });

  test("no tensor is left", async () => {
    const before = tf.memory().numTensors;
    await accelerateLearning(tf, start);
    expect(tf.memory().numTensors).toBe(before);
  });
});
