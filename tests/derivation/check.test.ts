import { describe, expect, test } from "vitest";
import { checkDisplay, createScope } from "../../derivation/index.ts";
import { macros, outcomesOf, scopeOf, stepsOf } from "./setting.ts";

const tex = String.raw;

describe("a false step carries a counterexample", () => {
  test("with small values, the sides there, and how they differ", () => {
    const [step] = stepsOf(tex`\frac{d}{dx}\cos x = \sin x`, "x in (0, 3)");
    expect(step).toMatchObject({
      outcome: "false",
      counterexample: { point: { x: 2 }, hint: "the sides differ by a sign" },
    });
    expect(step?.counterexample?.left).toBeCloseTo(-Math.sin(2), 14);
    expect(step?.counterexample?.right).toBeCloseTo(Math.sin(2), 14);
  });

  test("a constant factor is named", () => {
    expect(stepsOf("(2x)^2 = 2x^2", "x in (1, 3)")[0]?.counterexample?.hint).toBe(
      "the right side is 0.5 times the left side",
    );
  });

  test("a constant difference is named", () => {
    expect(stepsOf("x = x + 2", "x in (1, 3)")[0]?.counterexample?.hint).toBe(
      "the right side is larger by 2",
    );
  });

  test("an equals sign before a rounded number asks for ≈", () => {
    expect(stepsOf(tex`\log 2 = 0.693`)[0]).toMatchObject({
      outcome: "false",
      counterexample: { hint: "a rounded number: write \\approx" },
    });
  });

  test("a random counterexample is rounded as far as it stays one", () => {
    const point = stepsOf("x = y", "x in (0.31, 0.32)\ny in (0.31, 0.32)")[0]?.counterexample?.point;
    expect(Object.values(point ?? {}).every((value) => String(value).length <= 7)).toBe(true);
  });
});

describe("≈ means half a unit of the last printed digit", () => {
  test.each([
    [tex`\log 2 \approx 0.693`, "verified"],
    [tex`\log 2 \approx 0.6931`, "verified"],
    [tex`\log 2 \approx 0.694`, "false"],
    [tex`\log 2 \approx 0.6932`, "false"],
    [tex`-\log 2 \approx -0.69`, "verified"],
    [tex`1000\log 2 \approx 693`, "verified"],
    [tex`0.693 \approx \log 2`, "verified"],
    [tex`\frac{1}{900} \approx 1.1 \times 10^{-3}`, "verified"],
    [tex`\frac{1}{900} \approx 1.2 \times 10^{-3}`, "false"],
  ])("%s is %s", (formula, outcome) => expect(outcomesOf(formula)).toEqual([outcome]));
});

describe("orders", () => {
  test("x < x is false, x ≤ x is true", () => {
    expect(outcomesOf("x < x", "x in (0, 1)")).toEqual(["false"]);
    expect(outcomesOf(tex`x \le x`, "x in (0, 1)")).toEqual(["verified"]);
  });

  test("an infinite side equals only an infinite side of its sign", () => {
    expect(outcomesOf(tex`\int_0^1 \frac{dt}{t} = \infty`)).toEqual(["verified"]);
    expect(outcomesOf(tex`\int_0^1 \frac{dt}{t} = -\infty`)).toEqual(["false"]);
    expect(outcomesOf(tex`\int_0^1 \frac{dt}{t} = 1`)).toEqual(["false"]);
  });
});

