import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import gaussianFit from "../../../experiments/gaussian-fit/index.ts";
import { acceleratedFields } from "../../../experiments/gaussian-fit/landscape.ts";
import { tabulate } from "../../../experiments/gaussian-fit/tabulate.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { gridOver } from "../../../lab/landscape.ts";
import { mixtures } from "./known.ts";

const experiment: Experiment = gaussianFit;
const grid = gridOver(experiment, 13, 11);
const names = ["forward", "reverse"] as const;

describe("the landscape in tf.js on the CPU", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  test("agrees with the tabulated one within the declared tolerance at any P", () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const fields = acceleratedFields(tf, mixture, grid);
        const expected = tabulate(mixture, grid);
        for (const name of names) {
          const found = fields[name].dataSync();
          const { tolerance } = gaussianFit.quantities[name];
          expect(fields[name].shape).toEqual([11, 13]);
          for (const [k, value] of expected[name].entries()) {
            expect(Math.abs((found[k] ?? 0) - value) / Math.max(1, value)).toBeLessThan(tolerance);
          }
        }
        tf.dispose([fields.forward, fields.reverse]);
      }),
      { numRuns: 25 },
    );
  });

  test("leaves no tensor but the fields themselves", () => {
    const before = tf.memory().numTensors;
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const fields = acceleratedFields(tf, mixture, grid);
        expect(tf.memory().numTensors).toBe(before + 2);
        tf.dispose([fields.forward, fields.reverse]);
      }),
      { numRuns: 5 },
    );
    expect(tf.memory().numTensors).toBe(before);
  });
});
