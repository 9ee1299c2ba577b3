import { expect, test } from "vitest";
import reparameterization from "../../../experiments/reparameterization/index.ts";
import { drawCount } from "../../../experiments/reparameterization/race.ts";
import { raceFrames, sampleFrames } from "../../../experiments/reparameterization/runs.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { compareAt } from "./known.ts";

const values = defaultValues(reparameterization.parameters);
const { noise } = reparameterization.parameters;

test("samples are drawn one by one, each with the V of the race", async () => {
  const { draws } = compareAt({});
  const frames = [];
  for await (const frame of sampleFrames(noise, createRandom(1))) frames.push(frame);
  expect(frames.at(-1)?.step).toBe(reparameterization.runs?.["samples"]?.length(values));
  for (const [k, { step, values: moved, frame }] of frames.slice(1).entries()) {
    expect([step, frame.count]).toEqual([k + 1, k + 1]);
    expect(Math.abs((moved?.noise ?? 9) - (draws[k] ?? 0))).toBeLessThanOrEqual(0.005 + 1e-12);
  }
});

test("the race ends with all draws, which is what stands on paper", async () => {
  const frames = [];
  for await (const frame of raceFrames()) frames.push(frame);
  expect(frames.map(({ step }) => step)).toEqual(frames.map((_, k) => k));
  expect(frames.at(-1)?.step).toBe(reparameterization.runs?.["race"]?.length(values));
  expect(frames.at(-1)?.frame.count).toBe(drawCount);
});

test("a draw beyond the slider's ends, as with the seeds 54 and 115, leaves the state in range", async () => {
  for (const [seed, end] of [
    [54, noise.min],
    [115, noise.max],
  ] as const) {
    const shown: number[] = [];
    for await (const frame of sampleFrames(noise, createRandom(seed))) shown.push(frame.values?.noise ?? 0);
    expect([Math.min(...shown) >= noise.min, Math.max(...shown) <= noise.max]).toEqual([true, true]);
    expect(shown).toContain(end);
  }
});
