import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { expectedOwnLogit } from "../../../experiments/initial-loss/expected-loss.ts";
import { histogramOf } from "../../../experiments/initial-loss/histogram.ts";
import initialLoss from "../../../experiments/initial-loss/index.ts";
import { simulate } from "../../../experiments/initial-loss/network.ts";
import { readLogits } from "../../../experiments/initial-loss/reading.ts";
import { settingOf } from "../../../experiments/initial-loss/setting.ts";
import type { Experiment, ValuesOf } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";

type State = ValuesOf<typeof initialLoss.parameters>;
const values: State = defaultValues(initialLoss.parameters);
const names = Object.keys(initialLoss.quantities) as (keyof typeof initialLoss.quantities)[];

function computeAt(given: Partial<State>) {
  const state = { ...values, ...given };
  return initialLoss.compute(state, { random: createRandom(state.seed) });
}

const fixed = { words: 10_000, width: 512, deviation: 512 ** -0.5 };

describe("the numbers of the prose", () => {
  test("the fault: 180.488 nats at V = 1000 and d = 256, and 361.508 at V = 10,000 and d = 512", () => {
    expect(computeAt({}).quantities.expectedLoss).toBeCloseTo(180.488401, 6);
    expect(computeAt({ ...fixed, deviation: 1 }).quantities.expectedLoss).toBeCloseTo(361.50804, 5);
  });

  test("the fix is partial: 15.979 nats tied, 9.710 untied or with the word table alone rescaled", () => {
    const { expectedLoss, expectedOwnLogit } = computeAt(fixed).quantities;
    expect(expectedLoss).toBeCloseTo(15.979303, 6);
    expect(expectedOwnLogit).toBeCloseTo(15.976549, 6);
    expect(computeAt({ ...fixed, head: "untied" }).quantities.expectedLoss).toBeCloseTo(9.710254, 6);
    expect(computeAt({ ...fixed, wordsAlone: true }).quantities.expectedLoss).toBeCloseTo(9.71, 3);
  });
});

test("untied, one bar of the histogram moves and the axis stays", () => {
  const [tied, untied] = [
    computeAt({ positions: 1 }).histogram,
    computeAt({ positions: 1, head: "untied" }).histogram,
  ];
  expect(untied.domain).toEqual(tied.domain);
  expect(untied.bins).toEqual(tied.bins);
  expect(tied.own).toBeGreaterThan(8 * tied.spread);
  expect(Math.abs(untied.own)).toBeLessThan(4 * untied.spread);
});

const states = fc.record({
  deviation: fc.double({ min: 0.005, max: 1, noNaN: true }),
  head: fc.constantFrom("tied", "untied", "default"),
  words: fc.integer({ min: 2, max: 300 }),
  width: fc.integer({ min: 8, max: 64 }),
  normalised: fc.boolean(),
  wordsAlone: fc.boolean(),
  ratio: fc.double({ min: 1, max: 32, noNaN: true }),
  positions: fc.integer({ min: 1, max: 16 }),
  seed: fc.nat(),
});

test("every token but one is in a bin, and everything marked is on the axis", () => {
  fc.assert(
    fc.property(states, (state) => {
      const setting = settingOf(state);
      const { passage, first } = simulate(setting, state.positions, createRandom(state.seed));
      const reading = readLogits(first, passage.inputs[0], passage.targets[0]);
      const { bins, domain, own, target, logSum } = histogramOf(reading, expectedOwnLogit(setting));
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(state.words - 1);
      for (const value of [own, target, logSum]) {
        expect(value).toBeGreaterThanOrEqual(domain[0]);
        expect(value).toBeLessThanOrEqual(domain[1]);
      }
    }),
  );
});

test("the handle stands on the curve of the state's head, and dragged to where it stands changes nothing", () => {
  const [handle] = initialLoss.handles;
  for (const head of ["tied", "untied"] as const) {
    const state = { ...values, deviation: 1, head };
    const { curves } = computeAt(state);
    expect(handle?.position(state)?.[1]).toBeCloseTo(curves[head].at(-1)?.[1] ?? 0, 8);
    expect(handle?.drag(1, state)).toBe(1);
  }
});

test("the description says how the model is built and what it costs", () => {
  const result = computeAt({});
  const words = initialLoss.describe(result, values);
  expect(words).toContain("V = 1000 words and width d = 256");
  expect(words).toContain("tied to the word table");
  expect(words).toContain("its expectation 180.49; a guess costs log V = 6.908");
});

test("the second panel says in words what its curves show", () => {
  const panels = renderFrame(initialLoss as Experiment, values).panels.map(({ svg }) => svg);
  expect(panels).toHaveLength(2);
  expect(panels[1]).toContain("to 180.49 for a tied and 52.046 for an untied head at s = 1.");
  expect(panels[1]).toContain("At the proposed s = 0.0625 the head of this state leaves 11.310 nats");
  for (const panel of panels) expect(panel).not.toContain("NaN");
});

test("no state is drawn with a coordinate that is not a number", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { svg } = renderFrame(initialLoss as Experiment, state);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }),
    { numRuns: 8 },
  );
});

describe("accelerate on tf.js cpu", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  test.each<[string, Partial<State>]>([
    ["the default state", {}],
    ["the fix", { deviation: 1 / 16 }],
    ["an untied head", { head: "untied", seed: 5 }],
    ["an untied head of nn.Linear's variance", { head: "default" }],
    ["no normalisation", { normalised: false, words: 300, width: 512 }],
    ["the word table alone rescaled", { deviation: 1 / 16, wordsAlone: true, positions: 16 }],
    ["positions nine times as wide", { deviation: 1 / 16, ratio: 9 }],
    ["a narrow law", { deviation: 0.005, words: 50, width: 8 }],
    ["two words", { words: 2, width: 8, positions: 1 }],
  ])("agrees with compute within its tolerances: %s", async (_, given) => {
    const state = { ...values, ...given };
    const computed = computeAt(given).quantities;
    const found = await initialLoss.accelerate?.(state, { tf, random: createRandom(state.seed) });
    for (const name of names.filter((each) => !("plainOnly" in initialLoss.quantities[each]))) {
      const difference = Math.abs((found?.quantities[name] ?? Number.NaN) - computed[name]);
      const relative = difference / Math.max(1, Math.abs(computed[name]));
      expect(relative, name).toBeLessThanOrEqual(initialLoss.quantities[name].tolerance);
    }
  });

  test("no tensor outlives it", async () => {
    const before = tf.memory().numTensors;
    const state = { ...values, words: 50, width: 8 };
    for (let seed = 0; seed < 20; seed++) {
      await initialLoss.accelerate?.(state, { tf, random: createRandom(seed) });
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});
