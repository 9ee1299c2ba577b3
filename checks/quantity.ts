import type { Experiment } from "../lab/experiment.ts";
import { defaultValues, readValue, type Values } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import type { QuantityLink } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { computedOnce } from "./computed.ts";
import { failure, rangeOf } from "./figure.ts";
import { parseTypedNumber } from "./typed-number.ts";

/** A number of the prose beside what its experiment computes. */
export interface CheckedQuantity {
  /** What the experiment's `compute` yields, in full. */
  readonly value: number;
  /** The parameters at which it was computed. */
  readonly values: Values;
  /** What is wrong with the typed number, if anything. */
  readonly mistake?: Mistake;
}

/** Keys of a quantity link's query that are not parameters. */
const options = new Set(["tol", "equals", "live"]);

/**
 * Computes the quantity that a number of the prose quotes and compares. The typed number is right when it differs by
 * at most half a unit of its last digit plus the error that the quantity declares (relative to max(1, |value|)), or
 * by the stated `tol`.
 */
export function checkQuantity(link: QuantityLink, experiment: Experiment): CheckedQuantity {
  const parameters = Object.fromEntries(Object.entries(link.query).filter(([key]) => !options.has(key)));
  const base = defaultValues(experiment.parameters);
  const { values, notes } = checkValues(experiment, base, parameters);
  const computed = notes.length === 0 ? compute(link, experiment, values) : { value: Number.NaN };
  const { value } = computed;
  const finding =
    notes.length === 0
      ? (computed.finding ?? compare(link, value, experiment))
      : badParameter(link, parameters, experiment);
  if (finding === undefined) return { value, values };
  const { file, line, column } = link;
  return { value, values, mistake: { file, line, column, severity: "error", ...finding } };
}

/** What the experiment's own code yields; what it throws, and what is no number, is a mistake of the experiment. */
function compute(
  link: QuantityLink,
  experiment: Experiment,
  values: Values,
): { readonly value: number; readonly finding?: Judgement } {
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

type Judgement = Pick<Mistake, "rule" | "what" | "hint"> | undefined;

function compare(link: QuantityLink, value: number, experiment: Experiment): Judgement {
  const typed = parseTypedNumber(link.text);
  if (typed === undefined) return noNumber(link);
  const isNumber = Number.isFinite(value);
  const scale = isNumber ? Math.max(1, Math.abs(value)) : 0;
  const error = (experiment.quantities[link.quantity]?.error ?? 0) * scale;
  const tolerance = link.query["tol"] === undefined ? typed.halfUnit + error : Number(link.query["tol"]);
  if (!(tolerance >= 0 && Number.isFinite(tolerance)))
    return {
      rule: "quantity-tolerance",
      what: `Invalid \`tol=${link.query["tol"]}\``,
      hint: "Write a number, as `tol=0.01`.",
    };
  if (typed.value === value) return undefined;
  if (link.query["tol"] === undefined && error > typed.halfUnit) return tooManyDigits(link, error);
  if (isNumber && Math.abs(typed.value - value) <= tolerance) return undefined;
  return mismatch(link, value, typed.halfUnit);
}

function noNumber(link: QuantityLink): Judgement {
  return {
    rule: "quantity-without-number",
    what: `The link to \`${link.experiment}/${link.quantity}\` has no number: found ${link.text === "" ? "no text" : `\`${link.text}\``}`,
    hint: "Write the number as the link's text, as `[0.693](quantity:…)`; a unit may follow it.",
  };
}

/** The first parameter of a link that is no number or out of its range. */
function badParameter(
  link: QuantityLink,
  parameters: Record<string, string>,
  experiment: Experiment,
): Judgement {
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
  return undefined;
}

function tooManyDigits(link: QuantityLink, error: number): Judgement {
  return {
    rule: "quantity-digits",
    what: `\`${link.text}\` has more digits than \`${link.experiment}/${link.quantity}\` is known to (± ${error.toPrecision(1)})`,
    hint: "Type fewer digits.",
  };
}

/** “mean=0, deviation=2.088”, or that there are none. */
function parametersOf({ query }: QuantityLink): string {
  const written = Object.entries(query).map(([name, value]) => `\`${name}=${value}\``);
  return written.length === 0 ? "there are none, so each has its default" : written.join(", ");
}

function mismatch(link: QuantityLink, value: number, halfUnit: number): Judgement {
  const decimals = halfUnit > 0 ? Math.max(0, Math.round(-Math.log10(2 * halfUnit))) : 3;
  const right = Number.isFinite(value) ? value.toFixed(decimals) : value > 0 ? "∞" : "−∞";
  return {
    rule: "quantity-mismatch",
    what: `The text says \`${link.text}\`, but \`${link.experiment}/${link.quantity}\` is ${value}`,
    hint: `Write \`[${right}](quantity:…)\`, or mend the parameters: ${parametersOf(link)}.`,
  };
}