describe("definitions", () => {
  test("an undeclared name on the left is defined, and stays so for later displays", () => {
    const scope = scopeOf("a in (1, 2)");
    const first = checkDisplay({ tex: tex`B = a^2 = a \cdot a`, macros, scope, seed: 1 });
    expect(first.definitions).toEqual([{ name: "B", tex: "B", offset: 0 }]);
    expect(first.steps.map(({ outcome }) => outcome)).toEqual(["verified"]);
    expect(checkDisplay({ tex: tex`\sqrt{B} = a`, macros, scope, seed: 1 }).steps[0]?.outcome).toBe(
      "verified",
    );
  });

  test("their order within a display does not matter", () => {
    expect(outcomesOf(tex`a + B = 3a \quad\text{where } B = 2a`, "a in (1, 2)")).toEqual(["verified"]);
  });

  test("a second definition of a name is a claim", () => {
    expect(outcomesOf("B = a, \\quad B = 2a", "a in (1, 2)")).toEqual(["false"]);
  });

  test("π and e are never defined", () => {
    expect(outcomesOf("e = 3")).toEqual(["false"]);
    expect(outcomesOf(tex`\pi = 3`)).toEqual(["false"]);
  });

  test("one that cannot be read is an unchecked step", () => {
    expect(outcomesOf("B = w + 1")).toEqual(["undeclared w: add “w in (0, 1)” or its definition"]);
  });

  test("its mistake is pointed at where it is made, not where it is used", () => {
    const scope = scopeOf("x in (1, 2)");
    const made = checkDisplay({ tex: tex`B = 1 + 2 + 3 + w`, macros, scope, seed: 1 }).steps[0];
    const used = checkDisplay({ tex: "B = x", macros, scope, seed: 1 }).steps[0];
    expect([made?.offset, used?.offset]).toEqual([16, 0]);
    expect(used?.reason).toMatch(/^the definition of B cannot be read: undeclared w/);
  });

  test("one that speaks of a declared variable is not captured by an integral over its name", () => {
    expect(outcomesOf(tex`B = x^2, \quad \int_0^1 B\,dx = \frac13`, "x in (0, 1)").join()).toMatch(
      /depends on the declared x/,
    );
  });
});

describe("lexical scope", () => {
  test("a parameter shadows a declared name", () => {
    expect(outcomesOf("f(x) = x^2, \\quad f(y) = y^2", "x, y in (1, 2)")).toEqual(["verified"]);
  });

  test("a function sees the declared names where it is defined, not where it is called", () => {
    expect(outcomesOf(tex`f(u) = a u, \quad \sum_{k=1}^{3} f(k) = 6a`, "a in (1, 2)")).toEqual(["verified"]);
  });

  test("an inner scope hides an outer one", () => {
    const outer = scopeOf("x in (1, 2)");
    const inner = createScope(outer);
    inner.declare("x", {
      kind: "variable",
      binding: { name: "x", isBound: false, domain: { kind: "real", from: -2, to: -1 } },
    });
    const outcome = (scope: typeof outer): string | undefined =>
      checkDisplay({ tex: "|x| = x", macros, scope, seed: 1 }).steps[0]?.outcome;
    expect([outcome(outer), outcome(inner)]).toEqual(["verified", "false"]);
  });
});

describe("steps", () => {
  test("rows of aligned continue the chain", () => {
    const steps = stepsOf(
      tex`\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 \\ &= x(x + 2) + 1 \\ &= x^2 \end{aligned}`,
      "x in (1, 2)",
    );
    expect(steps.map(({ left, right, outcome }) => [left, right, outcome])).toEqual([
      ["(x+1)^2", "x^2 + 2x + 1", "verified"],
      ["x^2 + 2x + 1", "x(x + 2) + 1", "verified"],
      ["x(x + 2) + 1", "x^2", "false"],
    ]);
  });

  test("a refused notation is pointed at inside the formula", () => {
    const formula = tex`1 + \frac{x \pm 1}{2} = x`;
    expect(stepsOf(formula, "x in (1, 2)")[0]?.offset).toBe(formula.indexOf(tex`\pm`));
  });

  test("a notation that comes from a macro is pointed at where the macro is called", () => {
    const formula = tex`x + \Uniform x = x`;
    expect(stepsOf(formula, "x in (1, 2)")[0]?.offset).toBe(formula.indexOf(tex`\Uniform`));
  });

  test("undefined values are refused with the point", () => {
    expect(outcomesOf(tex`\sqrt{x} = \sqrt{x}`, "x in (-2, -1)")[0]).toMatch(
      /^the left side is undefined at x = -1.*: narrow the domain$/,
    );
  });

  test("the derivative of an undefined value is undefined", () => {
    expect(outcomesOf(tex`\frac{d}{dx}\log(x - 5) = \frac{1}{x-5}`, "x in (1, 2)")[0]).toMatch(/undefined/);
  });

  test("the same seed tries the same points", () => {
    const once = stepsOf("x = y", "x, y in (0.123, 0.124)", 7);
    expect(stepsOf("x = y", "x, y in (0.123, 0.124)", 7)).toEqual(once);
  });

  test("conditions that no point satisfies are refused", () => {
    expect(outcomesOf(tex`x = x \quad\text{for } x > 5`, "x in (1, 2)")[0]).toMatch(/no sample point/);
  });
});
