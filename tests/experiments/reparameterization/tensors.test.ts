import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { functionOf } from "../../../experiments/reparameterization/functions.ts";
import reparameterization from "../../../experiments/reparameterization/index.ts";
import { compareInTensors } from "../../../experiments/reparameterization/tensors.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { compareAt, expectWithin } from "./known.ts";
import { settings } from "./settings.ts";

const values = defaultValues(reparameterization.parameters);
const names = Object.keys(reparameterization.quantities) as (keyof typeof reparameterization.quantities)[];

beforeAll(async () => {
  await tf.setBackend("cpu");
});

describe("in tf.js on the processor, with automatic differentiation", () => {
  test("every quantity agrees with compute within its tolerance", async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (setting) => {
        const found = await compareInTensors(tf, setting, createRandom(1));
        const { quantities } = compareAt(setting);
        for (const name of names) {
          expectWithin(
            found.quantities[name],
            quantities[name],
            reparameterization.quantities[name].tolerance,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the race has the same draws and the same standings", async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (setting) => {
        const found = await compareInTensors(tf, setting, createRandom(1));
        const computed = compareAt(setting);
        expect(found.draws).toEqual(computed.draws);
        for (const name of ["pathwise", "score"] as const) {
          for (const [k, { count, mean, error }] of computed.race[name].entries()) {
            expect(found.race[name][k]?.count).toBe(count);
            expectWithin(found.race[name][k]?.mean ?? Number.NaN, mean, 5e-5);
            expectWithin(found.race[name][k]?.error ?? Number.NaN, error, 5e-5);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("the sine, written in arithmetic, and its derivative are the sine and the cosine", async () => {
    const inputs = Array.from({ length: 801 }, (_, k) => k / 4 - 100);
    const { over } = functionOf("sine", 1);
    const found = tf.tidy(() => {
      const x = tf.tensor1d(inputs);
      return [over(tf, x), tf.grad((each) => over(tf, each as tf.Tensor1D))(x)] as const;
    });
    const [sines, cosines] = await Promise.all(found.map((each) => each.data()));
    for (const [k, x] of inputs.entries()) {
      // a 32-bit x of 100 is exact to 4·10⁻⁶
      expect(Math.abs((sines?.[k] ?? 9) - Math.sin(x))).toBeLessThan(1e-5);
      expect(Math.abs((cosines?.[k] ?? 9) - Math.cos(x))).toBeLessThan(1e-5);
    }
    tf.dispose([...found]);
  });

  test("no tensor outlives the run", async () => {
    const before = tf.memory().numTensors;
    await reparameterization.accelerate?.(values, { tf, random: createRandom(1) });
    expect(tf.memory().numTensors).toBe(before);
  });
});
