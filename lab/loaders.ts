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
  return module.default;
}

function hasExperiment(module: unknown): module is { readonly default: Experiment } {
  if (typeof module !== "object" || module === null || !("default" in module)) return false;
  const { default: found } = module;
  return typeof found === "object" && found !== null && "compute" in found && "draw" in found;
}
