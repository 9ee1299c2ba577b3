import type { Experiment, Result, Values } from "../lab/experiment.ts";
import { measure } from "../lab/measure.ts";

/** Results by experiment and state: a page may quote many numbers of one state, and a state may take its time. */
const results = new WeakMap<Experiment, Map<string, Result>>();

/** What an experiment computes at a state, once in this process; throws what the experiment throws. */
export function computedOnce(experiment: Experiment, values: Values): Result {
  const known = results.get(experiment) ?? new Map<string, Result>();
  results.set(experiment, known);
  const state = JSON.stringify(values);
  const result = known.get(state) ?? measure(experiment, values).result;
  known.set(state, result);
  return result;
}
