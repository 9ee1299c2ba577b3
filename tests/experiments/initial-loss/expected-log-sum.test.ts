import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedLogSum } from "../../../experiments/initial-loss/expected-log-sum.ts";
import { expectedMaximum } from "../../../experiments/initial-loss/expected-maximum.ts";
import { normalLaw } from "../../../experiments/initial-loss/law.ts";
import { expectClose, normalDensity, trapezoid } from "./known.ts";

/** The declared error of what is computed from it. */
const error = 1e-9;

describe("published values of Λ_V(τ)", () => {
  test.each([
    [1000, 1, 7.40689852],
    [10000, 1, 9.71025448],
    [1000, 3 ** -0.5, 7.0742242],
    [10000, 3 ** -0.5, 9.37698726],
  ])("V = %d, τ = %d", (words, deviation, published) => {
    expect(Math.abs(expectedLogSum(words, deviation) - published)).toBeLessThan(5.1e-9);
  });
});

/** V·E[p₁²] at τ, from E[X²e^(−tX)]·L(t)^(V − 1): dense sums, no logarithm of the loss. */
function meanSquare(words: number, deviation: number): number {
  const over = (u: number, f: (logit: number) => number): number =>
    trapezoid(-9, 9, 0.125, (g) => normalDensity(g) * f(u + deviation * g));
  return (
    words *
    trapezoid(-12 * deviation - 12, 9 * deviation + 6, 0.2, (u) => {
      const square = over(u, (x) => Math.exp(2 * x - Math.exp(x)));
      return square * over(u, (x) => Math.exp(-Math.exp(x))) ** (words - 1);
    })
  );
}

test.each([
  [2, 1],
  [3, 2],
  [50, 1.5],
  [1000, 2],
])("V = %d: the integral by parts from 0 to τ = %d gives the same", (words, deviation) => {
  const nodes = 32;
  const slope = (t: number): number => (t === 0 ? 0 : t * (1 - meanSquare(words, t)));
  let integral = 0;
  for (let k = 0; k <= nodes; k++) {
    const weight = k === 0 || k === nodes ? 1 : k % 2 === 1 ? 4 : 2;
    integral += (weight * slope((deviation * k) / nodes) * deviation) / nodes / 3;
  }
  expectClose(expectedLogSum(words, deviation), Math.log(words) + integral, 1e-6);
});

test("two words: E log(2 cosh(τg/√2)), over the whole range of τ", () => {
  for (const deviation of [1e-6, 0.01, 0.3, 0.599, 0.601, 1, 2.5, 8, 22.6]) {
    const spacing = 0.125 / Math.max(1, deviation);
    const expected = trapezoid(-9, 9, spacing, (g) => {
      const x = (deviation * Math.abs(g)) / Math.SQRT2;
      return normalDensity(g) * (x + Math.log1p(Math.exp(-2 * x)));
    });
    expectClose(expectedLogSum(2, deviation), expected, error);
  }
});

test("one word costs nothing: E[τg] = 0", () => {
  for (const deviation of [0.1, 1, 30]) expectClose(expectedLogSum(1, deviation), 0, error);
});

test("one word beside one of another law: E log(e^x + e^y) by a sum over both", () => {
  for (const [deviation, mean, ownDeviation] of [
    [1, 4, 0.8],
    [3, -2, 0.5],
    [0.4, 1, 2],
  ] as const) {
    const expected = trapezoid(-9, 9, 0.05, (g) =>
      trapezoid(-9, 9, 0.05, (k) => {
        const gap = mean + ownDeviation * k - deviation * g;
        const larger = deviation * g + Math.max(0, gap);
        return normalDensity(g) * normalDensity(k) * (larger + Math.log1p(Math.exp(-Math.abs(gap))));
      }),
    );
    expectClose(expectedLogSum(1, deviation, normalLaw(mean, ownDeviation)), expected, error);
  }
});

test("many words, small τ: the published expansion in 1/V", () => {
  const x = Math.E;
  const [first, second] = [(x - 1) / 2, (x ** 3 - 3 * x + 2) / 3 - (3 * (x - 1) ** 2) / 4];
  const expansion = Math.log(1000) + 0.5 - first / 1000 + second / 1000 ** 2;
  expect(Math.abs(expectedLogSum(1000, 1) - expansion)).toBeLessThan(5e-8);
});

describe("the largest of V normal numbers", () => {
  test.each([
    [2, Math.PI ** -0.5],
    [3, 1.5 * Math.PI ** -0.5],
    [1000, 3.24143577],
    [10000, 3.85161582],
    [50257, 4.23162114],
  ])("of %d", (words, published) => {
    expect(Math.abs(expectedMaximum(words) - published)).toBeLessThan(5.1e-9);
  });
});

const states = fc.tuple(
  fc.integer({ min: 2, max: 10_000 }),
  fc.double({ min: 0.01, max: 32, noNaN: true, noDefaultInfinity: true }),
);

describe("bounds of the loss at random V and τ", () => {
  test("log V ≤ Λ ≤ log V + τ²/2", () => {
    fc.assert(
      fc.property(states, ([words, deviation]) => {
        const loss = expectedLogSum(words, deviation);
        expect(loss).toBeGreaterThan(Math.log(words) - error);
        expect(loss).toBeLessThan(Math.log(words) + deviation ** 2 / 2 + error);
      }),
    );
  });

  test("τ E[M] ≤ Λ ≤ τ E[M] + log V, and τ√(2 log V) from τ = √(2 log V) on", () => {
    fc.assert(
      fc.property(states, ([words, deviation]) => {
        const loss = expectedLogSum(words, deviation);
        const largest = deviation * expectedMaximum(words);
        const freezing = Math.sqrt(2 * Math.log(words));
        expect(loss).toBeGreaterThan(largest - 1e-8);
        expect(loss).toBeLessThan(largest + Math.log(words) + 1e-8);
        if (deviation >= freezing) expect(loss).toBeLessThan(deviation * freezing);
      }),
    );
  });

  test("Λ increases and is convex in τ", () => {
    fc.assert(
      fc.property(states, ([words, deviation]) => {
        const [a, b, c] = [0.8, 1, 1.2].map((factor) => expectedLogSum(words, factor * deviation));
        expect(b).toBeGreaterThan((a ?? 0) - 1e-8);
        expect(2 * (b ?? 0)).toBeLessThan((a ?? 0) + (c ?? 0) + 1e-8);
      }),
    );
  });
});
