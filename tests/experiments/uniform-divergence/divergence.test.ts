import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { essentialZero, laplace, ramp, uniform } from "../../../experiments/uniform-divergence/density.ts";
import { mix, pointMass, withDensity } from "../../../experiments/uniform-divergence/distribution.ts";
import { compareOverCells } from "../../../experiments/uniform-divergence/divergence.ts";
import {
  bernoulli,
  C,
  compare,
  deviation,
  divergence,
  expectWithinError,
  exponential,
  L,
  N,
  nested,
  peaks,
  real,
  share,
  U,
} from "./pairs.ts";

const origin = pointMass(0);
const steep = withDensity(essentialZero(1));

describe("published pairs, to 1e-10", () => {
  test.each([
    ["U[0,1] and U[0,2]", U(0, 1), U(0, 2), Math.LN2, Infinity],
    ["U[0.25,1] and U[0,3]", U(0.25, 1), U(0, 3), 1.38629436112, Infinity],
    ["N(0,1) and N(1,2²)", N(0, 1), N(1, 2), 0.44314718056, 1.30685281944],
    ["N(0,1) and N(0,0.5²)", N(0, 1), N(0, 0.5), 0.80685281944, 0.31814718056],
    [
      "Exp(1) and Exp(2)",
      withDensity(exponential(1)),
      withDensity(exponential(2)),
      0.30685281944,
      0.19314718056,
    ],
    ["Laplace(0,1) and N(0,1)", L(0), N(0, 1), 0.225791352645, 0.072093208158],
    ["N(0,1) and Cauchy", N(0, 1), C, 0.259244532489, Infinity],
    ["½Lap(−2,1) + ½Lap(2,1) and Cauchy", peaks, C, 0.54899443655, Infinity],
    ["U[0,1] and 2x", U(0, 1), withDensity(ramp(1)), 0.30685281944, 0.19314718056],
    ["Bern(.3) and Bern(.5)", bernoulli(0.3), bernoulli(0.5), 0.082282878505, 0.087176693573],
    ["δ₀ and N(0,1)", origin, N(0, 1), Infinity, Infinity],
    ["δ₀ and ½δ₀ + ½N(0,1)", origin, mix(origin, N(0, 1), 0.5), Math.LN2, Infinity],
  ])("%s", (_title, p, q, forward, reverse) => {
    const found = compare(p, q);
    if (forward === Infinity) expect(found.forward).toBe(Infinity);
    else expect(Math.abs(found.forward - forward)).toBeLessThan(1e-10);
    if (reverse === Infinity) expect(found.reverse).toBe(Infinity);
    else expect(Math.abs(found.reverse - reverse)).toBeLessThan(1e-10);
  });

  test("U[0,1] and q ∝ exp(−1/x) on (0,1]: ∞ one way, finite the other, and no mass where the other has none", () => {
    const { forward, reverse, massWhereP0, massWhereQ0 } = compare(U(0, 1), steep);
    expect(forward).toBe(Infinity);
    expect(reverse).toBeGreaterThan(0);
    expect(reverse).toBeLessThan(Infinity);
    expect([massWhereP0, massWhereQ0]).toEqual([0, 0]);
  });
});

