import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CheckFiles, checkFilesIn, noCheckFiles } from "../../course/check-files.ts";
import { compileCourse } from "../../course/compile-course.ts";
import { temporaryCourse, writeFiles } from "./temporary-course.ts";

const path = "content/algebra.md";
const text = [
  "# Algebra",
  "",
  "```symbols",
  "a, b in (1, 2)",
  "c in (3, 4)",
  "n in 1..4",
  "```",
  "",
  "$$",
  "(a+b)^2 = a^2 + 2ab + b^2",
  "$$",
  "",
  "$$",
  "r = c^n",
  "$$",
  "",
  "$$",
  "r^2 = c^{2n}",
  "$$",
  "",
  "$$",
  "\\frac1{a} < 1",
  "$$",
  "",
].join("\n");
const [intro = "", square = "", definition = "", power = "", bound = ""] = text.split(/(?=\$\$\n.)/);

/** Checks that count how many formulas were looked up and found, and how many were checked. */
function counting(files: CheckFiles) {
  const counts = { known: 0, checked: 0 };
  const counted: CheckFiles = {
    async open(path) {
      const { known, save } = await files.open(path);
      const { displays } = known;
      const read: typeof displays.read = (key) => {
        const found = displays.read(key);
        if (found !== undefined) counts.known++;
        return found;
      };
      const write: typeof displays.write = (key, check) => {
        counts.checked++;
        displays.write(key, check);
      };
      return { known: { ...known, displays: { read, write } }, save };
    },
  };
  return { counts, counted };
}

async function compile(root: string, version = "1") {
  const { counts, counted } = counting(checkFilesIn(join(root, ".checks"), version));
  const course = await compileCourse({ root, experiments: new Map(), checks: counted });
  const plain = await compileCourse({ root, experiments: new Map() });
  expect(course).toEqual(plain);
  return counts;
}

async function afterEditing(edited: string) {
  const root = await temporaryCourse({ [path]: text });
  await compile(root);
  await writeFiles(root, { [path]: edited });
  return compile(root);
}

describe("the check of a formula is kept", () => {
  test.each([
    ["nothing changes", text, 0],
    ["one formula is edited", text.replace("2ab +", "2ba +"), 1],
    ["a formula is moved", [intro, bound, definition, power, square].join(""), 0],
    ["a formula is removed", [intro, square, definition, power].join(""), 0],
    ["words are written", text.replace("# Algebra", "# Algebra\n\nSome words and $a > b$."), 0],
    ["a declaration changes that two formulas use", text.replace("(1, 2)", "(1, 3)"), 2],
    ["a declaration changes that one formula uses through another", text.replace("1..4", "1..5"), 2],
    ["a definition changes", text.replace("r = c^n", "r = c^n + 0"), 2],
    ["a name is declared that no formula has", text.replace("n in", "z in (0, 1)\nn in"), 0],
  ])("when %s, all but those concerned", async (_, edited, checked) => {
    expect((await afterEditing(edited)).checked).toBe(checked);
  });

  test("and a formula that becomes false is found", async () => {
    const root = await temporaryCourse({ [path]: text });
    await compile(root);
    await writeFiles(root, { [path]: text.replace("r = c^n", "r = c^n + 1") });
    const checks = checkFilesIn(join(root, ".checks"), "1");
    const { mistakes } = await compileCourse({ root, experiments: new Map(), checks });
    expect(mistakes.map(({ rule }) => rule)).toEqual(["false-step"]);
  });

  test("of one behind a definition in the text too", async () => {
    const moved = text.replace("$$\nr = c^n", () => "Let $r = c^n$.\n\n$$\nr + 0 = r");
    const root = await temporaryCourse({ [path]: moved });
    await compile(root);
    expect(await compile(root)).toEqual({ known: 4, checked: 0 });
    await writeFiles(root, { [path]: moved.replace("$r = c^n$", () => "$r = c^{n+1}$") });
    expect(await compile(root)).toEqual({ known: 2, checked: 2 });
  });

  test.each([
    ["a line of a block", "a, b in (1, 2)", "a, b in"],
    ["a name that a block needs", "c in (3, 4)", "d in (3, 4)"],
  ])("and %s that is wrong is reported again, from what is kept", async (_, line, wrong) => {
    const root = await temporaryCourse({ [path]: text.replace(line, wrong) });
    await compile(root);
    await compile(root);
    const checks = checkFilesIn(join(root, ".checks"), "1");
    const { mistakes } = await compileCourse({ root, experiments: new Map(), checks });
    expect(mistakes).not.toEqual([]);
  });

  test("with an infinite side and a negative zero", async () => {
    const root = await temporaryCourse({});
    const steps = [{ left: "x", right: "y", relation: "=", outcome: "false", offset: 0, points: 1 }] as const;
    const counterexample = { point: { x: -0 }, left: Number.POSITIVE_INFINITY, right: Number.NaN };
    const [step] = steps;
    const checked = {
      kind: "claims",
      steps: [{ ...step, counterexample, largestDifference: Number.NEGATIVE_INFINITY }],
      definitions: [],
      equations: [],
    } as const;
    const first = await checkFilesIn(root, "1").open(path);
    first.known.displays.write("key", checked);
    await first.save();
    const second = await checkFilesIn(root, "1").open(path);
    expect(second.known.displays.read("key")).toEqual(checked);
    expect(second.known.displays.read("another key")).toBeUndefined();
  });
});

describe("a file of checks is ignored and written anew", () => {
  const damages: readonly (readonly [string, (file: string) => string])[] = [
    ["is empty", () => ""],
    ["was written half", (file) => file.slice(0, file.length / 2)],
    ["is no JSON", () => "{]"],
    ["was changed by hand", (file) => file.replace('"outcome":"verified"', '"outcome":"unchecked"')],
  ];
  test.each(damages)("when it %s", async (_, damage) => {
    const root = await temporaryCourse({ [path]: text });
    await compile(root);
    const [name = ""] = await readdir(join(root, ".checks"));
    const file = join(root, ".checks", name);
    const whole = await readFile(file, "utf8");
    await writeFile(file, damage(whole));
    expect(await compile(root)).toEqual({ known: 0, checked: 4 });
    expect(await readFile(file, "utf8")).toBe(whole);
  });

  test("when the checker has another version", async () => {
    const root = await temporaryCourse({ [path]: text });
    await compile(root, "1");
    expect(await compile(root, "2")).toEqual({ known: 0, checked: 4 });
    expect(await compile(root, "2")).toEqual({ known: 4, checked: 0 });
  });

  test("and without a folder, nothing is kept", async () => {
    const { known } = await noCheckFiles.open(path);
    expect(known.displays.read("key")).toBeUndefined();
  });
});
