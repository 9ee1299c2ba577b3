import { expect, test } from "vitest";
import { descend } from "../../../experiments/two-features/descent.ts";
import { flowFrom } from "../../../experiments/two-features/flow.ts";
import twoFeatures from "../../../experiments/two-features/index.ts";
import { squaresAt } from "../../../experiments/two-features/loss-surface.ts";
import { descentFrames, flowFramesFrom, stepsOf } from "../../../experiments/two-features/runs.ts";
import { defaultValues } from "../../../lab/parameters.ts";

const values = defaultValues(twoFeatures.parameters);

async function all<T>(frames: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const frame of frames) seen.push(frame);
  return seen;
}

test("a descent shows every step, from the start to as many as it announced, and moves the weights along", async () => {
  const frames = await all(descentFrames({ ...values, rate: 0.5 }));
  const path = descend(squaresAt(0), [1, 1], 0.5, 200);
  expect(stepsOf(0.5)).toBe(200);
  expect(frames.map(({ step }) => step)).toEqual(path.map((_, step) => step));
  expect(frames.map((frame) => [frame.values?.weight0, frame.values?.weight1])).toEqual(path);
  expect(frames.at(-1)?.frame.path).toEqual(path);
});

test("frames are not changed by later ones", async () => {
  const frames = await all(descentFrames(values));
  expect(frames.map(({ frame }) => frame.path.length)).toEqual(frames.map((_, step) => step + 1));
});

test("a descent as long as the flow has 1000 steps of 0.1, and 100 of 1", () => {
  expect([0.1, 1, 3].map(stepsOf)).toEqual([1000, 100, 34]);
});

test("a run ends where it would leave the plane, with the weights still inside", async () => {
  for (const run of [descentFrames, flowFramesFrom]) {
    const frames = await all(run({ ...values, weight0: 2.5, weight1: 2.5, rate: 2 }));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.length).toBeLessThan(51);
    for (const { values: at } of frames) expect(at?.weight0).toBeLessThanOrEqual(3);
  }
});

test("where there is no fit, a run shows its start at most", async () => {
  const frames = await all(descentFrames({ ...values, weight0: 0, weight1: 0 }));
  expect(frames.map(({ step }) => step)).toEqual([0]);
});

test("the flow is shown up to the time 100, ever faster, and ends on its circle", async () => {
  const frames = await all(flowFramesFrom(values));
  expect(frames).toHaveLength(201);
  expect(frames.at(-1)?.frame.progress).toBe(100);
  expect(frames.at(-1)?.frame.path.at(-1)).toEqual(flowFrom([1, 1], squaresAt(0), 100));
});
