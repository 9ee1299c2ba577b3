import type { Step } from "../../derivation/index.ts";
import type { Macros } from "../document.ts";
import type { DeclarationInForce, DefinitionInForce } from "./regions.ts";

/** All that evaluating the sides of a display's steps needs: it travels to the browser as JSON. */
export interface Trial {
  /** The `symbols` blocks in force, outermost first, with the lines that the display uses. */
  readonly symbols: readonly string[];
  /** Formulas that define names which it uses, in their order. */
  readonly definitions: readonly string[];
  /** The checked steps, each with its place among all steps of the display. */
  readonly steps: readonly TrialStep[];
  /** The macros that all this uses, as the checker reads them. */
  readonly macros: Readonly<Record<string, string>>;
}

export interface TrialStep {
  readonly index: number;
  readonly left: string;
  readonly relation: string;
  readonly right: string;
  /** Where it is claimed, if not everywhere. */
  readonly conditions?: readonly string[];
}

/** What a reader can try on a display; undefined where no step depends on any values. */
export function trialOf(
  steps: readonly Step[],
  declarations: readonly DeclarationInForce[],
  definitions: readonly DefinitionInForce[],
  macros: Macros,
): Trial | undefined {
  const tried = steps
    .map(({ left, relation, right, outcome, points, conditions }, index) => ({
      step: { index, left, relation, right, ...(conditions && { conditions }) },
      canVary: outcome !== "unchecked" && points > 1,
    }))
    .filter(({ canVary }) => canVary);
  if (tried.length === 0) return undefined;
  const blocks = [...Map.groupBy(declarations, ({ block }) => block).values()];
  const trial = {
    symbols: blocks.map((lines) => lines.map(({ declaration }) => declaration.text).join("\n")),
    definitions: definitions.map(({ tex }) => tex),
    steps: tried.map(({ step }) => step),
  };
  return { ...trial, macros: macrosIn(JSON.stringify(trial), macros) };
}

/** The macros that a text uses, with those that they use in turn. */
export function macrosIn(text: string, macros: Macros): Record<string, string> {
  const used: Record<string, string> = {};
  const open = [text];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name] of next.matchAll(/\\[A-Za-z]+/g)) {
      const macro = macros[name];
      if (macro === undefined || name in used) continue;
      used[name] = macro.checked ?? macro.shown;
      open.push(used[name]);
    }
  }
  return used;
}
