import type { Audit, DisplayCheck, Step } from "../../derivation/index.ts";

/** What a display came to: one false step makes it false, one that is not checked leaves it unchecked. */
export interface DisplayOutcome {
  readonly outcome: "verified" | "false" | "definition" | "unchecked";
  readonly steps: readonly Step[];
  /** The names that it defines, as TeX. */
  readonly definitions: readonly string[];
  /** Equations that it assumes and does not claim, as TeX. */
  readonly equations: readonly string[];
  /** Why its author says that it cannot be checked. */
  readonly excuse?: string;
  /** How many changes of a verified display would be noticed, where that was asked for. */
  readonly audit?: Audit;
}

/** What a display came to, from what the checker found in it and what its author says of it. */
export function outcomeOf(
  { steps, definitions, equations }: DisplayCheck,
  excuse: string | undefined,
): DisplayOutcome {
  const outcomes = steps.map((step) => step.outcome);
  const hasStated = definitions.length + equations.length > 0;
  const ifNothingIsClaimed = hasStated ? "definition" : "unchecked";
  const outcome = outcomes.includes("false")
    ? "false"
    : outcomes.includes("unchecked")
      ? "unchecked"
      : outcomes.length > 0
        ? "verified"
        : ifNothingIsClaimed;
  return {
    outcome,
    steps: steps.map(withoutFrame),
    definitions: definitions.map(({ tex }) => tex),
    equations: equations.map(({ tex }) => tex),
    ...(excuse === undefined ? {} : { excuse }),
  };
}

/** What a display comes to that nobody tried to read: its author's word for it. */
export function excused(excuse: string): DisplayOutcome {
  return { outcome: "unchecked", steps: [], definitions: [], equations: [], excuse };
}

/** What opens an environment or a line is cut off with the side that follows it, and belongs to neither. */
const frame = /^\s*(?:\{(?:aligned|alignedat|gathered|align\*?|gather\*?|split)\}|\\\\)\s*/;

function withoutFrame(step: Step): Step {
  return { ...step, left: step.left.replace(frame, ""), right: step.right.replace(frame, "") };
}
