import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { accelerateFit } from "../../../experiments/gaussian-fit/accelerate.ts";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { mirror, parameters, type State } from "../../../experiments/gaussian-fit/parameters.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { measure } from "../../../lab/measure.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import type { Slider } from "../../../lab/slider.ts";
import { equalPoints, expectRelative } from "./known.ts";

const experiment: Experiment = gaussianFit;
const start: State = defaultValues(parameters);
const sliders = Object.entries(parameters).filter(([, { kind }]) => kind === "slider");
const free = { ...start, mirrored: false };

/** Any state of the figure, symmetric or not. */
const states = fc
  .record(
    Object.fromEntries(
      sliders.map(([name, parameter]) => {
        const { min, max } = parameter as Slider;
        return [name, fc.double({ min, max, noNaN: true })];
      }),
    ),
  )
  .map((state): State => mirror({ ...free, ...state }, []));

beforeAll(async () => {
  await tf.setBackend("cpu");
});

describe("the divergences in tf.js on the CPU", () => {
  test("agree with compute within the declared tolerances at any state", async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const { quantities } = measure(experiment, state).result;
        for (const [name, found] of Object.entries((await accelerateFit(tf, state)).quantities)) {
          const computed = quantities[name] ?? Number.NaN;
          const bound = (experiment.quantities[name]?.tolerance ?? 0) * Math.max(1, Math.abs(computed));
          expect(Math.abs(found - computed), `${name} ${computed}`).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(equalPoints)("at the %s are the published ones", async (_, mean, deviation, reverse, forward) => {
    const { quantities } = await accelerateFit(tf, { ...start, mean, deviation });
    expectRelative(quantities.reverse ?? Number.NaN, reverse, 5);
    expectRelative(quantities.forward ?? Number.NaN, forward, 5);
    expectRelative(quantities.forwardMinimum ?? Number.NaN, 0.555155528632, 5);
    expectRelative(quantities.reverseMinimum ?? Number.NaN, 0.691836005029, 5);
  });

  test("are all quantities but those that say why not", async () => {
    const { quantities } = await accelerateFit(tf, start);
    const declared = Object.entries(experiment.quantities);
    const expected = declared.filter(([, { plainOnly }]) => plainOnly === undefined).map(([name]) => name);
    expect(Object.keys(quantities).sort()).toEqual(expected.sort());
  });

  test("leave no tensor", async () => {
    const before = tf.memory().numTensors;
    await accelerateFit(tf, start);
    expect(tf.memory().numTensors).toBe(before);
  });
});