describe("regularised families", () => {
  test.each([
    [0.1, 0.830366],
    [0.01, 1.958518],
    [1e-4, 4.258622],
    [1e-6, 6.561182],
  ])("U[0,2] is −½ log(ε(2 − ε)) away from U[0,1] filled with ε = %f: %f", (epsilon, published) => {
    const found = divergence(U(0, 2), mix(U(0, 1), U(0, 2), epsilon));
    expect(Math.abs(found - published)).toBeLessThan(0.5e-6);
    expectWithinError(found, -0.5 * Math.log(epsilon * (2 - epsilon)));
  });

  test("a point filled from the distribution that shares it has the same value: only two probabilities count", () => {
    fc.assert(
      fc.property(share, (epsilon) => {
        const shared = mix(origin, N(0, 1), 0.5);
        expectWithinError(
          divergence(shared, mix(origin, shared, epsilon)),
          -0.5 * Math.log(epsilon * (2 - epsilon)),
        );
      }),
    );
  });

  test.each([
    [0.1, 1.807585, 47.197415],
    [0.01, 4.10522, 4994.89483],
    [0.001, 6.407756, 499992.592245],
  ])("N(0,ε²) and N(0,1), ε = %f: %f and %f", (epsilon, forward, reverse) => {
    const found = compare(N(0, epsilon), N(0, 1));
    expect(Math.abs(found.forward - forward)).toBeLessThan(0.5e-6 + 1e-12);
    expect(Math.abs(found.reverse - reverse)).toBeLessThan(0.5e-6 + 1e-9);
  });
});

describe("closed forms at random pairs", () => {
  test("of two nested intervals the inner one is log of the ratio of lengths away from the outer", () => {
    fc.assert(
      fc.property(nested, ({ inner: [a, b], outer: [r, s] }) => {
        expectWithinError(divergence(U(a, b), U(r, s)), Math.log((s - r) / (b - a)));
      }),
    );
  });

  test("of two normals both directions are log σ₂/σ₁ + (σ₁² + (μ₁ − μ₂)²)/2σ₂² − ½", () => {
    const closed = (m1: number, s1: number, m2: number, s2: number): number =>
      Math.log(s2 / s1) + (s1 ** 2 + (m1 - m2) ** 2) / (2 * s2 ** 2) - 0.5;
    fc.assert(
      fc.property(real, deviation, real, deviation, (m1, s1, m2, s2) => {
        const found = compare(N(m1, s1), N(m2, s2));
        expectWithinError(found.forward, closed(m1, s1, m2, s2));
        expectWithinError(found.reverse, closed(m2, s2, m1, s1));
      }),
    );
  });

  test("U[a,b] is log(s²/2) − log(b − a) + 1 − (b log b − a log a)/(b − a) away from 2x/s²", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (a, d) => {
          const b = a + d;
          const xlogx = (x: number): number => (x === 0 ? 0 : x * Math.log(x));
          const meanOfLog = (xlogx(b) - xlogx(a)) / d - 1;
          expectWithinError(
            divergence(U(a, b), withDensity(ramp(3))),
            Math.log(4.5) - Math.log(d) - meanOfLog,
          );
        },
      ),
    );
  });

  test("U[a,1] is log z + log(1/a)/(1 − a) − log(1 − a) away from exp(−1/x)/z: finite for every a > 0", () => {
    // z = 1/e − E₁(1), with E₁(1) = 0.219383934395520274 (Abramowitz and Stegun, table 5.1)
    const logZ = Math.log(Math.exp(-1) - 0.2193839343955203);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.9, noNaN: true }), (a) => {
        const expected = logZ - Math.log(a) / (1 - a) - Math.log(1 - a);
        expectWithinError(divergence(U(a, 1), steep), expected);
      }),
    );
  });
});

test("every cell's probabilities add up to 1", () => {
  const filled = mix(peaks, C, 1e-3);
  for (const p of [U(0, 1), N(0, 1e-6), C, filled, steep, mix(origin, N(0, 1), 0.3)]) {
    const cells = compareOverCells(p, N(0.5, 2));
    expect(cells.reduce((sum, { massP }) => sum + massP, 0)).toBeCloseTo(1, 13);
    expect(cells.reduce((sum, { massQ }) => sum + massQ, 0)).toBeCloseTo(1, 13);
  }
});

test("an empty interval and a share outside [0, 1] are refused", () => {
  expect(() => uniform(1, 1)).toThrow("a uniform density needs left < right, found 1, 1");
  expect(() => mix(L(0), withDensity(laplace(1, 1)), 1.5)).toThrow("a share lies in [0, 1], found 1.5");
});
