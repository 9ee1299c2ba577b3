import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Mistake, Place } from "../mistakes/mistake.ts";
import type { Experiment } from "./experiment.ts";
import { loadExperiment } from "./loaders.ts";

/** The experiments of a course by name, and what is wrong with those that could not be loaded. */
export interface CourseExperiments {
  readonly experiments: ReadonlyMap<string, Experiment>;
  readonly mistakes: readonly Mistake[];
}

/** How long a module may take to load; one that waits for what never comes would end a build without a word. */
const patience = 20_000;

/**
 * Every experiment below `experiments/` of a course, by the name of its folder; a folder without an `index.ts` is
 * none. For Node; pages use loaders.
 */
export async function readExperiments(root: string, limit = patience): Promise<CourseExperiments> {
  const folder = join(root, "experiments");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const experiments = new Map<string, Experiment>();
  const mistakes: Mistake[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name, "index.ts");
    if (!existsSync(path)) continue;
    const loaders = { [path]: () => import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<unknown> };
    try {
      experiments.set(name, await within(limit, loadExperiment(loaders, name)));
    } catch (error) {
      mistakes.push(brokenExperiment(name, path, error));
    }
  }
  return { experiments, mistakes };
}

async function within<T>(limit: number, loading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it was not loaded within ${limit / 1000} s`)), limit);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}

function brokenExperiment(name: string, path: string, error: unknown): Mistake {
  return {
    file: `experiments/${name}/index.ts`,
    ...placeIn(path, error),
    rule: "broken-experiment",
    what: `The experiment \`${name}\` cannot be loaded: ${wordsOf(error).replaceAll(path, "the file")}`,
    hint: "An experiment is a module whose default export is `defineExperiment({…})`, from `ansatz/lab`.",
    severity: "error",
  };
}

/**
 * Where a module's loading failed. Node's frames begin with `file:` and are places in the file as written; Vite's are
 * places in its own output, but it says where a file cannot be parsed.
 */
function placeIn(path: string, error: unknown): Place {
  const { stack = "", loc } = Object(error) as { stack?: string; loc?: { line: number; column: number } };
  if (loc !== undefined) return { line: loc.line, column: loc.column + 1 };
  const [, line, column] = stack.split(`${pathToFileURL(path).href}:`)[1]?.match(/^(\d+)(?::(\d+))?/) ?? [];
  return { line: Number(line ?? 1), column: Number(column ?? 1) };
}

/** The first line of an error's message; where that only announces the next, the next. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = "", second = first] = message.split("\n").filter((line) => line.trim() !== "");
  return first.endsWith(":") ? second.trim() : first;
}
