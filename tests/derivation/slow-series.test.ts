import { describe, expect, test } from "vitest";
import { check } from "../../derivation/check-tex.ts";

const tex = String.raw;

const outcomeOf = (formula: string, symbols = "") => {
  const { outcome, steps } = check(formula, { symbols });
  return [outcome, steps[0]?.reason ?? steps[0]?.counterexample?.hint ?? ""].join(" ").trim();
};

describe("a slow series has the value that is known of it", () => {
  test.each([
    [tex`\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{6}`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{k^4} = \frac{\pi^4}{90}`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{k(k+1)} = 1`, ""],
    [tex`\sum_{k=5}^\infty \frac{1}{k(k+1)} = \frac15`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{(2k-1)^2} = \frac{\pi^2}{8}`, ""],
    // ζ(3/2), and −ζ′(2): NIST DLMF 25.6, OEIS A078434 and A073002
    [tex`\sum_{k=1}^\infty k^{-3/2} \approx 2.612375348685488`, ""],
    [tex`\sum_{k=1}^\infty \frac{\log k}{k^2} \approx 0.937548254315844`, ""],
    [tex`\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = \log 2`, ""],
    [tex`\sum_{k=0}^\infty \frac{(-1)^k}{2k+1} = \frac{\pi}{4}`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{k^2+a^2} = \frac{\pi\coth(\pi a)}{2a} - \frac{1}{2a^2}`, "a in (0.5, 2)"],
    [tex`-\sum_{k=1}^\infty \frac{1}{k^2} = -\frac{\pi^2}{6}`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{k} = \infty`, ""],
    [tex`\sum_{k=1}^\infty \frac{1}{2k-1} = \infty`, ""],
  ])("%s", (formula, symbols) => expect(outcomeOf(formula, symbols)).toBe("verified"));

  test.each([
    tex`\sum_{k=1}^\infty \frac{1}{k^2} = \frac{\pi^2}{6} + 10^{-9}`,
    tex`\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k} = 0.693147`,
    tex`\sum_{k=1}^\infty \frac{1}{k} = 20`,
    tex`\sum_{k=1}^\infty \frac{1}{k^2} = \infty`,
  ])("and no other: %s is false", (formula) => expect(outcomeOf(formula)).toMatch(/^false/));

  test.each([
    // it converges, but so slowly that double precision does not tell it from one that diverges
    tex`\sum_{n=2}^\infty \frac{1}{n\log^2 n} = 2.1`,
    tex`\sum_{n=2}^\infty \frac{1}{n\log n} = \infty`,
    tex`\sum_{k=1}^\infty k^{-1.00001} = 100000.577`,
    tex`\sum_{k=1}^\infty \frac{\sin k}{k} = \frac{\pi-1}{2}`,
    // Abel and Borel sums are no sums
    tex`\sum_{k=0}^\infty (-1)^k = \frac12`,
    tex`\sum_{k=0}^\infty (-1)^k k = -\frac14`,
    tex`\sum_{k=0}^\infty (-2)^k = \frac13`,
    tex`\sum_{k=0}^\infty (-1)^k \frac{k+1}{k+2} = \frac12`,
  ])("nothing is guessed: %s", (formula) =>
    expect(outcomeOf(formula)).toBe(
      "unchecked the infinite sum does not converge fast enough to be evaluated",
    ),
  );
});

describe("an integrand may be singular at an end that is not 0", () => {
  test.each([
    [tex`\int_0^1 \frac{dx}{\sqrt{1-x}} = 2`, ""],
    [tex`\int_0^2 \frac{1}{\sqrt{4-x^2}}\,dx = \frac{\pi}{2}`, ""],
    [tex`\int_{-1}^1 \frac{1}{\sqrt{1-x^2}}\,dx = \pi`, ""],
    [tex`\int_1^3 \frac{1}{\sqrt{x-1}}\,dx = 2\sqrt{2}`, ""],
    [tex`\int_1^\infty \frac{1}{x\sqrt{x-1}}\,dx = \pi`, ""],
    [tex`\int_a^b \frac{1}{\sqrt{(x-a)(b-x)}}\,dx = \pi`, "a in (0.2, 1)\nb in (2, 3)"],
    [tex`\int_0^1 \frac{1}{1-x}\,dx = \infty`, ""],
  ])("%s", (formula, symbols) => expect(outcomeOf(formula, symbols)).toBe("verified"));

  test.each([
    [tex`\int_0^1 \frac{dx}{\sqrt{1-x}} = 2.000001`, "false"],
    [tex`\int_{-1}^1 \frac{1}{\sqrt{1-x^2}}\,dx = 3.14159`, "false"],
    [tex`\int_0^1 \frac{1}{(1-x)^2}\,dx = -1`, "false"],
  ])("%s is %s", (formula, outcome) => expect(outcomeOf(formula).split(" ")[0]).toBe(outcome));
});

test("of two exponential variables, the faster is first with the share of its rate", () => {
  const symbols = "a, b in (1, 2)\nX ~ Exponential(a)\nY ~ Exponential(b)";
  expect(outcomeOf(tex`\Pr(X < Y) = \frac{a}{a+b}`, symbols)).toBe("verified");
  expect(outcomeOf(tex`\Pr(X < Y) = \frac{b}{a+b}`, symbols)).toMatch(/^false/);
});
