import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mix, stretchesBetween, uniform } from "../../../experiments/uniform-divergence/density.ts";
import { integrateDivergence } from "../../../experiments/uniform-divergence/divergence.ts";
import { divergence, expectWithinError, nested, weight } from "./pairs.ts";

describe("published pairs", () => {
  test("U[0,1] is log 2 away from U[0,2], which is ∞ away from it", () => {
    expect(divergence(uniform(0, 1), uniform(0, 2))).toBeCloseTo(Math.LN2, 14);
    expect(divergence(uniform(0, 2), uniform(0, 1))).toBe(Infinity);
  });

  test("U[0.25,1] is log 4 = 1.386294361120 away from U[0,3], which is ∞ away from it", () => {
    expect(divergence(uniform(0.25, 1), uniform(0, 3))).toBeCloseTo(1.38629436112, 11);
    expect(divergence(uniform(0, 3), uniform(0.25, 1))).toBe(Infinity);
  });

  test.each([
    [0.1, 0.830366],
    [0.01, 1.958518],
    [1e-4, 4.258622],
    [1e-6, 6.561182],
  ])("U[0,2] is −½ log(ε(2 − ε)) away from U[0,1] filled with ε = %f: %f", (weight, published) => {
    const [p, q] = [uniform(0, 1), uniform(0, 2)];
    const found = divergence(q, mix(p, q, weight));
    expect(Math.abs(found - published)).toBeLessThan(0.5e-6);
    expectWithinError(found, -0.5 * Math.log(weight * (2 - weight)));
  });
});

describe("closed forms at random nested intervals", () => {
  test("the inner one is log of the ratio of lengths away from the outer one", () => {
    fc.assert(
      fc.property(nested, ({ inner: [a, b], outer: [r, s] }) => {
        expectWithinError(divergence(uniform(a, b), uniform(r, s)), Math.log((s - r) / (b - a)));
      }),
    );
  });

  test("filled with ε, both directions have the closed form of a two-point distribution", () => {
    fc.assert(
      fc.property(nested, weight, ({ inner: [a, b], outer: [r, s] }, epsilon) => {
        const share = (b - a) / (s - r);
        const ratio = (1 - epsilon) / share + epsilon;
        const q = uniform(r, s);
        const p = mix(uniform(a, b), q, epsilon);
        expectWithinError(divergence(q, p), -share * Math.log(ratio) - (1 - share) * Math.log(epsilon));
        expectWithinError(
          divergence(p, q),
          share * ratio * Math.log(ratio) + (1 - share) * epsilon * Math.log(epsilon),
        );
      }),
    );
  });
});

describe("the running integral", () => {
  test("is the sum of integrand times length over the pieces, which join without a gap", () => {
    fc.assert(
      fc.property(nested, weight, ({ inner, outer }, epsilon) => {
        const q = uniform(...outer);
        const pieces = integrateDivergence(q, mix(uniform(...inner), q, epsilon));
        pieces.forEach(({ from, to, integrand, before, after }, k) => {
          const next = pieces[k + 1];
          expect(after - before).toBeCloseTo(integrand * (to - from), 12);
          if (next) expect([next.from, next.before]).toEqual([to, after]);
        });
        expect(pieces[0]?.before).toBe(0);
      }),
    );
  });

  test("of U[0,2] against U[0,1] it falls to −½ log 2 at 1 and is ∞ from there on", () => {
    const [first, second] = integrateDivergence(uniform(0, 2), uniform(0, 1));
    expect(first).toMatchObject({ from: 0, to: 1, before: 0 });
    expect(first?.after).toBeCloseTo(-0.5 * Math.log(2), 14);
    expect(second).toMatchObject({ from: 1, to: 2, integrand: Infinity, after: Infinity });
  });
});

test("stretches lie between distinct ends only: a single point never counts", () => {
  expect(stretchesBetween([2, 0, 1, 1, 0])).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ]);
});

test("an empty interval and a weight outside [0, 1] are refused", () => {
  expect(() => uniform(1, 1)).toThrow("a uniform density needs left < right, found 1, 1");
  expect(() => mix(uniform(0, 1), uniform(0, 2), 1.5)).toThrow("a weight lies in [0, 1], found 1.5");
});
