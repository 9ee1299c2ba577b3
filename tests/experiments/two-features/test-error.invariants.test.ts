import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { witnesses } from "../../../experiments/two-features/features.ts";
import twoFeatures from "../../../experiments/two-features/index.ts";
import { expectClose, fitAt, meetings } from "./known.ts";
import { inputs, weights } from "./states.ts";

/** L and ∇L for an alias of any value at the input, within their declared errors. */
function expectAliasedForm(c0: number, c1: number, input: number): void {
  const [a, b] = [witnesses[0](input) ** 2, witnesses[1](input) ** 2];
  const square = c0 * c0 * a + c1 * c1 * b;
  if (square === 0) return;
  const { loss, gradient0, gradient1 } = twoFeatures.quantities;
  const fit = fitAt(input, c0, c1);
  expectClose(fit.loss, (c1 ** 4 * b * (a + b)) / (2 * square ** 2), loss.error);
  expectClose(fit.gradient[0], (-2 * c0 * a * c1 ** 4 * b * (a + b)) / square ** 3, gradient0.error);
  expectClose(fit.gradient[1], (2 * c0 ** 2 * a * c1 ** 3 * b * (a + b)) / square ** 3, gradient1.error);
}

describe("invariants at random weights", () => {
  test("the fit goes through the training point", () => {
    fc.assert(
      fc.property(weights, inputs, ([c0, c1], input) => {
        const [true0, alias] = [witnesses[0](input), witnesses[1](input)];
        fc.pre(c0 * true0 !== 0 || c1 * alias !== 0);
        const { credits } = fitAt(input, c0, c1);
        expectClose((credits[0] ?? 0) * true0 + (credits[1] ?? 0) * alias, true0);
      }),
    );
  });

  test("any other fitting pair of coefficients is longer", () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0.01, max: 5, noNaN: true }), ([c0, c1], s) => {
        const [beta0 = 0, beta1 = 0] = fitAt(0, c0, c1).coefficients;
        for (const sign of [s, -s]) {
          const other = Math.hypot(beta0 - sign * c1, beta1 + sign * c0);
          expect(other).toBeGreaterThan(Math.hypot(beta0, beta1));
        }
      }),
    );
  });

  test("where the features agree: β̂ = c/D, L = (c₁²/D)² and the gradient of the closed form", () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...meetings), ([c0, c1], input) => {
        const square = c0 * c0 + c1 * c1;
        const { coefficients, loss, gradient } = fitAt(input, c0, c1);
        expectClose(coefficients[0], c0 / square);
        expectClose(coefficients[1], c1 / square);
        expectClose(loss, (c1 * c1) ** 2 / square ** 2);
        expectClose(gradient[0], (-4 * c0 * c1 ** 4) / square ** 3);
        expectClose(gradient[1], (4 * c0 ** 2 * c1 ** 3) / square ** 3);
      }),
    );
  });

  test("anywhere else: the closed form for an alias of any value", () => {
    fc.assert(
      fc.property(weights, inputs, ([c0, c1], input) => expectAliasedForm(c0, c1, input)),
      { numRuns: 1000 },
    );
  });

  test("the same where the alias almost vanishes and the weights are small", () => {
    for (const input of [0.249, -0.251, 0.749, 0.751]) {
      for (const c0 of [-0.02, -0.01, 0, 0.01, 0.05]) {
        for (const c1 of [0.01, 0.02, 0.1, 1, 3]) expectAliasedForm(c0, c1, input);
      }
    }
  });

  test("the loss depends on the direction of the weights alone, so the gradient is perpendicular to them", () => {
    fc.assert(
      fc.property(
        weights,
        inputs,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        ([c0, c1], input, factor) => {
          const { loss, gradient } = fitAt(input, c0, c1);
          fc.pre(!Number.isNaN(loss));
          expectClose(fitAt(input, factor * c0, factor * c1).loss, loss);
          const [slope0 = 0, slope1 = 0] = gradient;
          const length = Math.max(1, Math.hypot(slope0, slope1));
          expect(Math.abs(c0 * slope0 + c1 * slope1) / length).toBeLessThan(1e-11);
        },
      ),
    );
  });

  test("the loss is even in each weight, and lies in [0, 1] where the features agree", () => {
    fc.assert(
      fc.property(weights, ([c0, c1]) => {
        const { loss } = fitAt(0, c0, c1);
        expectClose(fitAt(0, -c0, c1).loss, loss);
        expectClose(fitAt(0, c0, -c1).loss, loss);
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThan(1 + 1e-12);
      }),
    );
  });

  test("the gradient is nowhere longer than 3√3/4R; at 60° it is as long", () => {
    const steepest = (3 * Math.sqrt(3)) / 4;
    const scaled = (c0: number, c1: number): number =>
      Math.hypot(...fitAt(0, c0, c1).gradient) * Math.hypot(c0, c1);
    fc.assert(
      fc.property(weights, ([c0, c1]) => {
        expect(scaled(c0, c1)).toBeLessThan(steepest + 1e-12);
      }),
    );
    expectClose(scaled(1, Math.sqrt(3)), steepest);
  });
});
