import { errorAt } from "../compare-number.ts";
import { fromJson, type ManifestExperiment, type ManifestNumber, plainReason } from "../manifest.ts";
import { allOf, byState, compared, type LiveOptions } from "./check-live.ts";
import { claimOf } from "./check-numbers.ts";
import type { FigureDriver } from "./figure-driver.ts";
import type { Backend, Outcome } from "./outcome.ts";

/** What a live figure computes by tf.js on one backend, at each state that the prose quotes; or why it does not. */
export async function checkAccelerated(
  backend: Exclude<Backend, "plain">,
  { driver, experiment, numbers, sample }: LiveOptions,
): Promise<Outcome[]> {
  const [computed, others] = partition(numbers, experiment);
  const outcomes = others.map(({ number, reason }): Outcome => {
    return { ...claimOf(number), route: backend, status: "not run", reason };
  });
  if (computed.length === 0) return outcomes;
  const states = byState(computed);
  const taken =
    sample === undefined ? states : states.filter((_, index) => isSampled(index, states.length, sample));
  const rest = states.filter((state) => !taken.includes(state)).flat();
  outcomes.push(...allOf(rest, { route: backend, status: "not run", reason: "left out of the sample" }));
  const first = await driver.choose(backend);
  if ("refusal" in first) {
    return [
      ...outcomes,
      ...allOf(taken.flat(), { route: backend, status: "not run", reason: first.refusal }),
    ];
  }
  for (const state of taken) {
    const found = await acceleratedState(state, backend, driver, experiment);
    outcomes.push(...found);
  }
  return outcomes;
}

/** The numbers that tf.js computes, and the others with the reason why it does not. */
function partition(numbers: readonly ManifestNumber[], experiment: ManifestExperiment) {
  const judged = numbers.map((number) => ({ number, reason: plainReason(experiment, number.quantity) }));
  const computed = judged.flatMap(({ number, reason }) => (reason === undefined ? [number] : []));
  const others = judged.flatMap(({ number, reason }) =>
    reason === undefined ? [] : [{ number, reason: `computed in double precision only: ${reason}` }],
  );
  return [computed, others] as const;
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
  const { accelerated } = await driver.numbers();
  return state.map((number): Outcome => {
    const value = fromJson(number.value);
    const bounds = quantities[number.quantity];
    const tolerance = errorAt((bounds?.tolerance ?? 0) + (bounds?.error ?? 0), value);
    const found = accelerated[number.quantity] ?? Number.NaN;
    const wrong = `tf.js on ${backend} computes another value`;
    return {
      ...compared(number, backend, { expected: value, found, tolerance, wrong }),
      device: computing.device,
    };
  });
}
