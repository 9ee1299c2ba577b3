import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowFrom } from "../../../experiments/two-features/flow.ts";
import { lossAt, squaresAt, type Weights } from "../../../experiments/two-features/loss-surface.ts";
import { expectClose, fitAt } from "./known.ts";
import { inputs, runs, weights } from "./states.ts";

const agreeing = squaresAt(0);

/** One step of Runge and Kutta's rule of fourth order for ċ = −∇L, with the gradient of the fit itself. */
function rungeKutta([c0, c1]: Weights, input: number, step: number): Weights {
  const slope = (at: Weights): Weights => {
    const [gradient0 = 0, gradient1 = 0] = fitAt(input, ...at).gradient;
    return [-gradient0, -gradient1];
  };
  const ahead = ([d0, d1]: Weights, share: number): Weights => [
    c0 + share * step * d0,
    c1 + share * step * d1,
  ];
  const first = slope([c0, c1]);
  const second = slope(ahead(first, 0.5));
  const third = slope(ahead(second, 0.5));
  const fourth = slope(ahead(third, 1));
  const mean = (k: 0 | 1): number => (first[k] + 2 * second[k] + 2 * third[k] + fourth[k]) / 6;
  return ahead([mean(0), mean(1)], 1);
}

describe("gradient flow", () => {
  test.each([
    [1, 1, 1, 1.254541129036, 0.652783697373],
    [1, 1, 10, 1.395667590724, 0.228280477053],
    [0.6, 0.8, 5, 0.986537814403, 0.163533301662],
    [-1, 2, 20, -2.19655527004, 0.418503220609],
  ])("from (%d, %d) after the time %d", (c0, c1, time, expected0, expected1) => {
    const end = flowFrom([c0, c1], agreeing, time);
    expect(end[0]).toBeCloseTo(expected0, 11);
    expect(end[1]).toBeCloseTo(expected1, 11);
  });

  test("the published losses on the way from (1, 1)", () => {
    expect(lossAt(agreeing, flowFrom([1, 1], agreeing, 1))).toBeCloseTo(0.045395960338, 11);
    expect(lossAt(agreeing, flowFrom([1, 1], agreeing, 10))).toBeCloseTo(6.78914516e-4, 12);
  });

  test.each([
    [0, 1, -2],
    [0.3, 0.5, 1],
    [0.4, -1, 1.5],
    [0.644, 1, 2],
    [-0.9, 2, 1],
  ])(
    "where the features differ or agree, x₁ = %d: as Runge and Kutta's rule follows the fit",
    (input, c0, c1) => {
      const steps = 2000;
      let at: Weights = [c0, c1];
      for (let k = 0; k < steps; k++) at = rungeKutta(at, input, 2 / steps);
      const end = flowFrom([c0, c1], squaresAt(input), 2);
      expect(end[0]).toBeCloseTo(at[0], 10);
      expect(end[1]).toBeCloseTo(at[1], 10);
    },
  );

  test("keeps the norm and the quadrant, and the loss never rises", () => {
    fc.assert(
      fc.property(weights, inputs, fc.double({ min: 0, max: 100, noNaN: true }), (start, input, time) => {
        const squares = squaresAt(input);
        fc.pre(Number.isFinite(lossAt(squares, start)));
        const end = flowFrom(start, squares, time);
        expectClose(Math.hypot(...end), Math.hypot(...start));
        for (const k of [0, 1] as const) expect(end[k] * start[k]).toBeGreaterThanOrEqual(0);
        expect(lossAt(squares, end)).toBeLessThanOrEqual(lossAt(squares, start) * (1 + 1e-12));
      }),
      runs,
    );
  });

  test("one time after the other is both together", () => {
    fc.assert(
      fc.property(weights, inputs, fc.double({ min: 0.01, max: 50, noNaN: true }), (start, input, time) => {
        const squares = squaresAt(input);
        fc.pre(start[0] !== 0);
        const twice = flowFrom(flowFrom(start, squares, time), squares, time);
        const together = flowFrom(start, squares, 2 * time);
        for (const k of [0, 1] as const) expectClose(twice[k], together[k], 1e-9);
      }),
      runs,
    );
  });

  test("late, the loss is R⁴/64t²", () => {
    const time = 1e7;
    expect(lossAt(agreeing, flowFrom([1, 1], agreeing, time)) * 64 * time ** 2).toBeCloseTo(4, 4);
  });

  test("on the c₁ axis it stands still", () => {
    expect(flowFrom([0, 2], agreeing, 100)).toEqual([0, 2]);
  });
});
