import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Experiment } from "./experiment.ts";
import { loadExperiment } from "./loaders.ts";

/** Every experiment below `experiments/` of a course, by the name of its folder. For Node; pages use loaders. */
export async function readExperiments(root: string): Promise<Map<string, Experiment>> {
  const folder = join(root, "experiments");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const experiments = new Map<string, Experiment>();
  for (const name of names.sort()) {
    const path = join(folder, name, "index.ts");
    const loaders = { [path]: () => import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<unknown> };
    experiments.set(name, await loadExperiment(loaders, name));
  }
  return experiments;
}
