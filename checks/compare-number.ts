import type { Experiment } from "../lab/experiment.ts";
import type { QuantityLink } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { parseTypedNumber, type TypedNumber, writeLike } from "./typed-number.ts";
import { findWrongUnit } from "./unit.ts";

/** What is wrong with a number, without its place. */
export type Finding = Pick<Mistake, "rule" | "what" | "hint">;

/** A typed number beside the computed one. */
export interface Comparison {
  readonly typed?: TypedNumber;
  /** How far the typed number may be from the computed one, in the quantity's unit; 0 for ∞. */
  readonly tolerance: number;
  readonly finding?: Finding;
}

/** Bound on |computed − true| of a quantity at a value; 0 at ∞. */
export function errorAt(error: number, value: number): number {
  return Number.isFinite(value) ? error * Math.max(1, Math.abs(value)) : 0;
}

/** Whether two values agree; ∞ agrees with itself, and NaN with nothing. */
export function agree(a: number, b: number, tolerance: number): boolean {
  if (a === b) return true;
  // what half a unit itself is rounded to
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
  return Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= tolerance + rounding;
}

/**
 * Compares what an author typed with what was computed: right within half a unit of the last typed digit plus the
 * declared error of the quantity, or within the stated `tol`; more digits than are known are a mistake.
 */
export function compareNumber(link: QuantityLink, value: number, experiment: Experiment): Comparison {
  const typed = parseTypedNumber(link.text);
  const quantity = experiment.quantities[link.quantity];
  if (typed === undefined || quantity === undefined) return { tolerance: 0, finding: noNumber(link) };
  const unit = findWrongUnit(typed, link.after ?? "", quantity, experiment);
  if (unit !== undefined) return { typed, tolerance: 0, finding: wrongUnit(link, unit, quantity.unit) };
  const error = errorAt(quantity.error, value);
  const tol = link.query["tol"];
  const tolerance = tol === undefined ? typed.halfUnit + error : Number(tol === "" ? Number.NaN : tol);
  if (!(tolerance >= 0 && Number.isFinite(tolerance)))
    return { typed, tolerance: 0, finding: badTolerance(tol ?? "") };
  const known = tol === undefined ? typed.halfUnit : tolerance;
  if (Number.isFinite(typed.value) && error > known)
    return { typed, tolerance, finding: tooManyDigits(link, error) };
  if (agree(typed.value, value, tolerance)) return { typed, tolerance };
  return { typed, tolerance, finding: mismatch(link, typed, value) };
}

function noNumber({ experiment, quantity, text }: QuantityLink): Finding {
  return {
    rule: "quantity-without-number",
    what: `The link to \`${experiment}/${quantity}\` has no number: found ${text === "" ? "no text" : `\`${text}\``}`,
    hint: "Write the number as the link's text, as `[0.693](quantity:…)`; a unit may follow it.",
  };
}

function wrongUnit({ experiment, quantity }: QuantityLink, unit: string, declared: string): Finding {
  return {
    rule: "quantity-unit",
    what: `The text gives \`${experiment}/${quantity}\` in \`${unit}\`, but it is ${declared === "" ? "a number without a unit" : `in ${declared}`}`,
    hint:
      unit === "%" && declared === ""
        ? "Write the percent sign inside the link, as `[12 %](quantity:…)`."
        : `Write ${declared === "" ? "the number alone" : `\`${declared}\``}, or quote another quantity.`,
  };
}

function badTolerance(tol: string): Finding {
  return {
    rule: "quantity-tolerance",
    what: `Invalid \`tol=${tol}\``,
    hint: "Write a number, as `tol=0.01`.",
  };
}

function tooManyDigits({ text, experiment, quantity }: QuantityLink, error: number): Finding {
  return {
    rule: "quantity-digits",
    what: `\`${text}\` has more digits than \`${experiment}/${quantity}\` is known to (± ${error.toPrecision(1)})`,
    hint: "Type fewer digits.",
  };
}

/** “mean=0, deviation=2.088”, or that there are none. */
function parametersOf({ query }: QuantityLink): string {
  const written = Object.entries(query).map(([name, value]) => `\`${name}=${value}\``);
  return written.length === 0 ? "there are none, so each has its default" : written.join(", ");
}

function mismatch(link: QuantityLink, typed: TypedNumber, value: number): Finding {
  const right = writeLike(typed, value);
  const cure =
    right === undefined
      ? "Write the number with the digits that you mean"
      : `Write \`[${right}](quantity:…)\``;
  return {
    rule: "quantity-mismatch",
    what: `The text says \`${link.text}\`, but \`${link.experiment}/${link.quantity}\` is ${value}`,
    hint: `${cure}, or mend the parameters: ${parametersOf(link)}.`,
  };
}
