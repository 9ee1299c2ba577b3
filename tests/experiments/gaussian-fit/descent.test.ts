import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { descend, descentRun } from "../../../experiments/gaussian-fit/descent.ts";
import { forwardDivergence, reverseDivergence } from "../../../experiments/gaussian-fit/divergence.ts";
import { type Mixture, moments } from "../../../experiments/gaussian-fit/mixture.ts";
import { parameters } from "../../../experiments/gaussian-fit/parameters.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { equal, gaussians, mixtures, unequal } from "./known.ts";

function matched(mixture: Mixture) {
  const { mean, variance } = moments(mixture);
  return { mean, deviation: Math.sqrt(variance) };
}

describe("descent", () => {
  test("of the reverse divergence from the forward optimum stays on the axis and ends in the broad, local minimum", () => {
    const path = [...descend(equal, "reverse", matched(equal))];
    expect(new Set(path.map(({ mean }) => Math.abs(mean)))).toEqual(new Set([0]));
    expect(path.at(-1)?.deviation).toBeCloseTo(1.79027851644, 6);
  });

  test("of the reverse divergence from the forward optimum of unequal modes ends in the global minimum", () => {
    const end = [...descend(unequal, "reverse", matched(unequal))].at(-1);
    expect(end?.mean).toBeCloseTo(1.49346837792, 4);
    expect(end?.deviation).toBeCloseTo(0.910902419332, 4);
  });

  test("of the reverse divergence of equal modes ends on a mode from beyond the pass", () => {
    const end = [...descend(equal, "reverse", { mean: 1.3, deviation: 1.4 })].at(-1);
    expect(end?.mean).toBeCloseTo(1.99707828155, 4);
    expect(end?.deviation).toBeCloseTo(0.604856420674, 4);
  });

  test("of the forward divergence ends at P's mean and deviation from everywhere", () => {
    fc.assert(
      fc.property(mixtures, gaussians, (mixture, start) => {
        const end = [...descend(mixture, "forward", start)].at(-1) ?? start;
        const best = matched(mixture);
        expect(Math.hypot(end.mean - best.mean, end.deviation - best.deviation)).toBeLessThan(1e-3);
      }),
    );
  });

  test("never raises its divergence", () => {
    fc.assert(
      fc.property(mixtures, gaussians, fc.constantFrom("forward", "reverse"), (mixture, start, direction) => {
        const divergence = { forward: forwardDivergence, reverse: reverseDivergence }[direction](mixture);
        const heights = [...descend(mixture, direction, start)].map(divergence);
        for (let step = 1; step < heights.length; step++) {
          expect(heights[step]).toBeLessThanOrEqual(heights[step - 1] ?? -1);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("the run", () => {
  const values = { ...defaultValues(parameters), mean: -5.5, deviation: 4.8 };

  test.each(["forward", "reverse"] as const)(
    "%s: frames count from 0, move Q in range, carry the trail",
    async (direction) => {
      const run = descentRun(direction, "Descend");
      let expected = 0;
      const tools = { tf: undefined as never, random: createRandom(0) };
      for await (const { step, values: at, frame } of run.frames(values, tools)) {
        expect(step).toBe(expected);
        expect(frame.direction).toBe(direction);
        expect(frame.points).toHaveLength(step + 1);
        expect(at?.deviation).toBeLessThanOrEqual(parameters.deviation.max);
        expected += 1;
      }
      expect(expected - 1).toBeGreaterThan(10);
      expect(expected - 1).toBeLessThanOrEqual(run.length(values));
    },
  );
});
