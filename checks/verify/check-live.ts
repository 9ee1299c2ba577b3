import { agree, errorAt } from "../compare-number.ts";
import { fromJson, type ManifestExperiment, type ManifestNumber } from "../manifest.ts";
import { claimOf } from "./check-numbers.ts";
import type { FigureDriver } from "./figure-driver.ts";
import type { Backend, Outcome } from "./outcome.ts";

/** What the live checks of one figure work with. */
export interface LiveOptions {
  readonly driver: FigureDriver;
  readonly experiment: ManifestExperiment;
  readonly numbers: readonly ManifestNumber[];
  /** How many states tf.js is asked for on each backend, at most; the others are reported as not run. */
  readonly sample?: number | undefined;
  /** What is called when a state is done. */
  readonly onState: (outcomes: readonly Outcome[]) => void;
}

/** Numbers of one state, since a figure shows all quantities of a state at once. */
function byState(numbers: readonly ManifestNumber[]): (readonly ManifestNumber[])[] {
  return [...Map.groupBy(numbers, ({ values }) => JSON.stringify(values)).values()];
}

/** The same outcome for several numbers. */
export function allOf(
  numbers: readonly ManifestNumber[],
  rest: Pick<Outcome, "route" | "status" | "reason">,
): Outcome[] {
  return numbers.map((number) => ({ ...claimOf(number), ...rest }));
}

/**
 * Sets a live figure to each state that the prose quotes and compares what it computes in double precision, and the
 * formula that a number equals, with the manifest.
 */
export async function checkPlain({ driver, experiment, numbers, onState }: LiveOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const state of byState(numbers)) {
    const reason = await driver.set(state[0]?.values ?? {});
    const found =
      reason === undefined
        ? (await Promise.all(state.map((number) => plainOf(number, driver, experiment)))).flat()
        : allOf(state, { route: "plain", status: "failed", reason });
    onState(found);
    outcomes.push(...found);
  }
  return outcomes;
}

async function plainOf(number: ManifestNumber, driver: FigureDriver, experiment: ManifestExperiment) {
  const live = await driver.live(number.quantity);
  const value = fromJson(number.value);
  const error = errorAt(experiment.quantities[number.quantity]?.error ?? 0, value);
  const wrong = "the live figure computes another value at this state";
  const outcomes = [compared(number, "plain", { expected: value, found: live, tolerance: error, wrong })];
  if (number.formula !== undefined) {
    const { value: formula, label } = number.formula;
    const contradicted = `the formula ${label} and the live figure differ`;
    const numbers = { expected: fromJson(formula), found: live, tolerance: error + errorAt(1e-13, value) };
    outcomes.push(compared(number, "derivation", { ...numbers, wrong: contradicted }));
  }
  return outcomes;
}

/** The same by tf.js on one backend, where the experiment can be computed by it. */
export async function checkAccelerated(
  backend: Exclude<Backend, "plain">,
  { driver, experiment, numbers, sample, onState }: LiveOptions,
): Promise<Outcome[]> {
  if (!experiment.isAccelerated) {
    const reason = "the experiment is computed in double precision only";
    return allOf(numbers, { route: backend, status: "not run", reason });
  }
  const states = byState(numbers);
  const taken =
    sample === undefined ? states : states.filter((_, index) => isSampled(index, states.length, sample));
  const rest = states.filter((state) => !taken.includes(state)).flat();
  const outcomes = allOf(rest, { route: backend, status: "not run", reason: "left out of the sample" });
  const first = await driver.choose(backend);
  if ("refusal" in first) {
    return [
      ...outcomes,
      ...allOf(taken.flat(), { route: backend, status: "not run", reason: first.refusal }),
    ];
  }
  for (const state of taken) {
    const found = await acceleratedState(state, backend, driver, experiment);
    onState(found);
    outcomes.push(...found);
  }
  return outcomes;
}

/** Evenly spread, the first always among them. */
function isSampled(index: number, length: number, sample: number): boolean {
  return (
    sample >= length || Math.floor((index * sample) / length) !== Math.floor(((index - 1) * sample) / length)
  );
}

async function acceleratedState(
  state: readonly ManifestNumber[],
  backend: Exclude<Backend, "plain">,
  driver: FigureDriver,
  { quantities }: ManifestExperiment,
): Promise<Outcome[]> {
  const unreached = await driver.set(state[0]?.values ?? {});
  if (unreached !== undefined) return allOf(state, { route: backend, status: "failed", reason: unreached });
  const computing = await driver.computed(backend);
  if ("refusal" in computing)
    return allOf(state, {
      route: backend,
      status: "failed",
      reason: `${backend} has stopped: ${computing.refusal}`,
    });
  const outcomes = state.map(async (number) => {
    const value = fromJson(number.value);
    const bounds = quantities[number.quantity];
    const tolerance = errorAt((bounds?.tolerance ?? 0) + (bounds?.error ?? 0), value);
    const found = await driver.accelerated(number.quantity);
    const wrong = `tf.js on ${backend} computes another value`;
    return {
      ...compared(number, backend, { expected: value, found, tolerance, wrong }),
      device: computing.device,
    };
  });
  return Promise.all(outcomes);
}

interface Numbers {
  readonly expected: number;
  readonly found: number;
  readonly tolerance: number;
  /** The reason if they differ. */
  readonly wrong: string;
}

function compared(number: ManifestNumber, route: Outcome["route"], given: Numbers): Outcome {
  const { expected, found, tolerance, wrong } = given;
  const texts = { expected: String(expected), found: String(found), tolerance };
  const isRight = agree(found, expected, tolerance);
  const verdict = isRight ? { status: "passed" as const } : { status: "failed" as const, reason: wrong };
  return { ...claimOf(number), route, ...texts, ...verdict };
}
