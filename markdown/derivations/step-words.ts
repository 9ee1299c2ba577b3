import type { Step } from "../../derivation/index.ts";
import { bothSides, sixDigits } from "./findings.ts";
import { shortNumber } from "./numbers.ts";
import type { DisplayOutcome } from "./outcome.ts";

/** What a reader is told of a display as a whole, in a sentence or two; of a single step, that is all. */
export function leadOf(found: DisplayOutcome, hasWitness: boolean): string {
  const { outcome, steps, excuse } = found;
  const [first] = steps;
  switch (outcome) {
    case "verified":
      return first && steps.length === 1
        ? `${sentence(wordsOf(first, hasWitness, excuse))} That is evidence, and no proof.`
        : "Each step was checked numerically. That is evidence, and no proof.";
    case "false":
      return first && steps.length === 1
        ? sentence(wordsOf(first, hasWitness, excuse))
        : "Not every step is true.";
    case "definition":
      return "Nothing is claimed here that could be false.";
    case "unchecked":
      return isUncheckedThroughout(found)
        ? sentence(`not checked: ${excuse ?? first?.reason ?? "no reason is known"}`)
        : "Not every step is checked.";
  }
}

/** Whether one sentence says all that there is to say of the steps. */
export function isOneSentence(found: DisplayOutcome): boolean {
  return found.steps.length <= 1 || isUncheckedThroughout(found);
}

function isUncheckedThroughout({ steps, excuse }: DisplayOutcome): boolean {
  const reasons = new Set(steps.map(({ reason }) => excuse ?? reason));
  return steps.every((step) => step.outcome === "unchecked") && reasons.size <= 1;
}

function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

/** The name of the mark, for those who do not see it. */
export function nameOf({ outcome, steps }: DisplayOutcome): string {
  const count = steps.length === 1 ? "1 step" : `${steps.length} steps`;
  switch (outcome) {
    case "verified":
      return `Checked numerically: ${count}`;
    case "false":
      return "A false step";
    case "definition":
      return "A definition";
    case "unchecked":
      return "Not checked";
  }
}

/** A step's outcome in words: “checked numerically at 24 random points; largest difference 4 × 10⁻¹⁶”. */
export function wordsOf(step: Step, hasWitness: boolean, excuse: string | undefined): string {
  if (step.outcome === "unchecked") return `not checked: ${excuse ?? step.reason ?? "no reason is known"}`;
  if (step.outcome === "false") return falseWords(step);
  const where = step.points > 1 ? ` at ${step.points} random points` : "";
  const witness = hasWitness ? ", on a witness" : "";
  return `checked numerically${where}${witness}${differenceWords(step)}`;
}

function differenceWords({ relation, largestDifference, points }: Step): string {
  if (!/^(?:=|:=|\\coloneqq|\\approx|\\equiv)$/.test(relation.trim())) return "";
  const largest = points > 1 ? "largest difference" : "difference";
  return largestDifference === 0 ? "; no difference" : `; ${largest} ${shortNumber(largestDifference)}`;
}

function falseWords({ counterexample, reason }: Step): string {
  if (counterexample === undefined) return reason === undefined ? "false" : `false: ${reason}`;
  const at = Object.entries(counterexample.point).map(([name, value]) => `$${name} = ${sixDigits(value)}$`);
  const where = at.length === 0 ? "" : `at ${at.join(", ")} `;
  const [left, right] = bothSides(counterexample);
  const hint = counterexample.hint === undefined ? "" : ` (${counterexample.hint.replace(/\.$/, "")})`;
  return `false: ${where}the left side is ${left}, the right side ${right}${hint}`;
}
