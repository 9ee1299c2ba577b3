import { describe, expect, test } from "vitest";
import { cosine, witnesses } from "../../../experiments/two-features/features.ts";
import { fitAndTest } from "../../../experiments/two-features/test-error.ts";
import { expectClose, fitAt, meetings, published } from "./known.ts";

test.each(published)("weights (%d, %d)", (c0, c1, beta0, beta1, loss, gradient0, gradient1) => {
  for (const input of meetings) {
    const fit = fitAt(input, c0, c1);
    expectClose(fit.coefficients[0], beta0, 6e-10);
    expectClose(fit.coefficients[1], beta1, 6e-10);
    expectClose(fit.loss, loss);
    expectClose(fit.gradient[0], gradient0);
    expectClose(fit.gradient[1], gradient1);
  }
});

test("an alias of γ = √2 times the target costs 16/27 at the weights (1, 2)", () => {
  const input = Math.acos((Math.SQRT2 - Math.sqrt(10)) / 4) / Math.PI;
  expectClose(witnesses[1](input) / witnesses[0](input), Math.SQRT2);
  const { loss, credits } = fitAt(input, 1, 2);
  expectClose(loss, 16 / 27);
  expectClose(credits[0], 1 / 9);
  expectClose(credits[1], (4 * Math.SQRT2) / 9);
});

test("m features that agree, with equal weights, cost (m − 1)/2m", () => {
  for (const m of [2, 3, 5, 10]) {
    const aliases = Array.from({ length: m - 1 }, (_, k) => cosine(k + 2));
    const equal = Array.from({ length: m }, () => 1);
    expectClose(fitAndTest([cosine(1), ...aliases], [0], equal).loss, (m - 1) / (2 * m));
  }
});

test("a point that asks for nothing teaches nothing; one that no feature can reach has no fit", () => {
  for (const alias of [0, 1]) {
    const { coefficients, loss, gradient } = fitAt(0.5, 1, alias);
    expect([...coefficients, ...gradient].map(Math.abs)).toEqual([0, 0, 0, 0]);
    expectClose(loss, 0.5);
  }
  expect(fitAt(0.25, 0, 1).loss).toBeNaN();
  expect(fitAt(0, 0, 0)).toMatchObject({ coefficients: [Number.NaN, Number.NaN], loss: Number.NaN });
});

describe("gradient descent from (1, 1)", () => {
  test.each([
    [0.1, 1000, 1.42167330203, 0.071862335214, 1.423488381732],
    [1, 100, 1.582457, 0.087195, 1.584857],
  ])("with η = %d, after %d steps", (rate, steps, c0, c1, norm) => {
    let at: readonly number[] = [1, 1];
    for (let step = 0; step < steps; step++) {
      const { gradient } = fitAt(0, ...at);
      const next = at.map((weight, k) => weight - rate * (gradient[k] ?? 0));
      expectClose(
        Math.hypot(...next) ** 2,
        Math.hypot(...at) ** 2 + rate ** 2 * Math.hypot(...gradient) ** 2,
      );
      at = next;
    }
    expect(at[0]).toBeCloseTo(c0, 6);
    expect(at[1]).toBeCloseTo(c1, 6);
    expect(Math.hypot(...at)).toBeCloseTo(norm, 6);
  });
});
