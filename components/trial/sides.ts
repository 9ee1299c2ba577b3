import {
  createScope,
  defineFromInline,
  evaluateEntries,
  holdsAt,
  parseSymbols,
  Refusal,
  type Scope,
} from "../../derivation/index.ts";
import type { Trial, TrialStep } from "../../markdown/derivations/trial-data.ts";
import type { Field, Typed } from "./fields.ts";

/** A number, or the entries of a vector or a matrix row by row. */
export type Value = number | readonly (readonly number[])[];

/** Both sides of a step at a reader's values, or why they have none; of vectors, the largest difference. */
export type Sides =
  | { readonly left: Value; readonly right: Value; readonly difference: number }
  | { readonly reason: string };

/** The scope in which a trial's formulas are read: what the page declares and defines. */
export function scopeOf({ symbols, definitions, macros }: Trial): Scope {
  const scope = symbols.reduce<Scope>(
    (parent, block) => parseSymbols(block, { macros, parent }).scope,
    createScope(),
  );
  for (const tex of definitions) defineFromInline({ tex, macros, scope, seed: 0 });
  return scope;
}

/** Evaluates both sides of a step. */
export function sidesOf(
  { left, right }: TrialStep,
  { macros }: Trial,
  scope: Scope,
  fields: readonly Field[],
  typed: Typed,
): Sides {
  const point = pointOf(fields, typed);
  try {
    const [a, b] = [left, right].map((tex) => evaluateEntries({ tex, macros, scope, point }));
    if (a === undefined || b === undefined) throw new Error("A step has two sides");
    if (a.rows !== b.rows || a.columns !== b.columns) return { reason: "the sides have different lengths" };
    return { left: asValue(a), right: asValue(b), difference: differenceOf(a.entries, b.entries) };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

/** The conditions of a step that a reader's values do not meet: there it claims nothing. */
export function unmetBy(
  { conditions = [] }: TrialStep,
  { macros }: Trial,
  scope: Scope,
  fields: readonly Field[],
  typed: Typed,
): readonly string[] {
  const point = pointOf(fields, typed);
  return conditions.filter((tex) => {
    try {
      return !holdsAt({ tex, macros, scope, point });
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}

function pointOf(fields: readonly Field[], typed: Typed) {
  return Object.fromEntries(fields.map((field) => [field.name, given(field, typed)]));
}

type Entries = ReturnType<typeof evaluateEntries>;

function asValue({ rows, columns, entries }: Entries): Value {
  const [only = Number.NaN] = entries;
  if (entries.length === 1) return only;
  return Array.from({ length: rows }, (_, row) => entries.slice(row * columns, (row + 1) * columns));
}

/** Left less right, where that is largest. */
function differenceOf(left: readonly number[], right: readonly number[]): number {
  const differences = left.map((a, k) => (a === right[k] ? 0 : a - (right[k] ?? Number.NaN)));
  return differences.reduce((worst, each) => (Math.abs(each) > Math.abs(worst) ? each : worst), 0);
}

/** A field's entries as the checker takes them: a number, a vector, or a matrix row by row. */
function given({ name, rows, columns, indices }: Field, typed: Typed): number | number[] | number[][] {
  const entries = [...(typed.get(name) ?? [])];
  if (indices === 0) return entries[0] ?? Number.NaN;
  if (indices === 1) return entries;
  return Array.from({ length: rows }, (_, row) => entries.slice(row * columns, (row + 1) * columns));
}
