import { describe, expect, test } from "vitest";
import { checkFormula } from "../../checks/formula.ts";
import { checkQuantity } from "../../checks/quantity.ts";
import { bindSymbols } from "../../checks/symbol-binding.ts";
import { defineExperiment, type Experiment, slider } from "../../lab/experiment.ts";
import { defaultValues } from "../../lab/parameters.ts";
import type { FormulaContext } from "../../markdown/document.ts";
import { compileText } from "../markdown/compile-text.ts";
import { link } from "./thirds.ts";

const declared = { meaning: "", unit: "", error: 1e-9, tolerance: 1e-5, color: "var(--p)" };

/** D(P‖Q) of N(0, 1) and N(μ, σ²) by the trapezoidal rule, which knows no closed form. */
function divergence(mean: number, deviation: number): number {
  const density = (x: number, m: number, s: number) =>
    Math.exp(-((x - m) ** 2) / (2 * s * s)) / (s * Math.sqrt(2 * Math.PI));
  const step = 0.01;
  let sum = 0;
  for (let x = -12; x <= 12; x += step) {
    const p = density(x, 0, 1);
    sum += p * (Math.log(p) - Math.log(density(x, mean, deviation))) * step;
  }
  return sum;
}

const normals = defineExperiment({
  title: "Two normals",
  parameters: {
    mean: slider({ label: "μ", meaning: "mean of Q", default: 0, min: -3, max: 3 }),
    deviation: slider({ label: "σ", meaning: "deviation of Q", default: 1, min: 0.5, max: 3 }),
  },
  quantities: { forward: { label: "D", ...declared }, endless: { label: "∞", ...declared } },
  compute: ({ mean, deviation }) => ({
    quantities: { forward: divergence(mean, deviation), endless: Number.POSITIVE_INFINITY },
  }),
  draw: () => ({}),
  handles: [],
  describe: () => "",
}) as unknown as Experiment;

function context(tex: string, before: FormulaContext["before"] = []): FormulaContext {
  return { label: "eq:kl", tex, macros: {}, before };
}

function check(tex: string, query: Record<string, string>, before: FormulaContext["before"] = []) {
  const rest = { context: context(tex, before), experiment: "normals" };
  return checkQuantity(link("0.307", "forward", query, rest), normals);
}

const closed = "D = \\log\\sigma + \\frac{1+\\mu^2}{2\\sigma^2} - \\frac12";

describe("a formula that a number is said to equal", () => {
  test("is evaluated at the link's parameters, found by their labels", () => {
    const { formula, mistake } = check(closed, { mean: "0", deviation: "2" });
    expect(mistake?.rule).toBe("quantity-mismatch"); // the text says 0.307, both say 0.318
    expect(formula?.value).toBeCloseTo(Math.log(2) + 1 / 8 - 1 / 2, 14);
    expect(formula?.point).toEqual({ "\\mu": 0, "\\sigma": 2 });
  });

  test("confirms the experiment within its declared error", () => {
    for (const [mean, deviation] of [
      [0, 1],
      [1, 1],
      [0.5, 2],
      [-2, 0.7],
    ] as const) {
      const found = checkFormula(link("0", "forward", {}, { context: context(closed) }), normals, {
        value: divergence(mean, deviation),
        values: { mean, deviation },
        error: 1e-9,
      });
      expect(found.finding).toBeUndefined();
    }
  });

  test("contradicts an experiment or a formula that is wrong by more than the error", () => {
    const wrong = closed.replace("\\frac12", "0.5000001");
    const { mistake, formula } = check(wrong, { mean: "0", deviation: "1", tol: "1" });
    expect(mistake?.rule).toBe("quantity-formula");
    expect(mistake?.what).toContain("`eq:kl` is -9.99999");
    expect(formula?.label).toBe("eq:kl");
  });

  test("sees the definitions and declarations before it", () => {
    const before = [
      { kind: "symbols", text: "\\mu in (-3, 3)\n\\sigma in (0.5, 3)" },
      { kind: "display", text: "V = \\sigma^2" },
    ] as const;
    const { formula } = check(
      "D = \\log\\sigma + \\frac{1+\\mu^2}{2V} - \\frac12",
      { deviation: "2", tol: "1" },
      before,
    );
    expect(formula?.value).toBeCloseTo(Math.log(2) + 1 / 8 - 1 / 2, 14);
  });

  test("is a mistake where it cannot be evaluated", () => {
    const { mistake } = check("D = \\log\\sigma + K", { tol: "1" });
    expect(mistake?.rule).toBe("quantity-formula-unread");
    expect(mistake?.what).toContain("K");
  });

  test("agrees on infinity with infinity only", () => {
    const rest = { context: context("D = \\infty"), experiment: "normals" };
    expect(checkQuantity(link("∞", "endless", {}, rest), normals).mistake).toBeUndefined();
    const finite = { context: context("D = 10^{300}"), experiment: "normals" };
    expect(checkQuantity(link("∞", "endless", {}, finite), normals).mistake?.rule).toBe("quantity-formula");
  });
});

describe("symbols", () => {
  const values = { ...defaultValues(normals.parameters), deviation: 2 };
  const bind = (where: string, tex: string) => bindSymbols(where, context(tex), normals.parameters, values);

  test("a parameter is the symbol of its label, where the formula has it", () => {
    expect(bind("", "\\sigma_1 + \\mu")).toEqual({ point: { "\\mu": 0 } });
    expect(bind("", "\\text{\\sigma} + s")).toEqual({ point: {} });
  });

  test("`where` names other symbols, by a parameter or a number", () => {
    expect(bind("s:deviation,v:4.36", "s + v")).toEqual({ point: { s: 2, v: 4.36 } });
    expect(bind("s:width", "s")).toEqual({ unknown: "s:width" });
    expect(bind("s", "s")).toEqual({ unknown: "s" });
  });

  test("labels with Unicode subscripts and names with an index are symbols with a subscript", () => {
    const parameters = {
      weight0: slider({ label: "c₀", meaning: "", default: 1, min: 0, max: 2 }),
      x1: slider({ label: "input", meaning: "", default: 1, min: 0, max: 2 }),
    };
    const bound = bindSymbols("", context("c_{0} + x_1^2"), parameters, { weight0: 0.5, x1: 2 });
    expect(bound).toEqual({ point: { c_0: 0.5, x_1: 2 } });
  });
});

test("the pipeline hands a link the formula with what is in force where it stands", async () => {
  const text = [
    "# T",
    "```symbols\na in (0, 1)\n```",
    "$$ b = 2a $$",
    "## Inner",
    "```symbols\nc in (0, 1)\n```",
    "$$ \\label{eq:kl} D = b + c $$",
    "## Other",
    "$$ \\label{eq:other} E = b $$",
    "[0.555](quantity:gaussian-fit/forward?equals=eq:kl) and [0.555](quantity:gaussian-fit/forward?equals=eq:other)",
  ].join("\n\n");
  const { quantities, mistakes } = await compileText(text);
  expect(quantities.map(({ context: found }) => found?.before.map((each) => each.text.trim()))).toEqual([
    ["a in (0, 1)", "b = 2a", "c in (0, 1)"],
    ["a in (0, 1)", "b = 2a"],
  ]);
  expect(mistakes.map(({ rule }) => rule)).not.toContain("unknown-label");
  const { mistakes: unknown } = await compileText(
    "# T\n\n[0.555](quantity:gaussian-fit/forward?equals=eq:kl)\n",
  );
  expect(unknown.map(({ rule }) => rule)).toContain("unknown-label");
});
