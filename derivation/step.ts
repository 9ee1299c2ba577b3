import type { Judgement } from "./judgement/judge.ts";
import type { Scope } from "./meaning/scope.ts";
import type { Refusal } from "./refusal.ts";
import type { MacroTable } from "./tex/macros.ts";

/** One link of a chain, judged. */
export interface Step extends Judgement {
  /** Both sides as TeX, and the relation between them as TeX. */
  readonly left: string;
  readonly right: string;
  readonly relation: string;
  /** Where to point: at the relation, or at the notation that is refused. UTF-16 units from the TeX's start. */
  readonly offset: number;
  /** The conditions and premises under which it is claimed, as TeX; absent where there are none. */
  readonly conditions?: readonly string[];
}

/** A name that a display has defined; it is in the scope from now on. */
export interface DefinitionNote {
  readonly name: string;
  readonly tex: string;
  readonly offset: number;
}

/** An equation that is assumed, not claimed: one to be solved, or the premise of an arrow. */
export interface EquationNote {
  readonly tex: string;
  readonly offset: number;
}

/**
 * Whether a display claims something (then it has steps, judged or not), or only defines names, or only assumes
 * equations: in the last two cases `steps` is empty, since nothing is claimed.
 */
export type DisplayKind = "claims" | "definitions" | "equations";

export interface DisplayCheck {
  readonly steps: readonly Step[];
  readonly definitions: readonly DefinitionNote[];
  readonly equations: readonly EquationNote[];
}

export interface Display {
  readonly tex: string;
  readonly macros: MacroTable;
  readonly scope: Scope;
  /** Fixes the sample points: the file and the place of the display, say. */
  readonly seed: string | number;
}

/** A display that has been checked. */
export interface CheckedDisplay extends DisplayCheck {
  readonly kind: DisplayKind;
}

/** What a display does, by what was found in it. */
export const kindOf = ({ steps, equations }: DisplayCheck): DisplayKind => {
  if (steps.length > 0) return "claims";
  return equations.length > 0 ? "equations" : "definitions";
};

/** A step that is not checked, because something in it was refused. */
export const unchecked = (
  refusal: Refusal,
  offset: number,
  sides: Pick<Step, "left" | "right" | "relation" | "conditions">,
): Step => ({
  ...sides,
  outcome: "unchecked",
  reason: refusal.message,
  ...(refusal.proposal === undefined ? {} : { proposal: refusal.proposal }),
  offset: refusal.offset ?? offset,
  points: 0,
  largestDifference: 0,
});
