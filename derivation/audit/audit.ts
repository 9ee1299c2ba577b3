import { checkDisplay } from "../check.ts";
import type { Scope } from "../meaning/scope.ts";
import { createScope } from "../meaning/scope.ts";
import type { Display, Step } from "../step.ts";
import type { Mutant } from "./mutants.ts";
import { mutantsOf } from "./mutants.ts";

/** A changed step that is verified as well: the change is true too, or the check is too weak to notice. */
export interface Survivor extends Mutant {
  /** The step that the change falls in. */
  readonly step: Step;
}

export interface Audit {
  readonly mutants: number;
  /** Mutants that are false, and those that are not checked. */
  readonly caught: number;
  readonly refused: number;
  readonly survivors: readonly Survivor[];
}

/** Names written with one letter or one command, which a slip of the pen exchanges. */
const namesIn = (scope: Scope): readonly string[] =>
  scope
    .names()
    .filter((name) => scope.find(name)?.kind === "variable")
    .map((name) => name.replace(/_\{(\d)\}$/, "_$1"));

/** The step that a place belongs to: its relation stands last before it, or is the first. */
const stepAt = (steps: readonly Step[], offset: number): Step | undefined =>
  steps.findLast((step) => step.offset <= offset) ?? steps[0];

/**
 * Makes one small mistake after another in a verified display, and names those that the check does not notice: a
 * witness that is too special, a slack inequality, a parameter with the value 1. Empty for a display that is not
 * verified as it stands.
 */
export const auditDisplay = (display: Display): Audit => {
  const outcomesOf = (tex: string): readonly Step[] =>
    checkDisplay({ ...display, tex, scope: createScope(display.scope) }).steps;
  const steps = outcomesOf(display.tex);
  const isVerified = steps.length > 0 && steps.every(({ outcome }) => outcome === "verified");
  const mutants = isVerified ? mutantsOf(display.tex, namesIn(display.scope)) : [];
  const survivors: Survivor[] = [];
  let [caught, refused] = [0, 0];
  for (const mutant of mutants) {
    const changed = outcomesOf(mutant.tex);
    const step = stepAt(steps, mutant.offset);
    if (changed.some(({ outcome }) => outcome === "false")) caught += 1;
    else if (changed.length < steps.length || changed.some(({ outcome }) => outcome === "unchecked"))
      refused += 1;
    else if (step) survivors.push({ ...mutant, step });
  }
  return { mutants: mutants.length, caught, refused, survivors };
};
