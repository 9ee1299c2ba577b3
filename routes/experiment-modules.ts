import type { Experiment } from "../lab/experiment.ts";

const modules = import.meta.glob<{ default: Experiment }>("/experiments/*/index.ts", { eager: true });

/** Every experiment of the course, by the name of its folder. */
export function readExperimentModules(): ReadonlyMap<string, Experiment> {
  return new Map(
    Object.entries(modules).map(([path, module]) => [path.split("/").at(-2) ?? "", module.default]),
  );
}
