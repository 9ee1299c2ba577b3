import { describe, expect, test } from "vitest";
import { mix } from "../../../experiments/uniform-divergence/distribution.ts";
import { integrate } from "../../../experiments/uniform-divergence/quadrature.ts";
import { C, divergence, expectWithinError, L, N, peaks } from "./pairs.ts";

test("the rule is exact for a constant and for a polynomial of degree 19", () => {
  expect(integrate(() => 1, 1, 3)).toBeCloseTo(2, 14);
  expect(integrate((x) => x ** 19, 1, 3) / ((3 ** 20 - 1) / 20)).toBeCloseTo(1, 13);
});

describe("another quadrature agrees: the trapezoidal rule after x = sinh(½π sinh t)", () => {
  const cauchyLog = (x: number): number => -Math.log(Math.PI * (1 + x * x));
  const normalLog = (x: number): number => -0.5 * x * x - 0.5 * Math.log(2 * Math.PI);
  const peaksLog = (x: number): number =>
    Math.log(0.25 * (Math.exp(-Math.abs(x - 2)) + Math.exp(-Math.abs(x + 2))));

  /** 2 ∫₀^∞ q log(q/((1 − ε)p + εq)) for symmetric p, in stretches that no kink divides. */
  function filledReverse(logP: (x: number) => number, epsilon: number, kink: number): number {
    const integrand = (x: number): number => {
      const q = cauchyLog(x);
      const [a, b] = [Math.log1p(-epsilon) + logP(x), Math.log(epsilon) + q];
      const larger = Math.max(a, b);
      return Math.exp(q) * (q - larger - Math.log1p(Math.exp(Math.min(a, b) - larger)));
    };
    return 2 * (finite(integrand, 0, kink) + halfLine((x) => integrand(kink + x)));
  }

  test.each([1e-6, 1e-4, 0.01, 0.5])(
    "of a Cauchy tail against a filled normal and filled peaks, ε = %f",
    (epsilon) => {
      const ofNormal = divergence(C, mix(N(0, 1), C, epsilon));
      expectWithinError(ofNormal, filledReverse(normalLog, epsilon, 6));
      const ofPeaks = divergence(C, mix(peaks, C, epsilon));
      expectWithinError(ofPeaks, filledReverse(peaksLog, epsilon, 2));
    },
  );

  test("of Laplace against normal", () => {
    const log = (x: number): number => -x - Math.LN2;
    const expected = 2 * halfLine((x) => Math.exp(log(x)) * (log(x) - normalLog(x)));
    expectWithinError(divergence(L(0), N(0, 1)), expected);
  });
});

/** ∫ f over [a, b] by the tanh-sinh rule. */
function finite(f: (x: number) => number, a: number, b: number): number {
  return trapezoid((t) => {
    const v = (Math.PI / 2) * Math.sinh(t);
    return (
      f((a + b) / 2 + ((b - a) / 2) * Math.tanh(v)) *
      ((b - a) / 2) *
      (Math.PI / 2) *
      (Math.cosh(t) / Math.cosh(v) ** 2)
    );
  }, 3.5);
}

/** ∫ f over [0, ∞) after x = exp(½π sinh t). */
function halfLine(f: (x: number) => number): number {
  return trapezoid((t) => {
    const x = Math.exp((Math.PI / 2) * Math.sinh(t));
    return f(x) * x * (Math.PI / 2) * Math.cosh(t);
  }, 4);
}

function trapezoid(f: (t: number) => number, reach: number): number {
  const step = 1 / 256;
  let sum = 0;
  for (let k = -reach / step; k <= reach / step; k++) sum += f(k * step);
  return sum * step;
}
