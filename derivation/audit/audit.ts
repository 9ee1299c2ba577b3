import { remember } from "../evaluation/remember.ts";
import type { Scope } from "../meaning/scope.ts";
import type { Display, Step } from "../step.ts";
import type { Explanation, Variant } from "./explain.ts";
import { explain, stepsOf } from "./explain.ts";
import type { Mutant } from "./mutants.ts";
import { mutantsOf } from "./mutants.ts";

/** A changed step that is verified as well, and why: the change is true too, or the check is too weak to notice. */
export interface Survivor extends Mutant, Explanation {
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

const isUnread = (changed: readonly Step[], steps: readonly Step[]): boolean =>
  changed.length < steps.length || changed.some(({ outcome }) => outcome === "unchecked");

/**
 * Makes one small mistake after another in a verified display, and tells which the check does not notice, and why: the
 * change is true as well, or an inequality is slack, or a witness is too special. `variants` are scopes in which one
 * constant of a witness is another. Empty for a display that is not verified as it stands.
 */
export const auditDisplay = (display: Display, variants: () => readonly Variant[] = () => []): Audit => {
  const steps = stepsOf(display);
  const isVerified = steps.length > 0 && steps.every(({ outcome }) => outcome === "verified");
  const mutants = isVerified ? mutantsOf(display.tex, namesIn(display.scope)) : [];
  const known = new Map<Variant, readonly Step[]>();
  const originally = (variant: Variant): readonly Step[] =>
    remember(known, variant, () => stepsOf({ ...display, scope: variant.scope }));
  const survivors: Survivor[] = [];
  let [caught, refused] = [0, 0];
  for (const mutant of mutants) {
    const changed = stepsOf({ ...display, tex: mutant.tex });
    const isFalse = changed.some(({ outcome }) => outcome === "false");
    const isRefused = !isFalse && isUnread(changed, steps);
    const why =
      isFalse || isRefused ? undefined : explain(display, mutant.tex, steps, changed, variants(), originally);
    const step = stepAt(steps, mutant.offset);
    if (isRefused) refused += 1;
    else if (why === undefined || !step) caught += 1;
    else survivors.push({ ...mutant, ...why, step });
  }
  return { mutants: mutants.length, caught, refused, survivors };
};
