import type { Step } from "../../derivation/index.ts";
import type { Finding } from "../compilation.ts";
import { falseStep, needlessMark, uncheckedStep, unjudgedStep } from "./findings.ts";
import type { DisplayOutcome } from "./outcome.ts";

/** Whose words a display stands in: the document's own, a quoted answer's, or our note on one. */
export interface Voice {
  readonly kind: "own" | "quoted" | "note";
  /** The verdicts of the claims that cover it. */
  readonly verdicts: readonly string[];
}

/** A finding, and where in the formula it is. */
interface Placed {
  readonly finding: Finding;
  readonly offset?: number;
}

/** What is wrong with a display: false steps, and of our own what is neither checked nor excused. */
export function findingsOf(found: DisplayOutcome, voice: Voice, propose: () => readonly string[]): Placed[] {
  const { steps, excuse, outcome } = found;
  const isJudged = voice.verdicts.some((verdict) => verdict === "wrong" || verdict === "imprecise");
  const wrong = steps.filter((step) => step.outcome === "false");
  const findings: Placed[] = wrong.map((step) => ({
    finding:
      voice.kind === "quoted" ? unjudgedStep(step, voice.verdicts) : falseStep(step, excuse !== undefined),
    offset: step.offset,
  }));
  if (voice.kind === "quoted") return isJudged ? [] : findings;
  if (voice.kind === "note") return findings;
  if (excuse === undefined) return [...findings, ...unexplained(steps, propose)];
  if (outcome === "verified" || outcome === "definition") findings.push({ finding: needlessMark(outcome) });
  return findings;
}

/** One finding for each reason, at the first step that has it; the first of them says what to declare. */
function unexplained(steps: readonly Step[], propose: () => readonly string[]): Placed[] {
  const firsts = new Map<string | undefined, Step>();
  for (const step of steps)
    if (step.outcome === "unchecked" && !firsts.has(step.reason)) firsts.set(step.reason, step);
  const isProposed = [...firsts.values()].some(({ proposal }) => proposal !== undefined);
  const lines = isProposed ? propose() : [];
  return [...firsts.values()].map((step, index) => ({
    finding: uncheckedStep(step, index === 0 ? lines : []),
    offset: step.offset,
  }));
}
