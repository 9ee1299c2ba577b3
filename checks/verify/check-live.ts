import { agree, errorAt } from "../compare-number.ts";
import { fromJson, type ManifestExperiment, type ManifestNumber } from "../manifest.ts";
import { claimOf } from "./check-numbers.ts";
import type { FigureDriver, LiveNumbers } from "./figure-driver.ts";
import type { Outcome } from "./outcome.ts";

/** What the live checks of one figure work with. */
export interface LiveOptions {
  readonly driver: FigureDriver;
  readonly experiment: ManifestExperiment;
  readonly numbers: readonly ManifestNumber[];
  /** How many states tf.js is asked for on each backend, at most; the others are reported as not run. */
  readonly sample?: number | undefined;
}

/** Numbers of one state, since a figure shows all quantities of a state at once. */
export function byState(numbers: readonly ManifestNumber[]): (readonly ManifestNumber[])[] {
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
export async function checkPlain({ driver, experiment, numbers }: LiveOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const state of byState(numbers)) {
    const reason = await driver.set(state[0]?.values ?? {});
    const found =
      reason === undefined
        ? plainOf(state, (await driver.numbers()).plain, experiment)
        : allOf(state, { route: "plain", status: "failed", reason });
    outcomes.push(...found);
  }
  return outcomes;
}

function plainOf(
  state: readonly ManifestNumber[],
  live: LiveNumbers["plain"],
  experiment: ManifestExperiment,
): Outcome[] {
  return state.flatMap((number) => plainOutcomes(number, live[number.quantity] ?? Number.NaN, experiment));
}

function plainOutcomes(number: ManifestNumber, live: number, experiment: ManifestExperiment): Outcome[] {
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

/** A value that was found, and what it should be. */
interface Numbers {
  readonly expected: number;
  readonly found: number;
  readonly tolerance: number;
  /** The reason if they differ. */
  readonly wrong: string;
}

/** Whether a number that was found is the expected one, as an outcome. */
export function compared(number: ManifestNumber, route: Outcome["route"], given: Numbers): Outcome {
  const { expected, found, tolerance, wrong } = given;
  const texts = { expected: String(expected), found: String(found), tolerance };
  const isRight = agree(found, expected, tolerance);
  const verdict = isRight ? { status: "passed" as const } : { status: "failed" as const, reason: wrong };
  return { ...claimOf(number), route, ...texts, ...verdict };
}
