import fc from "fast-check";
import { describe, expect, test } from "vitest";
import gradientLamps from "../../../experiments/gradient-lamps/index.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { states } from "./states.ts";

const values = defaultValues(gradientLamps.parameters);
const reportAt = (changed: Partial<typeof values>) => {
  const state = { ...values, ...changed };
  return gradientLamps.compute(state, { random: createRandom(state.seed) });
};

describe("lamps", () => {
  test("the decoder's lamp of the regulariser is dark in every state", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(reportAt(state).quantities.divergenceDecoder).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("both terms reach the encoder and the task alone the decoder, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const { quantities } = reportAt({ seed });
        expect(quantities.taskEncoder).toBeGreaterThan(0);
        expect(quantities.taskDecoder).toBeGreaterThan(0);
        expect(quantities.divergenceEncoder).toBeGreaterThan(0);
        expect([quantities.divergenceDecoder, quantities.divergencePrior]).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });

  test("the regulariser's gradient grows with β in proportion, and the task's does not change", () => {
    const [one, five, none] = [1, 5, 0].map((strength) => reportAt({ strength }).quantities);
    expect(five?.divergenceEncoder).toBeCloseTo(5 * (one?.divergenceEncoder ?? 0), 12);
    expect(five?.taskEncoder).toBe(one?.taskEncoder);
    expect(none?.divergenceEncoder).toBe(0);
  });

  test("a term that the loss does without lights no lamp", () => {
    const task = reportAt({ loss: "task", graph: "learned" }).quantities;
    expect([task.divergenceEncoder, task.divergencePrior]).toEqual([0, 0]);
    const divergence = reportAt({ loss: "divergence" }).quantities;
    expect([divergence.taskEncoder, divergence.taskDecoder]).toEqual([0, 0]);
  });

  test("a prior with parameters of its own has a lamp, and the decoder's stays dark", () => {
    const { quantities } = reportAt({ graph: "learned" });
    expect(quantities.divergencePrior).toBeGreaterThan(0);
    expect(quantities.divergenceDecoder).toBe(0);
  });
});
