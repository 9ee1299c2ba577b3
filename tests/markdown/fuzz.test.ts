import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readExperiments } from "../../lab/experiment-files.ts";
import { addressOf } from "../../markdown/address.ts";
import { type CompiledProblem, compileDocument } from "../../markdown/index.ts";
import type { Source } from "../../markdown/source.ts";
import { inputOf } from "./compile-text.ts";
import { courseMacros } from "./formulas.ts";
import { folderHere } from "./golden.ts";
import { mutate, seeded } from "./mutations.ts";
import { leftOver, visibleText } from "./visible-text.ts";

const isFull = process.env["ANSATZ_FULL"] === "1";
const only = process.env["ANSATZ_SEED"];
const count = isFull ? 3000 : 120;
const macros = courseMacros();
const experiments = new Map(
  Array.from(
    (await readExperiments(folderHere("../.."))).experiments,
    ([name, { parameters, quantities }]) => [
      name,
      { parameters: Object.keys(parameters), quantities: Object.keys(quantities) },
    ],
  ),
);
const problems = [1, 2, 3, 5].map((number) => readProblem(`homework/problem-${number}`));

/** A problem's files by name. */
function readProblem(address: string): Readonly<Record<string, string>> {
  const folder = folderHere(join("../../content", address));
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** One of the course's problems with slips of the hand in one of its files. */
function mutated(seed: number): Readonly<Record<string, string>> {
  const draw = seeded(seed);
  const files = problems[draw(problems.length)] ?? {};
  const others = problems[draw(problems.length)] ?? {};
  const names = Object.keys(files);
  const name = draw(2) === 0 ? "index.md" : (names[draw(names.length)] ?? "index.md");
  return { ...files, [name]: mutate(files[name] ?? "", draw, others[name] ?? "") };
}

async function compile({ "index.md": text = "", ...beside }: Readonly<Record<string, string>>) {
  const input = { ...inputOf(text, beside), macros, experiments };
  return { compiled: await compileDocument(input), sources: [input.source, ...input.companions.values()] };
}

/** Mistakes that stand outside of their files. */
function misplaced({ mistakes }: CompiledProblem, sources: readonly Source[]) {
  return mistakes.filter(({ file, line, column }) => {
    const lines = sources.find(({ path }) => path === file)?.text.split("\n");
    return !((lines?.[line - 1]?.length ?? -1) + 1 >= column && column >= 1);
  });
}

describe(`slips of the hand in the course's own files, ${count} of them`, () => {
  test("none is an exception, none a blank page, and every mistake stands inside its file", async () => {
    const seeds =
      only === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [Number(only)];
    for (const seed of seeds) {
      const files = mutated(seed);
      const label = `ANSATZ_SEED=${seed}`;
      const { compiled, sources } = await compile(files).catch((error: unknown) => {
        throw new Error(`${label} throws`, { cause: error });
      });
      expect(misplaced(compiled, sources), label).toEqual([]);
      if (compiled.mistakes.length > 0) continue;
      expect(visibleText(compiled), label).not.toBe("");
      expect(leftOver(compiled), label).toEqual([]);
    }
  }, 1_800_000);

  test("the files as they are have no errors", async () => {
    for (const files of problems) {
      const { mistakes } = (await compile(files)).compiled;
      expect(mistakes.filter(({ severity }) => severity === "error")).toEqual([]);
    }
    expect(addressOf("content/homework/problem-2/index.md")).toBe("homework/problem-2");
  });
});
