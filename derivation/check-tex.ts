import { checkDisplay } from "./check.ts";
import { createScope } from "./meaning/scope.ts";
import type { CheckedDisplay, Step } from "./step.ts";
import { parseSymbols } from "./symbols.ts";
import type { MacroTable } from "./tex/macros.ts";

export type { CheckedDisplay, Step } from "./step.ts";
export type { MacroTable } from "./tex/macros.ts";

/** What a formula is checked with. */
export interface CheckOptions {
  /** The lines of a `symbols` block. */
  readonly symbols?: string;
  /** As in `content/macros.yaml`. */
  readonly macros?: MacroTable;
  /** Fixes the sample points; by default, the formula does. */
  readonly seed?: string | number;
}

/** What a display came to: one false step makes it false, one that is not checked leaves it unchecked. */
export interface Checked extends CheckedDisplay {
  readonly outcome: Step["outcome"] | "definition";
}

const outcomeOf = ({ steps }: CheckedDisplay): Checked["outcome"] => {
  if (steps.length === 0) return "definition";
  return (
    (["false", "unchecked"] as const).find((worst) => steps.some(({ outcome }) => outcome === worst)) ??
    "verified"
  );
};

/**
 * Checks every step of a display formula, for tests of a course:
 *
 *     check(String.raw`\frac{x^2 - 1}{x - 1} = x + 1`, { symbols: "x in (2, 3)" }).outcome // "verified"
 *
 * Throws an Error for a `symbols` line that is not understood; a formula that cannot be read is unchecked, with a reason.
 */
export const check = (tex: string, { symbols = "", macros = {}, seed = tex }: CheckOptions = {}): Checked => {
  const { scope, mistakes } = parseSymbols(symbols, { macros });
  const [mistake] = mistakes;
  if (mistake) throw new Error(`line ${mistake.line} of the symbols is not understood: ${mistake.reason}`);
  const checked = checkDisplay({ tex, macros, scope: createScope(scope), seed });
  return { outcome: outcomeOf(checked), ...checked };
};
