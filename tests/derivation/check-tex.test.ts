import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "ansatz/check";
import { expect, test } from "vitest";

const tex = String.raw;

test.each([
  [tex`(a+b)^2 = a^2 + 2ab + b^2`, "verified"],
  [tex`(a+b)^2 = a^2 + b^2`, "false"],
  [tex`s = a + b`, "definition"],
  [tex`a + c = c + a`, "unchecked"],
  [tex`a = {`, "unchecked"],
])("%s is %s", (formula, outcome) => {
  expect(check(formula, { symbols: "a, b in (1, 2)" }).outcome).toBe(outcome);
});

test("macros and definitions count, and a false step has its counterexample", () => {
  const macros = { "\\half": tex`\frac12` };
  const { steps } = check(tex`\half f(2) = 3`, { symbols: "f(x) := x^2", macros });
  expect(steps[0]?.counterexample).toMatchObject({ left: 2, right: 3 });
});

test("a line of symbols that is not understood is an error of the test", () => {
  expect(() => check("a = a", { symbols: "b in (0, 1)\na in nowhere" })).toThrow(/^line 2 of the symbols/);
});

test("it can be imported from an installed Ansatz, where Node strips no types", () => {
  const house = join(import.meta.dirname, "../..");
  const course = mkdtempSync(join(tmpdir(), "ansatz-installed-"));
  try {
    const installed = join(course, "node_modules/ansatz");
    mkdirSync(installed, { recursive: true });
    for (const name of ["package.json", "cli", "derivation"])
      cpSync(join(house, name), join(installed, name), { recursive: true });
    symlinkSync(join(house, "node_modules/katex"), join(course, "node_modules/katex"));
    writeFileSync(
      join(course, "test.mjs"),
      `import { check } from "ansatz/check"; console.log(check("1 + 1 = 2").outcome);`,
    );
    expect(execFileSync(process.execPath, ["test.mjs"], { cwd: course, encoding: "utf8" })).toBe(
      "verified\n",
    );
  } finally {
    rmSync(course, { recursive: true, force: true });
  }
});
