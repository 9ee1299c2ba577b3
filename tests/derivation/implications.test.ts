import { describe, expect, test } from "vitest";
import { checkDisplay } from "../../derivation/index.ts";
import { macros, outcomesOf, scopeOf } from "./setting.ts";

const tex = String.raw;
const SYMBOLS = tex`
x, y in (-5, 5)
a, b, c in (0.5, 3)
\mu, m in (-3, 3)
v, \sigma in (0.3, 3)
p(x) := 3 e^{-x/a}
`;

/** Outcomes, and how many equations are assumed rather than claimed. */
const checkOf = (formula: string): readonly [outcomes: readonly string[], equations: number] => {
  const { steps, equations } = checkDisplay({ tex: formula, macros, scope: scopeOf(SYMBOLS), seed: 1 });
  return [steps.map(({ outcome }) => outcome), equations.length];
};

describe("an equation to solve claims nothing", () => {
  test("by itself it is no step", () => {
    expect(checkOf(tex`x^2 \stackrel{!}{=} 4`)).toEqual([[], 1]);
    expect(checkOf(tex`x^2 \overset{!}{=} 4`)).toEqual([[], 1]);
  });

  test("what leads up to it is claimed, and what follows holds at its solutions", () => {
    const formula = (root: string): string =>
      tex`\frac{\partial}{\partial\sigma}\left(\log\sigma+\frac{v}{2\sigma^2}\right) = \frac{1}{\sigma}-\frac{v}{\sigma^3} \stackrel{!}{=} 0 \implies \sigma = ${root}`;
    expect(checkOf(formula(tex`\sqrt{v}`))).toEqual([["verified", "verified"], 1]);
    expect(checkOf(formula("v"))).toEqual([["verified", "false"], 1]);
  });
});

describe("an arrow", () => {
  test.each<readonly [formula: string, outcomes: readonly string[], equations: number]>([
    [tex`2x + 3 = 7 \implies x = 2`, ["verified"], 1],
    [tex`2x + 3 = 8 \implies x = 2`, ["false"], 1],
    [tex`ax + b = c \implies x = \frac{c-b}{a}`, ["verified"], 1],
    [tex`ax + b = c \iff ax = c - b \iff x = \frac{c-b}{a}`, ["verified", "verified"], 1],
    [tex`x^2 = 4 \implies |x| = 2`, ["verified"], 1],
    [tex`x^2 = 4 \implies x = 2`, ["false"], 1],
    [tex`x = 2 \implies x^2 = 4`, ["verified"], 1],
    [tex`x = 2 \iff x^2 = 4`, ["false"], 1],
    [tex`x > 1 \implies x^2 > 1`, ["verified"], 1],
    [tex`x^2 > 1 \implies x > 1`, ["false"], 1],
    [tex`\begin{aligned} 2x + 3 &= 7 \\ \implies x &= 2 \end{aligned}`, ["verified"], 1],
    [tex`x + x = 2x \implies y + y = 2y`, ["verified", "verified"], 0],
  ])("%s", (formula, outcomes, equations) => expect(checkOf(formula)).toEqual([outcomes, equations]));

  test("from a false claim to what holds anyway leaves the claim false", () => {
    expect(checkOf(tex`x + x = 3x \implies y + y = 2y`)).toEqual([["false", "verified"], 0]);
  });

  test("without a solution of the premise is refused", () => {
    expect(outcomesOf(tex`x^2 = -1 \implies x = 3`, SYMBOLS)).toEqual([
      "no solution of the premise for x was found in its domain",
    ]);
  });
});

describe("proportion", () => {
  test("is a constant ratio, whatever the other variables", () => {
    expect(outcomesOf(tex`p(x) \propto e^{-x/a}`, SYMBOLS)).toEqual(["verified"]);
    expect(outcomesOf(tex`p(x) \propto e^{-2x/a}`, SYMBOLS)).toEqual(["false"]);
    expect(outcomesOf(tex`3x \propto x`, SYMBOLS)).toEqual(["verified"]);
    expect(outcomesOf(tex`3x + 1 \propto x`, SYMBOLS)).toEqual(["false"]);
  });
});

test("≡ claims an identity", () => {
  expect(outcomesOf(tex`(x+1)^2 \equiv x^2 + 2x + 1`, SYMBOLS)).toEqual(["verified"]);
});

test("remarks in words at the end of a line are no mathematics", () => {
  expect(outcomesOf(tex`x + x = 2x \quad\text{(by symmetry)}`, SYMBOLS)).toEqual(["verified"]);
  expect(outcomesOf(tex`x + x = 2x \quad\text{by (3)}`, SYMBOLS)).toEqual(["verified"]);
});
