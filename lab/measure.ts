import type { Experiment, Result } from "./experiment.ts";
import { type Values, withMinus } from "./parameters.ts";
import { createRandom } from "./random.ts";

/** One quantity at one state, ready to be shown. */
export interface Measurement {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly unit: string;
  /** The CSS colour that stands for it. */
  readonly color: string;
  /** Full double precision. */
  readonly value: number;
  /** The value as a reader sees it. */
  readonly text: string;
}

/** An experiment computed at one state: its result and every quantity in the order of declaration. */
export function measure(
  experiment: Experiment,
  values: Values,
  seed = 0,
): { readonly result: Result; readonly quantities: readonly Measurement[] } {
  const result = experiment.compute(values, { random: createRandom(seed) });
  const quantities = Object.entries(experiment.quantities).map(([name, { label, meaning, unit, color }]) => {
    const value = result.quantities[name];
    if (value === undefined) throw new Error(`${experiment.title}: compute returned no quantity “${name}”`);
    return { name, label, meaning, unit, color, value, text: formatQuantity(value) };
  });
  return { result, quantities };
}

/** Three decimals, or five significant digits from 100 on; ∞ is written as ∞. */
export function formatQuantity(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
  return withMinus(Math.abs(value) < 100 ? value.toFixed(3) : String(Number(value.toPrecision(5))));
}
