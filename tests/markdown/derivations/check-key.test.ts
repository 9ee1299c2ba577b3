import { describe, expect, test } from "vitest";
import { compileCourse } from "../../../course/compile-course.ts";
import { readFiles } from "../../../course/read-files.ts";
import type { CheckedDisplay, KnownChecks } from "../../../derivation/index.ts";
import { checkDisplay, noKnownChecks } from "../../../derivation/index.ts";
import { checkKey, type Said } from "../../../markdown/derivations/check-key.ts";
import { readDeclarations } from "../../../markdown/derivations/declarations.ts";
import { outermost } from "../../../markdown/derivations/regions.ts";
import { scopeFrom } from "../../../markdown/derivations/variants.ts";

const root = new URL("../../..", import.meta.url).pathname;

/** What a key says. */
interface Key extends Said {
  readonly seed: string;
  readonly tex: string;
  readonly macros: Readonly<Record<string, string>>;
}

const macrosOf = ({ macros }: Key) =>
  Object.fromEntries(Object.entries(macros).map(([name, shown]) => [name, { shown }]));

test("what a display comes to follows from its key alone, throughout the course", {
  timeout: 120_000,
}, async () => {
  const found = new Map<string, CheckedDisplay>();
  const displays = {
    read: () => undefined,
    write: (key: string, check: CheckedDisplay) => void found.set(key, check),
  };
  const known: KnownChecks = { ...noKnownChecks, displays };
  const checks = { open: async () => ({ known, save: async () => undefined }) };
  await compileCourse({ root, experiments: new Map(), checks });
  const { problems } = await readFiles(root);
  expect(found.size).toBeGreaterThan(20 * problems.length);
  for (const [key, check] of found) {
    const said = JSON.parse(key) as Key;
    const scope = scopeFrom(said, macrosOf(said), said.seed);
    expect(checkDisplay({ ...said, scope })).toEqual(check);
  }
});

const region = (block: string, definitions: readonly string[] = []) => {
  const declarations = readDeclarations(block).map((declaration) => ({
    declaration,
    block: 0,
    names: declaration.names,
    uses: declaration.meaning,
  }));
  const defined = definitions.map((tex) => ({ tex, uses: tex, names: [tex.split("=")[0] ?? ""], block: 0 }));
  return { ...outermost(true), declarations, definitions: defined };
};

const macros = {
  "\\E": { shown: "\\operatorname{\\mathbb{E}}" },
  "\\noise": { shown: "\\sigma^2" },
  "\\spread": { shown: "S", checked: "\\noise + 1" },
};

const keyOf = (tex: string, block: string, definitions: readonly string[] = []) =>
  checkKey({ tex, seed: "1", macros }, region(block, definitions));

describe("the key of a formula changes with a declaration", () => {
  test.each([
    ["x + 1", "x in (0, 1)", "x in (0, 2)"],
    ["\\mathbf x", "\\mathbf{x} in R^3", "\\mathbf{x} in R^4"],
    ["\\noise", "\\sigma in (0, 1)", "\\sigma in (0, 2)"],
    ["\\spread", "\\sigma in (0, 1)", "\\sigma in (0, 2)"],
    ["\\Alpha", "\\mathrm{A} in (0, 1)", "\\mathrm{A} in (0, 2)"],
    ["w^\\top w", "w in R^n\nn in 1..3", "w in R^n\nn in 1..4"],
    ["\\log 8", "set log 2", "set log 10"],
    ["D_{KL}(P\\|Q)", "D_{KL}(P\\|Q) := 1.5", "D_{KL}(P\\|Q) := 2.5"],
    ["f(1)", "f(x) := x + a\na in (0, 1)", "f(x) := x + a\na in (0, 2)"],
    ["\\E[X]", "X ~ Normal(m, 1)\nm in (0, 1)", "X ~ Normal(m, 1)\nm in (0, 2)"],
    ["q", "q := 2\\mathrm{Area}\n\\mathrm{Area} in (0, 1)", "q := 2\\mathrm{Area}\n\\mathrm{Area} in (0, 2)"],
  ])("%s: that it uses, %s or %s", (tex, one, other) => {
    expect(keyOf(tex, one)).not.toBe(keyOf(tex, other));
  });

  test("and with a definition that it uses through another", () => {
    const key = (last: string) => keyOf("r^2", "x in (0, 1)", ["r=s+1", last]);
    expect(key("s=x")).not.toBe(key("s=2x"));
  });
});

describe("the key of a formula stays as it is", () => {
  test.each([
    ["x + 1", "x in (0, 1)\ny in (0, 1)", "x in (0, 1)\ny in (0, 2)"],
    ["x_1", "x_1 in (0, 1)\nx_t in (0, 1)", "x_1 in (0, 1)"],
    ["\\E[X]", "X ~ Normal(2, 1)\nr in (0, 1)", "X ~ Normal(2, 1)"],
    ["\\begin{aligned} x \\end{aligned}", "x in (0, 1)\nn in 1..3", "x in (0, 1)"],
  ])("%s: whatever it does not use, %s or %s", (tex, one, other) => {
    expect(keyOf(tex, one)).toBe(keyOf(tex, other));
  });
});
