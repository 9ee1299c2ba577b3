import type { Experiment } from "../lab/experiment.ts";
import { defaultValues, readValue, type Values } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import { type QuantityLink, quantityOptions } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { compareNumber, errorAt, type Finding } from "./compare-number.ts";
import { computedOnce } from "./computed.ts";
import { failure, rangeOf } from "./figure.ts";
import { type CheckedFormula, checkFormula } from "./formula.ts";
import type { TypedNumber } from "./typed-number.ts";

/** A number of the prose beside what its experiment computes. */
export interface CheckedQuantity {
  /** What the experiment's `compute` yields, in full. */
  readonly value: number;
  /** The parameters at which it was computed. */
  readonly values: Values;
  /** Bound on how far the value may be from the true one. */
  readonly error: number;
  /** How far the typed number may be from the value. */
  readonly tolerance: number;
  /** The number as typed; absent where there is none. */
  readonly typed?: TypedNumber;
  /** The formula that is said to have the same value, and its value. */
  readonly formula?: CheckedFormula;
  /** What is wrong, if anything. */
  readonly mistake?: Mistake;
}

/**
 * Computes the quantity that a number of the prose quotes, and the formula that it is said to equal, and compares:
 * the typed number with the computed one (`compare-number.ts`), the computed one with the formula (`formula.ts`).
 */
export function checkQuantity(link: QuantityLink, experiment: Experiment): CheckedQuantity {
  const given = Object.entries(link.query).filter(([key]) => !quantityOptions.includes(key));
  const parameters = Object.fromEntries(given);
  const base = defaultValues(experiment.parameters);
  const { values, notes } = checkValues(experiment, base, parameters);
  if (notes.length > 0) return unfit(link, values, badParameter(link, parameters, experiment, notes));
  const { value, finding } = compute(link, experiment, values);
  if (finding !== undefined) return unfit(link, values, finding);
  const error = errorAt(experiment.quantities[link.quantity]?.error ?? 0, value);
  const { finding: difference, ...comparison } = compareNumber(link, value, experiment);
  const { finding: contradiction, ...formula } = checkFormula(link, experiment, { value, values, error });
  const found = difference ?? contradiction;
  return {
    value,
    values,
    error,
    ...comparison,
    ...formula,
    ...(found === undefined ? {} : { mistake: placed(link, found) }),
  };
}

function unfit(link: QuantityLink, values: Values, finding: Finding): CheckedQuantity {
  return { value: Number.NaN, values, error: 0, tolerance: 0, mistake: placed(link, finding) };
}

function placed({ file, line, column }: QuantityLink, finding: Finding): Mistake {
  return { file, line, column, severity: "error", ...finding };
}

/** What the experiment's own code yields; what it throws, and what is no number, is a mistake of the experiment. */
function compute(
  link: QuantityLink,
  experiment: Experiment,
  values: Values,
): { readonly value: number; readonly finding?: Finding } {
  const name = `${link.experiment}/${link.quantity}`;
  try {
    const value: unknown = computedOnce(experiment, values).quantities[link.quantity];
    if (typeof value === "number" && !Number.isNaN(value)) return { value };
    throw new TypeError(`it is ${String(value)}`);
  } catch (error) {
    const finding = failure(link.experiment, `\`${name}\` is no number at this state`, error);
    return { value: Number.NaN, finding };
  }
}

/** The first parameter of a link that is no number or out of its range, or values that do not fit together. */
function badParameter(
  link: QuantityLink,
  parameters: Record<string, string>,
  experiment: Experiment,
  notes: readonly string[],
): Finding {
  for (const [name, written] of Object.entries(parameters)) {
    const parameter = experiment.parameters[name];
    const read = parameter && readValue(parameter, written);
    if (parameter === undefined || (read && "value" in read && read.isAsGiven)) continue;
    return {
      rule: "quantity-parameter",
      what: `Invalid parameter \`${name}=${written}\` of \`${link.experiment}\``,
      hint: `Write ${parameter.kind === "slider" ? "a number " : ""}${rangeOf(parameter)}.`,
    };
  }
  return {
    rule: "quantity-parameter",
    what: `The parameters of the link do not fit together: ${notes.join("; ")}`,
    hint: "Write values that the figure can take, all at once.",
  };
}
