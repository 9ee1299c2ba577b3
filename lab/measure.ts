import type { AcceleratedResult, Experiment, Result } from "./experiment.ts";
import { seedOf, type Values } from "./parameters.ts";
import { createRandom } from "./random.ts";
import { withMinus } from "./slider.ts";

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

/** An experiment computed at one state, its random numbers from the state's seed. */
export function measure(
  experiment: Experiment,
  values: Values,
): { readonly result: Result; readonly quantities: readonly Measurement[] } {
  const random = createRandom(seedOf(experiment.parameters, values));
  const result = experiment.compute(values, { random });
  return { result, quantities: measurementsOf(experiment, result) };
}

/** What `accelerate` has computed, in the order of declaration; throws where it left out what does not say why. */
export function acceleratedOf(experiment: Experiment, result: AcceleratedResult): readonly Measurement[] {
  const declared = Object.entries(experiment.quantities).filter(([name, { plainOnly }]) => {
    return plainOnly === undefined || result.quantities[name] !== undefined;
  });
  return measurementsOf({ ...experiment, quantities: Object.fromEntries(declared) }, result);
}

/** Every quantity of a result in the order of declaration; throws where the result lacks one. */
export function measurementsOf(
  experiment: Pick<Experiment, "title" | "quantities">,
  result: AcceleratedResult,
): readonly Measurement[] {
  return Object.entries(experiment.quantities).map(([name, { label, meaning, unit, color, isCount }]) => {
    const value = result.quantities[name];
    if (value === undefined)
      throw new Error(`${experiment.title}: nothing was computed for the quantity “${name}”`);
    const text = isCount && Number.isFinite(value) ? withMinus(String(value)) : formatQuantity(value);
    return { name, label, meaning, unit, color, value, text };
  });
}

/**
 * Three decimals; five significant digits from 100 on; two below 0.01, so that 0.0027 is not called 0.003, and as
 * 1.3·10⁻⁵ where decimals would show none of what is more than rounding, and from 10⁹ on; ∞ as ∞.
 */
export function formatQuantity(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size >= 1e-9 && size < 0.0005) return scientific(value);
  if (size >= 1e9) return scientific(value);
  if (size >= 0.0005 && size < 0.00995) return withMinus(value.toPrecision(2));
  return withMinus(size < 100 ? value.toFixed(3) : String(Number(value.toPrecision(5))));
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function scientific(value: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
  const raised = exponent.replace(/^\+/, "").replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);
  return `${withMinus(mantissa)}·10${raised.replace("-", "⁻")}`;
}
