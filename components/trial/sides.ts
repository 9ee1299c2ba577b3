import {
  createScope,
  defineFromInline,
  evaluate,
  parseSymbols,
  Refusal,
  type Scope,
} from "../../derivation/index.ts";
import type { Trial, TrialStep } from "../../markdown/derivations/trial-data.ts";
import type { Field, Typed } from "./fields.ts";

/** Both sides of a step at a reader's values, or why they have none. */
export type Sides =
  | { readonly left: number; readonly right: number; readonly difference: number }
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
  const point = Object.fromEntries(fields.map((field) => [field.name, given(field, typed)]));
  try {
    const [a, b] = [left, right].map((tex) => evaluate({ tex, macros, scope, point })) as [number, number];
    return { left: a, right: b, difference: a === b ? 0 : a - b };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}

/** A field's entries as the checker takes them: a number, a vector, or a matrix row by row. */
function given({ name, rows, columns, indices }: Field, typed: Typed): number | number[] | number[][] {
  const entries = [...(typed.get(name) ?? [])];
  if (indices === 0) return entries[0] ?? Number.NaN;
  if (indices === 1) return entries;
  return Array.from({ length: rows }, (_, row) => entries.slice(row * columns, (row + 1) * columns));
}
