import { expect, test } from "vitest";
import { check } from "../../derivation/check-tex.ts";
import { macros } from "./setting.ts";

const tex = String.raw;
const chi = (n: number) => `X ~ ChiSquared(${n})\n\\chi := \\sqrt{X}`;

test.each([
  [tex`\frac{\Gamma(256)}{\Gamma(255)} = 255`, ""],
  [tex`\frac{\Gamma(256.5)}{\Gamma(255.5)} = 255.5`, ""],
  [tex`\Gamma(150.5) = 149.5\,\Gamma(149.5)`, ""],
  [tex`\E[X] = 511`, "X ~ ChiSquared(511)"],
  [tex`\Var(X) = 1022`, "X ~ ChiSquared(511)"],
  [tex`\E[\chi] = \frac{\sqrt2\,\Gamma(128)}{\Gamma(127.5)}`, chi(255)],
  [tex`\E[\chi] = \frac{\sqrt2\,\Gamma(256)}{\Gamma(255.5)}`, chi(511)],
  [tex`\E[X] = 300`, "X ~ GammaRate(300, 1)"],
  [tex`\E[X] = \frac12`, "X ~ Beta(300, 300)"],
  [tex`\E[N] = 300`, "N ~ Poisson(300)"],
])("where Γ overflows, its quotients do not: %s", (formula, symbols) => {
  expect(check(formula, { symbols, macros }).outcome).toBe("verified");
});

test("a large Γ alone has no value in double precision, and division by 0 has none", () => {
  for (const formula of [tex`\Gamma(200.5) = \infty`, tex`\frac{\Gamma(2)}{\Gamma(2) - 1} = \infty`])
    expect(check(formula).outcome, formula).toBe("unchecked");
});
