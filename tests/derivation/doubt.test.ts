import { describe, expect, test } from "vitest";
import { plain } from "../../derivation/evaluation/arithmetic.ts";
import { gaussLegendre } from "../../derivation/evaluation/gauss-legendre.ts";
import { integrateBriefly } from "../../derivation/evaluation/quadrature-brief.ts";
import { checkDisplay, createScope } from "../../derivation/index.ts";
import { macros, outcomesOf } from "./setting.ts";

const tex = String.raw;
const { POSITIVE_INFINITY: infinity, NEGATIVE_INFINITY: minusInfinity } = Number;

describe("what rounding has cost is noticed, though sides agree in double precision", () => {
  test.each<readonly [title: string, formula: string]>([
    ["a number that vanishes in 1", tex`(1 + 10^{-17} - 1) \cdot 10^{17} = 0`],
    ["a number that vanishes in a variable", tex`(x + 10^{-18} - x) \cdot 10^{18} = 0`],
    ["a difference of large numbers", tex`(x + 10^{20}) - 10^{20} = 0`],
    ["the same under an integral", tex`\int_0^1 \left((t + 10^{20}) - 10^{20}\right) dt = 0`],
    ["a function of a huge argument", tex`\sin(10^{22} x) = \sin((10^{22} + 1) x)`],
    ["a logarithm near 1", tex`\log(1 + 10^{-17}) \cdot 10^{17} = 0`],
    ["a power of nearly 1", tex`(1 + 10^{-17})^{10^{17}} = 1`],
    ["a limit that drowns in rounding", tex`\lim_{n\to\infty} \left((1 + n^{-20}) - 1\right) n^{20} = 0`],
  ])("%s", (_, formula) => expect(outcomesOf(formula, "x in (0.2, 0.9)")).not.toContain("verified"));

  test("the derivative of an infinite integral is not 0", () =>
    expect(
      outcomesOf(tex`\frac{d}{da}\int_0^1 \frac{a}{t}\,dt = 0`, "a in (0.5, 2)").filter(
        (outcome) => outcome === "verified" || outcome === "false",
      ),
    ).toEqual([]));
});

describe("quadrature from few places", () => {
  test.each<readonly [title: string, f: (x: number) => number, from: number, to: number, value: number]>([
    ["a polynomial", (x) => x ** 7, 0, 2, 32],
    ["a sine", Math.sin, 0, Math.PI, 2],
    ["a bell curve", (x) => Math.exp(-x * x), minusInfinity, infinity, Math.sqrt(Math.PI)],
    [
      "a shifted bell curve",
      (x) => Math.exp(-3 * (x - 2) ** 2),
      minusInfinity,
      infinity,
      Math.sqrt(Math.PI / 3),
    ],
    ["gamma of 3", (x) => x * x * Math.exp(-x), 0, infinity, 2],
  ])("agrees with a closed form: %s", (_, f, from, to, value) => {
    const found = integrateBriefly(f, { from, to }, plain);
    expect(Math.abs((found?.value ?? 0) - value)).toBeLessThan(1e-12 * value);
  });

  test.each<readonly [title: string, f: (x: number) => number, from: number, to: number]>([
    ["a kink", (x) => Math.abs(x - 0.3), 0, 1],
    ["a pole", (x) => 1 / (x - 0.3), 0, 1],
    ["poles that cancel by symmetry", (x) => 1 / x - 1 / (1 - x), 0, 1],
    ["a heavy tail", (x) => 1 / (1 + x * x), minusInfinity, infinity],
    ["a slow oscillation", Math.sin, 0, infinity],
  ])("gives no answer for %s", (_, f, from, to) =>
    expect(integrateBriefly(f, { from, to }, plain)).toBeUndefined(),
  );

  test("a Gauss rule of n places integrates x^(2n − 1) on (0, 1)", () => {
    for (const n of [3, 8, 20, 40]) {
      const places = gaussLegendre(n).map(({ at, isFromRight }) => (isFromRight ? 1 - at : at));
      const sum = gaussLegendre(n).reduce(
        (total, { weight }, k) => total + weight * (places[k] ?? 0) ** (2 * n - 1),
        0,
      );
      expect(sum * 2 * n).toBeCloseTo(1, 13);
    }
  });
});

describe("a display says whether it claims something", () => {
  const kindOf = (formula: string): string =>
    checkDisplay({ tex: formula, macros, scope: createScope(), seed: 1 }).kind;

  test.each([
    ["1 + 1 = 2", "claims"],
    ["a = 2", "definitions"],
    [tex`f(x) = x^2`, "definitions"],
    [tex`x^2 \stackrel{!}{=} 2`, "equations"],
    [tex`y + 1 \ne 2`, "claims"],
    [tex`\unknown = 1`, "claims"],
  ])("%s: %s", (formula, kind) => expect(kindOf(formula)).toBe(kind));
});

describe("a vector where a number is needed is refused", () => {
  const symbols = tex`x in R^3
V in 2..3
g ~ Normal(0, 1)^V`;

  test.each([
    tex`\sum_{v=1}^{x} v = 3`,
    tex`\E[\sum_{v=1}^{g} v] = 3`,
    tex`\int_0^{x} t\,dt = 3`,
    tex`\E_{X\sim\Normal(x, 1)}[X] = 1`,
    tex`\E[g] = 0`,
  ])("%s", (formula) => expect(outcomesOf(formula, symbols)[0]).toMatch(/a vector of/));
});

describe("phrases may have domains", () => {
  test("an inequality between informations holds wherever its conditions do", () =>
    expect(
      outcomesOf(
        tex`T+\beta R \ge H(Y)-I(Y;Z)+\beta\,I(X;Z) \ge H(Y)+(\beta-1)\,I(X;Z) \quad\text{for } T\ge H(Y)-I(Y;Z),\ R\ge I(X;Z)\ge I(Y;Z)`,
        tex`H(Y), I(X;Z), I(Y;Z), T, R in (0, 2)
\beta in (0, 1)`,
      ),
    ).toEqual(["verified", "verified"]));
});
