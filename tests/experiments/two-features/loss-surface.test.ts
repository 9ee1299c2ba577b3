import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { witnesses } from "../../../experiments/two-features/features.ts";
import {
  gradientAt,
  lossAt,
  slopeOfLevel,
  squaresAt,
} from "../../../experiments/two-features/loss-surface.ts";
import { expectClose, fitAt, published } from "./known.ts";
import { inputs, runs, weights } from "./states.ts";

const agreeing = squaresAt(0);

describe("the loss and its gradient in closed form", () => {
  test.each(published)("weights (%d, %d)", (c0, c1, _beta0, _beta1, loss, gradient0, gradient1) => {
    expectClose(lossAt(agreeing, [c0, c1]), loss);
    const gradient = gradientAt(agreeing, [c0, c1]);
    expectClose(gradient[0], gradient0);
    expectClose(gradient[1], gradient1);
  });

  test("are those of the fit, at random weights and inputs", () => {
    fc.assert(
      fc.property(weights, inputs, ([c0, c1], input) => {
        const fit = fitAt(input, c0, c1);
        fc.pre(Number.isFinite(fit.loss) && !(c0 === 0 && Math.abs(witnesses[1](input)) < 0.1));
        expectClose(lossAt(squaresAt(input), [c0, c1]), fit.loss);
        const gradient = gradientAt(squaresAt(input), [c0, c1]);
        for (const k of [0, 1] as const) expectClose(gradient[k], fit.gradient[k] ?? Number.NaN, 1e-9);
      }),
      runs,
    );
  });

  test("on the rays of a level the loss has this value; where there are none, no weights cost as much", () => {
    for (const input of [0, 0.1, 0.3, 0.4, 0.6, 0.644, 0.9]) {
      const squares = squaresAt(input);
      const most = lossAt(squares, [0, 1]);
      for (const level of [0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9]) {
        const slope = slopeOfLevel(squares, level);
        if (slope === undefined) expect(most).toBeLessThanOrEqual(level);
        else for (const c0 of [-2, 0.5]) expectClose(lossAt(squares, [c0, c0 * slope]), level);
      }
    }
  });
});
