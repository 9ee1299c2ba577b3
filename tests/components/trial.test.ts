import { join } from "node:path";
import domino from "domino";
import { describe, expect, test } from "vitest";
import { clamp, type Field, fieldsOf, settle, startValues } from "../../components/trial/fields.ts";
import { scopeOf, sidesOf, unmetBy } from "../../components/trial/sides.ts";
import { compileCourse } from "../../course/compile-course.ts";
import type { Trial } from "../../markdown/derivations/trial-data.ts";
import { compileText } from "../markdown/compile-text.ts";

const house = join(import.meta.dirname, "../..");
const trial = (more: Partial<Trial>): Trial => ({
  symbols: [],
  definitions: [],
  steps: [],
  macros: {},
  ...more,
});

/** Everything that readers can try in a course, as it stands in its pages. */
async function trialsOf(root: string): Promise<Trial[]> {
  const { problems } = await compileCourse({ root, experiments: new Map() });
  return problems.flatMap(({ compiled }) => {
    const html = compiled.segments.filter((segment) => typeof segment === "string").join("");
    const checks = Array.from(domino.createDocument(html).querySelectorAll("[data-trial]"));
    return checks.map((check) => JSON.parse(check.getAttribute("data-trial") ?? "{}") as Trial);
  });
}

/** Fields with what they begin with. */
function begin(each: Trial) {
  const scope = scopeOf(each);
  const typed = new Map<string, number[]>();
  return { scope, fields: settle(scope, typed), typed };
}

describe("what readers can try", () => {
  test.each(["tests/fixtures/derivations", "."])(
    "has a value for both sides of each step in %s",
    async (root) => {
      const trials = await trialsOf(join(house, root));
      expect(trials.length).toBeGreaterThan(0);
      for (const each of trials) {
        const { scope, typed, fields } = begin(each);
        for (const step of each.steps) {
          const sides = sidesOf(step, each, scope, fields, typed);
          const reason = "reason" in sides ? sides.reason : "";
          const isClaimed = unmetBy(step, each, scope, fields, typed).length === 0;
          expect(isClaimed ? reason : "", `${step.left} ${step.relation} ${step.right}`).toBe("");
        }
      }
    },
    120_000,
  );

  test("follows what is typed: (x + y)² at 3 and 4 is 49, and x² + y² is 25", () => {
    const each = trial({ symbols: ["x, y in (0, 9)"] });
    const typed = new Map([
      ["x", [3]],
      ["y", [4]],
    ]);
    const scope = scopeOf(each);
    const step = { index: 0, left: "(x+y)^2", relation: "=", right: "x^2 + y^2" };
    expect(sidesOf(step, each, scope, fieldsOf(scope, typed), typed)).toEqual({
      left: 49,
      right: 25,
      difference: 24,
    });
  });

  test("reaches through definitions, macros and outer blocks", () => {
    const each = trial({
      symbols: ["x in (0, 9)", "f(t) := t^2"],
      definitions: ["a = f(x) + \\one"],
      macros: { "\\one": "1" },
    });
    const scope = scopeOf(each);
    const step = { index: 0, left: "a", relation: "=", right: "x^2 + 1" };
    const typed = new Map([["x", [3]]]);
    expect(sidesOf(step, each, scope, fieldsOf(scope, typed), typed)).toMatchObject({ left: 10, right: 10 });
  });

  test("shows vectors entry by entry: 2·(1, 3) is (2, 6), and (2, 5) is one off", () => {
    const each = trial({ symbols: ["v in R^2\nw in R^2"] });
    const scope = scopeOf(each);
    const typed = new Map([
      ["v", [1, 3]],
      ["w", [2, 5]],
    ]);
    const step = { index: 0, left: "2v", relation: "=", right: "w" };
    expect(sidesOf(step, each, scope, fieldsOf(scope, typed), typed)).toEqual({
      left: [[2], [6]],
      right: [[2], [5]],
      difference: 1,
    });
  });

  test.each([
    ["x > 0", -1, ["x > 0"]],
    ["x > 0", 1, []],
    ["x \\in (0, 1)", 2, ["x \\in (0, 1)"]],
    ["x^2 = 4", 2, []],
    ["x^2 = 4", 3, ["x^2 = 4"]],
  ])("says where a step that is claimed for %s claims nothing: at %d, %j", (condition, x, unmet) => {
    const each = trial({ symbols: ["x in (-9, 9)"] });
    const scope = scopeOf(each);
    const typed = new Map([["x", [x]]]);
    const step = { index: 0, left: "|x|", relation: "=", right: "x", conditions: [condition] };
    expect(unmetBy(step, each, scope, fieldsOf(scope, typed), typed)).toEqual(unmet);
  });

  test("says why there is no value: a logarithm of a negative number", () => {
    const each = trial({ symbols: ["x in (-9, 9)"] });
    const scope = scopeOf(each);
    const typed = new Map([["x", [-1]]]);
    const step = { index: 0, left: "\\log x", relation: "=", right: "x" };
    expect(sidesOf(step, each, scope, fieldsOf(scope, typed), typed)).toHaveProperty("reason");
  });
});

