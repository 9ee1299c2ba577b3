import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import { reportInTensors } from "../../../experiments/gradient-lamps/tensors.ts";
import { createRandom } from "../../../lab/random.ts";
import { states } from "./states.ts";

const names = Object.keys(gradientLamps.quantities) as (keyof typeof gradientLamps.quantities)[];

beforeAll(async () => {
  await tf.setBackend("cpu");
});

describe("in tf.js on the processor, with automatic differentiation", () => {
  test("every quantity agrees with the backpropagation written by hand, within its tolerance", async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const found = await reportInTensors(tf, state, createRandom(state.seed));
        const { quantities } = gradientLamps.compute(state, { random: createRandom(state.seed) });
        for (const name of names) {
          const bound = gradientLamps.quantities[name].tolerance * Math.max(1, Math.abs(quantities[name]));
          expect(Math.abs(found.quantities[name] - quantities[name])).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("what is dark is dark to the last bit: no path, no gradient", async () => {
    for (const graph of ["reparameterized", "stopped", "blind", "sampled", "learned"] as const) {
      const state = { loss: "both", strength: 1, graph, mean: 0, deviation: 1 } as const;
      const { quantities } = await reportInTensors(tf, state, createRandom(4));
      const isTaskBlocked = graph === "stopped" || graph === "blind";
      expect(quantities.divergenceDecoder).toBe(0);
      expect(quantities.taskEncoder === 0).toBe(isTaskBlocked);
      expect(quantities.divergencePrior === 0).toBe(graph !== "learned");
    }
  });

  test("the codes and their slopes are those of compute", async () => {
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const found = await reportInTensors(tf, state, createRandom(state.seed));
        const { codes } = gradientLamps.compute(state, { random: createRandom(state.seed) });
        for (const [k, code] of codes.entries()) {
          for (const part of ["gaussians", "task", "divergence"] as const) {
            for (const list of ["means", "logDeviations"] as const) {
              for (const [j, value] of code[part][list].entries()) {
                const other = found.codes[k]?.[part][list][j] ?? Number.NaN;
                expect(Math.abs(other - value)).toBeLessThan(1e-4 * Math.max(1, Math.abs(value)));
              }
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("no tensor outlives the run", async () => {
    const before = tf.memory().numTensors;
    for (const graph of ["reparameterized", "learned"] as const) {
      const state = { loss: "both", strength: 1, graph, mean: 0, deviation: 1 } as const;
      await reportInTensors(tf, state, createRandom(4));
      expect(tf.memory().numTensors).toBe(before);
    }
  });
});
