import type { Experiment, Result } from "../experiment.ts";
import { measure } from "../measure.ts";
import type { Values } from "../parameters.ts";
import type { Accelerator } from "../worker/accelerator.ts";

/** A result with the state that it belongs to. */
export interface Computed {
  readonly values: Values;
  readonly result: Result;
}

/** The experiment at a state, in the worker where it is heavy; undefined where a newer state has overtaken. */
export async function computeAt(
  experiment: Experiment,
  values: Values,
  accelerator: Accelerator | undefined,
  { figure, folder }: { readonly figure: string; readonly folder: string },
): Promise<Computed | undefined> {
  if (!experiment.isHeavy || accelerator === undefined)
    return { values, result: measure(experiment, values).result };
  const reply = await accelerator.compute({ figure, experiment: folder, values });
  return reply && { values, result: reply.result as Result };
}

/** The state that a picture shows: what was computed, and the newest of what concerns the picture alone. */
export function shownValues({ parameters }: Experiment, computed: Values, newest: Values): Values {
  const views = Object.entries(newest).filter(([name]) => isView(parameters, name));
  return { ...computed, ...Object.fromEntries(views) };
}

/** Whether a parameter concerns the picture alone. */
export function isView(parameters: Experiment["parameters"], name: string): boolean {
  const parameter = parameters[name];
  return (parameter?.kind === "choice" || parameter?.kind === "toggle") && parameter.isView === true;
}
