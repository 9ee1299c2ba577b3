import { describe, expect, test } from "vitest";
import {
  auditDisplay,
  checkDisplay,
  defineFromInline,
  parseSymbols,
  proposeSymbols,
} from "../../derivation/index.ts";
import { macros, scopeOf } from "./setting.ts";

const tex = String.raw;

describe("an audit", () => {
  test("of a sharp identity leaves no mistake unnoticed", () => {
    const audit = auditDisplay({
      tex: "(x+y)^2 = x^2 + 2xy + y^2",
      macros,
      scope: scopeOf("x, y in (0.2, 2)"),
      seed: 1,
    });
    expect(audit.survivors).toEqual([]);
    expect(audit.mutants).toBeGreaterThan(10);
    expect(audit.caught + audit.refused).toBe(audit.mutants);
  });

  test("names the mistakes that a special witness hides", () => {
    const scope = scopeOf(tex`R ~ Normal(1, 2)`);
    const { survivors } = auditDisplay({ tex: tex`\E[R]^2 = 1`, macros, scope, seed: 1 });
    expect(survivors.map(({ change, step }) => [change, step.relation])).toEqual([["2 → 3 at 6", "="]]);
  });

  const survivorsOf = (formula: string, line: string, ...others: readonly string[]) =>
    auditDisplay({ tex: formula, macros, scope: scopeOf(line), seed: 1 }, () =>
      others.map((other) => ({ line: other, scope: scopeOf(other) })),
    ).survivors.map(({ change, why, remedy }) => [change.replace(/ at .*/, ""), why, remedy]);

  test("says with which constant the mistake would show", () => {
    expect(survivorsOf(tex`\E[R]^2\E[R] = \E[R]^3`, "R ~ Normal(1, 2)", "R ~ Normal(1.3, 2)")).toEqual([
      ["2 → 3", "special", "R ~ Normal(1.3, 2)"],
      ["3 → 4", "special", "R ~ Normal(1.3, 2)"],
    ]);
  });

  test("says so where no other constant leaves the step true", () => {
    expect(survivorsOf(tex`\E[R]^2 = 1`, "R ~ Normal(1, 2)", "R ~ Normal(1.3, 2)")).toEqual([
      ["2 → 3", "open", undefined],
    ]);
  });

  test.each([
    [tex`\E[(m + R)^2] = m^2 + 4`, "m in (1, 2)\nR ~ Normal(0, 4)", "true"],
    [tex`x + 1 \ge x`, "x in (1, 2)", "slack"],
    [tex`\pi \approx 3.14`, "", "rounded"],
    [tex`B = x + 2, \quad x - x = 0`, "x in (1, 2)", "assumed"],
  ])("%s: names what is %s", (formula, symbols, why) => {
    expect(survivorsOf(formula, symbols).map(([, each]) => each)).toContain(why);
  });

  test("names a slack inequality", () => {
    const { survivors } = auditDisplay({
      tex: tex`x^2 \ge 0`,
      macros,
      scope: scopeOf("x in (1, 2)"),
      seed: 1,
    });
    expect(survivors.length).toBeGreaterThan(0);
  });

  test("says nothing of a display that is not verified, and defines nothing", () => {
    const scope = scopeOf("x in (1, 2)");
    expect(auditDisplay({ tex: "x = x + 1", macros, scope, seed: 1 }).mutants).toBe(0);
    auditDisplay({ tex: "B = x^2 = x x", macros, scope, seed: 1 });
    expect(scope.find("B")).toBeUndefined();
  });
});

describe("special values are warned of", () => {
  const warningsOf = (text: string): readonly string[] =>
    parseSymbols(text, { macros }).warnings.map(({ reason }) => reason);

  test.each(["R ~ Normal(1, 2)", "R ~ Normal(2, 2)", "a := 1", "a := 0", "a := 2\nb := \\frac{4}{2}"])(
    "%s",
    (line) => expect(warningsOf(line)).toHaveLength(1),
  );

  test.each([
    "Z ~ Normal(0, 1)",
    "U ~ Uniform(0, 1)",
    "R ~ Normal(1.3, 2)",
    "a := 2",
    "a in (0, 1)",
    "f(x) := 1",
    "a := 2\nb := 3",
    "R ~ Exponential(1) % special: the exercise says so",
    "a := 1 % special",
  ])("%s is nothing special", (line) => expect(warningsOf(line)).toEqual([]));
});

describe("inline mathematics", () => {
  test("defines, and claims nothing", () => {
    const scope = scopeOf("c_0, c_1 in (0.1, 3)");
    const notes = defineFromInline({ tex: "D = c_0^2 + c_1^2", macros, scope, seed: 1 });
    expect(notes.map(({ name }) => name)).toEqual(["D"]);
    expect(defineFromInline({ tex: "c_0 = 5", macros, scope, seed: 1 })).toEqual([]);
    expect(defineFromInline({ tex: tex`x \in \mathbb{R}`, macros, scope, seed: 1 })).toEqual([]);
    expect(defineFromInline({ tex: "B = undeclared", macros, scope, seed: 1 })).toEqual([]);
    expect(defineFromInline({ tex: "B = {", macros, scope, seed: 1 })).toEqual([]);
    const { steps } = checkDisplay({ tex: "D - c_1^2 = c_0^2", macros, scope, seed: 1 });
    expect(steps.map(({ outcome }) => outcome)).toEqual(["verified"]);
  });
});

describe("missing declarations are proposed, ready to paste", () => {
  test("one by one, until the display can be checked", () => {
    const scope = scopeOf("");
    const display = { tex: tex`\sum_{k=1}^{n} \sigma^2 x = n\sigma^2 x`, macros, scope, seed: 1 };
    const lines = proposeSymbols(display);
    expect(lines).toEqual(["n in 1..8", "\\sigma in (0.1, 2)", "x in (-2, 2)"]);
    const { scope: declared } = parseSymbols(lines.join("\n"), { macros });
    expect(checkDisplay({ ...display, scope: declared }).steps.map(({ outcome }) => outcome)).toEqual([
      "verified",
    ]);
  });

  test("and come with the refused step", () => {
    const [step] = checkDisplay({
      tex: "w = 1 + 1 + q",
      macros,
      scope: scopeOf("w in (0, 1)"),
      seed: 1,
    }).steps;
    expect(step?.proposal).toBe("q in (0, 1)");
  });
});
