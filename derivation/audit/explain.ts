import { checkDisplay } from "../check.ts";
import type { Scope } from "../meaning/scope.ts";
import { createScope } from "../meaning/scope.ts";
import type { Display, Step } from "../step.ts";

/**
 * Why a change goes unnoticed:
 *
 *     true      the changed step is true as well: its new side has the same values as the old one
 *     slack     the changed step is an inequality that is true as well, since the first one has room
 *     assumed   what has changed is a definition, a condition or an equation to solve, and no claim
 *     rounded   the change is smaller than the printed digits show
 *     special   with another constant in a declaration, the step stays true and the change is noticed
 *     open      the step is true for the declared constants only, so that nothing else tells
 */
export type Why = "true" | "slack" | "assumed" | "rounded" | "special" | "open";

/** The same names with one constant of what they stand for changed. */
export interface Variant {
  /** The declaration with its new constant. */
  readonly line: string;
  readonly scope: Scope;
}

/** Why a change went unnoticed, and the declaration under which it would not. */
export interface Explanation {
  readonly why: Why;
  readonly remedy?: string;
}

/** What a display comes to in another scope, or from other points. */
export type CheckIn = (display: Display) => readonly Step[];

export const stepsOf: CheckIn = (display) =>
  checkDisplay({ ...display, scope: createScope(display.scope) }).steps;

const isAlike = (a: Step, b: Step | undefined): boolean =>
  a.left === b?.left && a.right === b.right && a.relation === b.relation;

const isOrder = ({ relation }: Step): boolean =>
  /^(?:[<>≤≥≠]|\\(?:l|g)(?:e|t|eq|eqslant)|\\neq?|\\not)/.test(relation.trim());

const isRounding = ({ relation }: Step): boolean => /^(?:\\approx|≈)/.test(relation.trim());

/** Other sample points: what is true at some points only shows at others. */
const OTHER_SEEDS = ["one", "two"];

/** An equation's survivor: the declared constants are changed one by one while the step itself stays true. */
const explainEquation = (
  display: Display,
  changed: string,
  indices: readonly number[],
  variants: readonly Variant[],
  originally: (variant: Variant) => readonly Step[],
): Explanation => {
  let isTold = variants.length === 0;
  for (const variant of variants) {
    const before = originally(variant);
    const usable = indices.filter((k) => before[k]?.outcome === "verified");
    if (usable.length === 0) continue;
    const after = stepsOf({ ...display, tex: changed, scope: variant.scope });
    if (usable.some((k) => after[k]?.outcome === "false")) return { why: "special", remedy: variant.line };
    isTold ||= usable.length === indices.length && usable.every((k) => after[k]?.outcome === "verified");
  }
  return { why: isTold ? "true" : "open" };
};

/** Why a changed display is verified like the one that it was made from. */
export const explain = (
  display: Display,
  changed: string,
  steps: readonly Step[],
  after: readonly Step[],
  variants: readonly Variant[],
  originally: (variant: Variant) => readonly Step[],
): Explanation | undefined => {
  const indices = after.flatMap((step, k) => (isAlike(step, steps[k]) ? [] : [k]));
  const affected = indices.flatMap((k) => after[k] ?? []);
  if (affected.length === 0) return { why: "assumed" };
  if (affected.some(isOrder)) return { why: "slack" };
  if (affected.some(isRounding)) return { why: "rounded" };
  const isNoticed = OTHER_SEEDS.some((seed) =>
    stepsOf({ ...display, tex: changed, seed: `${display.seed} ${seed}` }).some(
      ({ outcome }) => outcome === "false",
    ),
  );
  return isNoticed ? undefined : explainEquation(display, changed, indices, variants, originally);
};