test("conditions and premises of a step travel with what readers can try", async () => {
  const symbols = "```symbols\nx in (-2, 2)\ny in (1, 2)\n```\n\n";
  const { displays } = await compileText(
    `# T\n\n${symbols}$$ |x| = x \\quad \\text{for } x > 0 $$\n\n$$ x > y \\implies x^2 > y^2 $$\n`,
  );
  const conditions = displays.flatMap(({ check }) => check?.steps.map((step) => step.conditions) ?? []);
  expect(conditions).toEqual([["x > 0"], ["x > y"]]);
});

describe("a field", () => {
  const fields = (symbols: string, typed = new Map<string, number[]>()) =>
    fieldsOf(scopeOf(trial({ symbols: [symbols] })), typed);
  const [unit, count] = fields("x in (0, 1)\nn in 1..8") as [Field, Field];

  test("keeps what is typed inside its domain, whose ends are not part of it", () => {
    expect(clamp(2, unit)).toBe(0.999);
    expect(clamp(-2, unit)).toBe(0.001);
    expect(clamp(0.25, unit)).toBe(0.25);
    expect(clamp(Number.NaN, unit)).toBeUndefined();
  });

  test("of an integer is whole, and its ends belong to it", () => {
    expect([0, 2.4, 99].map((value) => clamp(value, count))).toEqual([1, 2, 8]);
  });

  test("begins inside its domain, and two of them apart", () => {
    const [a, b] = fields("a, b in (100, 101)\nc in (0, 4)");
    expect(a && startValues(a, 0)[0]).toBeGreaterThan(100);
    expect(a && startValues(a, 0)[0]).toBeLessThan(101);
    expect(b).toBeDefined();
    const [c, d] = fields("c, d in (0, 4)") as [Field, Field];
    expect(startValues(c, 0)).not.toEqual(startValues(d, 1));
  });

  test("of a vector has as many entries as the length that its neighbour begins with", () => {
    const typed = new Map<string, number[]>();
    const [length, vector] = settle(scopeOf(trial({ symbols: ["V in 3..5\nv in R^V"] })), typed);
    expect(typed.get("v")).toHaveLength(typed.get("V")?.[0] ?? 0);
    expect(vector?.rows).toBe(typed.get("V")?.[0]);
    expect(length?.from).toBe(3);
  });

  test("of a vector has as many entries as its length says", () => {
    const symbols = "m in 2..5\nv in R^m\nA in R^2x3";
    expect(fields(symbols).map(({ rows, columns }) => rows * columns)).toEqual([1, 2, 6]);
    expect(fields(symbols, new Map([["m", [4]]])).map(({ rows }) => rows)).toEqual([1, 4, 2]);
  });
});
