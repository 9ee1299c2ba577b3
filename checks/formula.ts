import {
  checkDisplay,
  createScope,
  defineFromInline,
  evaluate,
  parseSymbols,
  Refusal,
  type Scope,
} from "../derivation/index.ts";
import type { Experiment } from "../lab/experiment.ts";
import type { Values } from "../lab/parameters.ts";
import type { FormulaContext, QuantityLink } from "../markdown/document.ts";
import { agree, type Finding } from "./compare-number.ts";
import { bindSymbols } from "./symbol-binding.ts";

/** A formula of the page that was evaluated where an experiment computes. */
export interface CheckedFormula {
  /** The label of the equation. */
  readonly label: string;
  /** Its value in double precision. */
  readonly value: number;
  /** The values of its symbols, by name as in TeX. */
  readonly point: Readonly<Record<string, number>>;
}

/** What an experiment yields at a state. */
interface Computed {
  readonly value: number;
  readonly values: Values;
  /** Bound on |computed − true|. */
  readonly error: number;
}

/** What rounding may do to a formula in double precision, relative to max(1, |value|). */
const rounding = 1e-13;

/**
 * Evaluates the formula that a link names by `equals=eq:…` at the link's parameters and compares it with what the
 * experiment computes. Neither knows the other: one is the author's TeX, one is the experiment's code.
 */
export function checkFormula(
  link: QuantityLink,
  experiment: Experiment,
  computed: Computed,
): { readonly formula?: CheckedFormula; readonly finding?: Finding } {
  const { context } = link;
  if (context === undefined) return {};
  const bound = bindSymbols(link.query["where"] ?? "", context, experiment.parameters, computed.values);
  if ("unknown" in bound) return { finding: unknownBinding(bound.unknown, experiment) };
  const { point } = bound;
  const value = evaluateAt(context, point);
  if (typeof value === "string") return { finding: unread(context, value, point) };
  const formula = { label: context.label, value, point };
  const scale = Number.isFinite(value) ? Math.max(1, Math.abs(value)) : 0;
  if (agree(value, computed.value, computed.error + rounding * scale)) return { formula };
  return { formula, finding: contradiction(link, formula, computed) };
}

/** The formula's value, or why it has none. */
function evaluateAt(context: FormulaContext, point: Readonly<Record<string, number>>): number | string {
  const { tex, macros } = context;
  try {
    const value = evaluate({ tex, macros, scope: scopeOf(context), point });
    return Number.isNaN(value) ? "its value is undefined" : value;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Scopes by what they were read from: many numbers of a page name formulas of one place. */
const scopes = new Map<string, Scope>();

/** The declarations and definitions in force where a formula stands, read again in the order of the page. */
function scopeOf({ before, macros }: FormulaContext): Scope {
  const key = JSON.stringify([before, macros]);
  const known = scopes.get(key);
  if (known !== undefined) return known;
  let scope = createScope();
  let isDeclared = false;
  for (const { kind, text } of before) {
    if (kind === "symbols") scope = parseSymbols(text, { macros, parent: scope }).scope;
    else if (kind === "display") checkDisplay({ tex: text, macros, scope, seed: 0 });
    // as on the page: without a declaration, the text's formulas define nothing
    else if (isDeclared) defineFromInline({ tex: text, macros, scope, seed: 0 });
    isDeclared ||= kind === "symbols";
  }
  scopes.set(key, scope);
  return scope;
}

function unknownBinding(written: string, { parameters }: Experiment): Finding {
  return {
    rule: "quantity-where",
    what: `Invalid \`where=…\`: \`${written}\` gives no symbol a value`,
    hint: `Write a symbol of the formula, a colon, and a number or a parameter (${Object.keys(parameters).join(", ")}), as \`where=v:4.36,s:deviation\`.`,
  };
}

function unread({ label }: FormulaContext, reason: string, point: Readonly<Record<string, number>>): Finding {
  return {
    rule: "quantity-formula-unread",
    what: `The formula \`${label}\` could not be evaluated${atPoint(point)}: ${reason}`,
    hint: "Declare what it uses in a `symbols` block above it, give a symbol its value with `where=symbol:parameter`, or leave out `equals=`: the number is then confirmed by one route less.",
  };
}

function contradiction(
  { experiment, quantity }: QuantityLink,
  { label, value, point }: CheckedFormula,
  computed: Computed,
): Finding {
  return {
    rule: "quantity-formula",
    what: `The formula \`${label}\` is ${value}${atPoint(point)}, but \`${experiment}/${quantity}\` computes ${computed.value}`,
    hint: "Mend the formula or the experiment; or say with `where=symbol:parameter` which symbol is which parameter.",
  };
}

function atPoint(point: Readonly<Record<string, number>>): string {
  const words = Object.entries(point).map(([name, value]) => `${name} = ${value}`);
  return words.length === 0 ? "" : ` at ${words.join(", ")}`;
}
