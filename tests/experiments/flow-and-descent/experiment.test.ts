import fc from "fast-check";
import { describe, expect, test } from "vitest";
import flowAndDescent from "../../../experiments/flow-and-descent/index.ts";
import { descentAt, flowAt, squaredNorm, stepsIn } from "../../../experiments/flow-and-descent/learning.ts";
import type { State } from "../../../experiments/flow-and-descent/parameters.ts";
import { witnesses } from "../../../experiments/two-features/features.ts";
import type { Weights } from "../../../experiments/two-features/loss-surface.ts";
import { fitAndTest } from "../../../experiments/two-features/test-error.ts";
import type { Experiment } from "../../../lab/experiment.ts";
import { renderFrame } from "../../../lab/frame.ts";
import { defaultValues } from "../../../lab/parameters.ts";
import { createRandom } from "../../../lab/random.ts";
import { checkValues } from "../../../lab/state.ts";

const experiment: Experiment = flowAndDescent;
const start: State = defaultValues(flowAndDescent.parameters);
const at = (state: Partial<State>) =>
  flowAndDescent.compute({ ...start, ...state }, { random: createRandom(0) }).quantities;

/** Any state of the figure, in whole hundredths; steps of at least 0.1, so that trials stay short. */
const states = fc.record({
  weight0: fc.integer({ min: 5, max: 300 }).map((k) => k / 100),
  weight1: fc.integer({ min: 5, max: 300 }).map((k) => k / 100),
  rate: fc.integer({ min: 10, max: 400 }).map((k) => k / 100),
  time: fc.integer({ min: 10, max: 10_000 }).map((k) => k / 100),
});

describe("the published ways from (1, 1)", () => {
  test.each([
    [1, 1.254541129036, 0.652783697373, 0.045395960338],
    [10, 1.395667590724, 0.228280477053, 6.78914516e-4],
  ])("of the flow, after the time %d", (time, c0, c1, loss) => {
    const { flow0, flow1, flowLoss } = at({ time });
    expect(flow0).toBeCloseTo(c0, 11);
    expect(flow1).toBeCloseTo(c1, 11);
    expect(flowLoss).toBeCloseTo(loss, 11);
  });

  test.each([
    [0.1, 1000, 1.423488381732],
    [1, 100, 1.584859874934],
  ])("of descent with η = %d: %d steps lead to the norm %d", (rate, steps, norm) => {
    const found = at({ rate, time: 100 });
    expect(found.steps).toBe(steps);
    // the published run with η = 1 is of 1000 steps, which add little more
    expect(Math.sqrt(found.descentNorm)).toBeCloseTo(norm, rate === 1 ? 5 : 11);
  });

  test("short steps are expected to lead to 2 + η/4", () => {
    for (const rate of [0.01, 0.1, 1]) expect(at({ rate }).expectedNorm).toBeCloseTo(2 + rate / 4, 13);
    expect(at({ rate: 0.01, time: 100 }).descentNorm).toBeCloseTo(2.0025, 4);
  });
});

describe("both ways", () => {
  test("the flow keeps the squared norm, and what it takes is the time of the solution by partial fractions", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { flow0, flow1 } = at(state);
        const squared = state.weight0 ** 2 + state.weight1 ** 2;
        expect((flow0 ** 2 + flow1 ** 2) / squared).toBeCloseTo(1, 12);
        const conserved = (share: number): number => -1 / share + Math.log(share / (1 - share));
        const [from, to] = [state.weight1 ** 2 / squared, flow1 ** 2 / squared];
        const elapsed = ((conserved(from) - conserved(to)) * squared) / 8;
        expect(Math.abs(elapsed / state.time - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  test("each step of descent adds η²|∇L|², with the gradient of the fit itself", () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 0, max: 12 }), (state, steps) => {
        const before = descentAt({ ...start, ...state }, steps);
        const after = descentAt({ ...start, ...state }, steps + 1);
        const { gradient } = fitAndTest(witnesses, [0], before.weights);
        const length = Math.hypot(...gradient);
        const grown = squaredNorm(after.weights) - squaredNorm(before.weights);
        expect(grown).toBeCloseTo((state.rate * length) ** 2, 9);
      }),
    );
  });

  test("descent in ever shorter steps follows the flow", () => {
    const apart = (rate: number): number => {
      const state: State = { ...start, weight0: 0.4, weight1: 1.2, rate };
      const [flow, descent] = [flowAt(state, 2), descentAt(state, stepsIn(2, rate))];
      return Math.hypot(flow.weights[0] - descent.weights[0], flow.weights[1] - descent.weights[1]);
    };
    for (const rate of [0.1, 0.05, 0.025]) expect(apart(rate / 2) / apart(rate)).toBeCloseTo(0.5, 1);
    expect(apart(1e-4)).toBeLessThan(1e-3);
  });

  test("late, the loss of the flow is R⁴/64t²", () => {
    const ratio = (weights: Weights): number => {
      const { flowLoss, lateLoss } = at({ weight0: weights[0], weight1: weights[1], time: 100 });
      return flowLoss / lateLoss;
    };
    expect(ratio([0.3, 0.3])).toBeCloseTo(1, 2);
    expect(ratio([0.1, 0.05])).toBeCloseTo(1, 3);
  });

  test("a time holds as many steps as fit, whatever rounding makes of it", () => {
    expect([stepsIn(100, 0.01), stepsIn(1, 0.1), stepsIn(0.3, 0.1), stepsIn(0.99, 1)]).toEqual([
      10_000, 10, 3, 0,
    ]);
  });
});

describe("the picture", () => {
  test("has two panels and numbers that are numbers, at every state", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { panels, svg } = renderFrame(experiment, { ...start, ...state });
        expect(panels).toHaveLength(2);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 30 },
    );
  });

  test("is drawn where a step lands on the axis, and where it leaves all of the alias to the end", () => {
    // from (1, 1) with η = 2 the first step ends at (2, 0), where the loss is 0 and has no logarithm
    const { svg, description } = renderFrame(experiment, { ...start, rate: 2 });
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(description).toContain("have made D grow to 4.000");
  });

  test("says the state and the numbers in words", () => {
    const { description } = renderFrame(experiment, { ...start, time: 10 });
    expect(description).toContain("the flow has come to (1.396, 0.228)");
    expect(description).toContain("descent with η = 1.00 has taken 10 steps");
  });

  test("the handle stands on the flow at the time, and dragged to where it stands changes nothing", () => {
    const [handle] = flowAndDescent.handles;
    expect(handle?.position({ ...start, time: 10 })?.[0]).toBe(10);
    expect(handle?.position({ ...start, time: 10 })?.[1]).toBeCloseTo(6.78914516e-4, 11);
    expect(handle?.drag(10, start)).toBe(10);
  });

  test.each(Object.values(experiment.presets ?? {}))("$label is a state of the figure", ({ values }) => {
    expect(checkValues(experiment, start, values as Record<string, unknown>).notes).toEqual([]);
  });
});
