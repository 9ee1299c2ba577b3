import katex from "katex";
import { describe, expect, test } from "vitest";
import { findLeak, secretsOf, signsIn, sortRuns } from "../../../publish/linear/audit.ts";

const page = (content: string) =>
  `<!doctype html><html lang="en"><body><main>${content}</main></body></html>`;
const formula = (tex: string) => katex.renderToString(tex);
const problem =
  page(`<section class="block-statement"><p>Find ${formula("\\int_0^1 x \\log x \\, dx")}.</p></section>
<section class="block-solution"><p>By parts ${formula("\\left[ \\tfrac{x^2}{2} \\log x \\right]_0^1 - \\int_0^1 \\tfrac{x}{2} \\, dx = -\\tfrac14")}.</p></section>`);
const secrets = secretsOf([sortRuns(problem, { solutions: "none", hints: "open" })]);

describe("a formula that is withheld", () => {
  test("is found where it reappears, whole or in part, spaced and sized in another way", () => {
    expect(findLeak(problem, secrets)).toBeDefined();
    expect(findLeak(page(formula("\\frac12 + \\frac{x^2}{3}\\log x")), secrets)).toBeUndefined();
    expect(
      findLeak(page(`<h2>${formula("a = \\Bigl[\\tfrac{x^{2}}2 \\; \\log x \\Bigr]")}</h2>`), secrets),
    ).toBe("$[ \\frac x ^ 2 2$");
  });

  test("is found as it is spoken", () => {
    const spoken = '<svg role="img" aria-label="the value is [x²/2 log x]_0¹ − ∫₀¹ x/2 dx = −1/4"></svg>';
    expect(findLeak(page(spoken), secrets)).toBeDefined();
  });

  test("is none where the statement shows it", () => {
    expect(findLeak(page(formula("\\int_0^1 x \\log x \\, dx")), secrets)).toBeUndefined();
  });
});

test("braces, spaces and sizes are no signs of a formula", () => {
  expect(signsIn("\\bigl( \\frac{a}{b} \\bigr)^{2}\\,\\mathrm{d}x & \\text{of } \\alpha")).toEqual(
    signsIn("( \\frac a b )^2 d x of \\alpha"),
  );
});
