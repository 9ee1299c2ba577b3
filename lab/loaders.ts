import type { Experiment } from "./experiment.ts";

/** Modules by their path, each loaded when it is asked for: what `import.meta.glob` returns in a route. */
export type Loaders = Readonly<Record<string, () => Promise<unknown>>>;

/** The experiment of a folder's name; throws where no path ends in `/<name>/index.ts` or the module exports none. */
export async function loadExperiment(loaders: Loaders, name: string): Promise<Experiment> {
  const found = Object.entries(loaders).find(([path]) => path.endsWith(`/${name}/index.ts`));
  if (found === undefined) {
    throw new Error(`unknown experiment “${name}”; known: ${Object.keys(loaders).join(", ") || "none"}`);
  }
  const module = await found[1]();
  if (!hasExperiment(module)) throw new Error(`${found[0]} has no experiment as its default export`);
  const missing = required.filter((key) => module.default[key] === undefined || module.default[key] === null);
  if (missing.length > 0) throw new Error(`${found[0]} exports an experiment without ${missing.join(", ")}`);
  return module.default;
}

const required = ["title", "parameters", "quantities", "compute", "draw", "handles", "describe"] as const;

function hasExperiment(module: unknown): module is { readonly default: Experiment } {
  if (typeof module !== "object" || module === null || !("default" in module)) return false;
  return typeof module.default === "object" && module.default !== null;
}
