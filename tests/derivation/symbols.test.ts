import { describe, expect, test } from "vitest";
import { checkDisplay, parseSymbols } from "../../derivation/index.ts";
import { macros, outcomesOf } from "./setting.ts";

const tex = String.raw;
const mistakesIn = (text: string): readonly unknown[] => parseSymbols(text, { macros }).mistakes;

describe("a symbols block", () => {
  test("declares names, ranges, functions and the base of the logarithm", () => {
    const block = tex`
c_0, c_1          in (0.1, 3)      % reals
n                 in 1..8          % integers
x_{\text{test}}   in [0, 2\pi]
z                 in R
\phi_t(x)         := \sqrt{2}\cos x
set log 2`;
    expect(mistakesIn(block)).toEqual([]);
    expect(outcomesOf(tex`\phi_t(c_0)^2 = 2\cos^2(c_0)`, block)).toEqual(["verified"]);
    expect(outcomesOf(tex`\log 8 = 3`, block)).toEqual(["verified"]);
    expect(outcomesOf(tex`(-1)^{2n} = 1`, block)).toEqual(["verified"]);
    expect(outcomesOf(tex`x_{\mathrm{test}} + z = z + x_{\text{test}}`, block)).toEqual(["verified"]);
  });

  test("takes names from the scope around it", () => {
    const outer = parseSymbols("a in (1, 2)", { macros }).scope;
    const { scope } = parseSymbols("B := a^2", { macros, parent: outer });
    expect(checkDisplay({ tex: tex`B = a \cdot a`, macros, scope, seed: 1 }).steps[0]?.outcome).toBe(
      "verified",
    );
  });

  test("definitions may refer to later lines", () => {
    expect(mistakesIn("B := 2a\na in (1, 2)")).toEqual([]);
  });

  test.each([
    ["x in (1, 1)", 1, "an empty domain “(1, 1)”"],
    ["x in (2, 1)", 1, "an empty domain “(2, 1)”"],
    ["x in {1, 2}", 1, "unsupported domain “{1, 2}”: write (a, b), [a, b], 1..8, R or R^3"],
    ["X in R^n", 1, "unknown length “n”: declare it before as “n in 2..5”"],
    ["X in R^{2x2x2}", 1, "unsupported shape “{2x2x2}”: write R^3 or R^{3 \\times 4}"],
    ["X in R^{2x3} symmetric", 1, "a symmetric matrix is square"],
    ["x in Simplex", 1, "a Simplex is a set of vectors: write Simplex^3"],
    ["set index-base 2", 1, "an index base is 0 or 1, not 2"],
    ["n in 0.5..3", 1, "the range “0.5..3” has bounds that are not integers"],
    [
      "V ~ Gauss(0, 1)",
      5,
      "unsupported distribution: declare its density as a function, or use \\Normal(μ, σ²), \\Uniform(a, b), …",
    ],
    [
      "V ~ Gamma(2, 1)",
      5,
      "ambiguous Gamma (shape and rate, or shape and scale; write GammaRate(k, r) or GammaScale(k, s))",
    ],
    ["V ~ Normal(0)", 11, "Normal has 2 parameter(s), not 1"],
    ["set base 2", 1, "unknown setting “base”: known are log and index-base"],
    ["set log 1", 1, "a logarithm cannot have the base 1"],
    ["nonsense", 1, "not a declaration: write “x in (0, 1)” or “f(x) := …”"],
    ["e in (1, 2)", 1, "not a name that can be declared"],
    ["f(2) := 3", 1, "unsupported notation on the left of :="],
    ["f(u) := u + w", 13, "undeclared w: add “w in (0, 1)” or its definition"],
  ])("%s is a mistake", (line, column, reason) => {
    const [mistake] = parseSymbols(`% first\n${line}`, { macros }).mistakes;
    expect(mistake).toMatchObject({ line: 2, reason });
    if (column > 1) expect(mistake?.column).toBe(column);
  });

  test("a name declared twice is a mistake, and all mistakes are reported", () => {
    expect(mistakesIn("x in (0, 1)\nx in (1, 2)\ny in")).toHaveLength(2);
  });
});
