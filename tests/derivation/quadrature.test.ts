import { describe, expect, test } from "vitest";
import { plain } from "../../derivation/evaluation/arithmetic.ts";
import { dualOver } from "../../derivation/evaluation/dual.ts";
import { ELEMENTARY } from "../../derivation/evaluation/elementary.ts";
import { integrateSmooth } from "../../derivation/evaluation/quadrature.ts";
import { digamma, erf, gamma } from "../../derivation/evaluation/special-functions.ts";

const { POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: minusInfinity } = Number;
const integral = (f: (x: number) => number, from: number, to: number): number =>
  integrateSmooth(f, { from, to }, plain);

describe("double-exponential quadrature", () => {
  test.each<readonly [title: string, f: (x: number) => number, from: number, to: number, value: number]>([
    ["a polynomial", (x) => x ** 5, 0, 2, 64 / 6],
    ["a root's singularity", (x) => 1 / Math.sqrt(x), 0, 1, 2],
    ["a logarithm's singularity", Math.log, 0, 1, -1],
    ["a bell curve", (x) => Math.exp(-x * x), minusInfinity, infinity, Math.sqrt(Math.PI)],
    ["a shifted bell curve", (x) => Math.exp(-((x - 5) ** 2)), minusInfinity, infinity, Math.sqrt(Math.PI)],
    ["a heavy tail", (x) => 1 / (1 + x * x), minusInfinity, infinity, Math.PI],
    ["an exponential tail", (x) => Math.exp(x), minusInfinity, 0, 1],
    ["gamma of 5", (x) => x ** 4 * Math.exp(-x), 0, infinity, 24],
    ["∫ x^(−3/2) from 1", (x) => x ** -1.5, 1, infinity, 2],
    ["nothing", () => 0, 0, 1, 0],
  ])("%s", (_, f, from, to, value) =>
    expect(Math.abs(integral(f, from, to) - value)).toBeLessThan(1e-11 * Math.max(1, Math.abs(value))),
  );

  test("1/x diverges at 0 and at infinity, with its sign", () => {
    expect(integral((x) => 1 / x, 0, 1)).toBe(infinity);
    expect(integral((x) => -1 / x, 1, infinity)).toBe(minusInfinity);
  });

  test("infinitely many infinite values make an infinite integral", () =>
    expect(integral(() => infinity, 0, 1)).toBe(infinity));

  test.each<readonly [title: string, f: (x: number) => number, from: number, to: number]>([
    ["an odd pole", (x) => 1 / (x - 0.3), 0, 1],
    ["a double pole", (x) => 1 / (x - 0.3) ** 2, 0, 1],
    ["oscillation", (x) => Math.sin(1 / x), 0, 1],
    ["an oscillating tail", Math.sin, 0, infinity],
    ["poles of opposite signs", (x) => 1 / x - 1 / (1 - x), 0, 1],
    ["an undefined integrand", () => Number.NaN, 0, 1],
  ])("%s is refused", (_, f, from, to) =>
    expect(() => integral(f, from, to)).toThrow(/converge|undefined|∞/),
  );
});

describe("special functions", () => {
  test.each([
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [2.6, 0.9997639655834707],
    [-1, -0.8427007929497149],
  ])("erf %f", (x, value) => expect(erf(x)).toBeCloseTo(value, 14));

  test("Γ satisfies Γ(x + 1) = xΓ(x) and Γ(½) = √π", () => {
    for (const x of [0.1, 0.7, 2.3, 7.9, -1.4]) expect(gamma(x + 1) / (x * gamma(x))).toBeCloseTo(1, 12);
    expect(gamma(0.5)).toBeCloseTo(Math.sqrt(Math.PI), 13);
  });

  test("ψ(1) is minus Euler's constant", () =>
    expect(digamma(1, plain, ELEMENTARY.log)).toBeCloseTo(-0.5772156649015329, 12));
});

describe("dual numbers", () => {
  const dual = dualOver(plain, Math.log);

  test.each(Object.entries(ELEMENTARY).filter(([name]) => name !== "factorial"))(
    "the slope of %s is its difference quotient",
    (name, rule) => {
      const x = ["arcosh", "gamma", "csch"].includes(name) ? 1.7 : 0.6;
      const h = 1e-5;
      const quotient = (rule.value(x + h) - rule.value(x - h)) / (2 * h);
      expect(dual.apply(rule, { value: x, slope: 1 }).slope).toBeCloseTo(quotient, 7);
    },
  );

  test("x^x has slope x^x(1 + log x)", () => {
    const x = { value: 1.3, slope: 1 };
    expect(dual.power(x, x).slope).toBeCloseTo(1.3 ** 1.3 * (1 + Math.log(1.3)), 14);
  });
});
