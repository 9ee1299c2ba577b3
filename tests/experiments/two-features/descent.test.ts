import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { descend, stepDown } from "../../../experiments/two-features/descent.ts";
import { witnesses } from "../../../experiments/two-features/features.ts";
import { flowFrom } from "../../../experiments/two-features/flow.ts";
import twoFeatures from "../../../experiments/two-features/index.ts";
import { gradientAt, squaresAt } from "../../../experiments/two-features/loss-surface.ts";
import { createRandom } from "../../../lab/random.ts";
import { expectClose } from "./known.ts";
import { inputs, runs, weights } from "./states.ts";

const agreeing = squaresAt(0);

describe("gradient descent", () => {
  test.each([
    [0.1, 1000, 1.42167330203, 0.071862335214, 1.423488381732],
    [1, 100, 1.582457, 0.087195, 1.584859874934],
  ])("from (1, 1) with η = %d, after %d steps", (rate, steps, c0, c1, norm) => {
    const path = descend(agreeing, [1, 1], rate, steps);
    const [end0 = 0, end1 = 0] = path[steps] ?? [];
    expect(path).toHaveLength(steps + 1);
    expect(end0).toBeCloseTo(c0, 6);
    expect(end1).toBeCloseTo(c1, 6);
    if (rate < 1) expect(Math.hypot(end0, end1)).toBeCloseTo(norm, 11);
  });

  test("the squared norm grows by exactly η²|∇L|² in a step, which is the quantity that the figure shows", () => {
    fc.assert(
      fc.property(weights, inputs, fc.double({ min: 0.1, max: 4, noNaN: true }), ([c0, c1], input, rate) => {
        const values = { weight0: c0, weight1: c1, input, rate };
        const { quantities } = twoFeatures.compute(values, { random: createRandom(0) });
        fc.pre(Number.isFinite(quantities.loss) && !(c0 === 0 && Math.abs(witnesses[1](input)) < 0.1));
        const gradient = gradientAt(squaresAt(input), [c0, c1]);
        const next = stepDown(squaresAt(input), [c0, c1], rate);
        const growth = rate ** 2 * Math.hypot(...gradient) ** 2;
        expectClose(quantities.growth, growth, twoFeatures.quantities.growth.error);
        expectClose(Math.hypot(...next) ** 2, quantities.squaredNorm + growth, 1e-9);
      }),
      runs,
    );
  });

  test("with small steps it follows the flow", () => {
    const end = descend(agreeing, [1, -2], 1e-3, 5000)[5000] ?? [0, 0];
    const flow = flowFrom([1, -2], agreeing, 5);
    for (const k of [0, 1] as const) expect(end[k]).toBeCloseTo(flow[k], 3);
  });
});
