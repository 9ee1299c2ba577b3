import type { Step } from "../../derivation/index.ts";
import type { Finding } from "../compilation.ts";

/** A false step of our own: never in a page, whatever excuses its display from being checked. */
export function falseStep(step: Step, isExcused: boolean): Finding {
  const mend = hintOf(step) ?? "Mend one of the two sides, or what they are declared to mean.";
  return {
    rule: "false-step",
    what: `${claimOf(step)}${valuesOf(step)}`,
    hint: isExcused ? `${mend.replace(/\.$/, "")}. ${toBeSolved}` : mend,
  };
}

const toBeSolved =
  "The mark `unchecked` excuses nothing that is false; what is yet to be solved is written `\\stackrel{!}{=}`.";

/** A false step of a quoted answer that nobody has judged. */
export function unjudgedStep(step: Step, verdicts: readonly string[]): Finding {
  const judged =
    verdicts.length === 0 ? ", and no claim covers it" : `, but it is called ${verdicts.join(", ")}`;
  const remedy = `Quote the display in a claim of the data file and call it wrong or imprecise; it is marked whole.`;
  return {
    rule: "unjudged-false-step",
    what: `${claimOf(step).replace("The step", "A quoted step")}${valuesOf(step)}${judged}`,
    hint: [hintOf(step), remedy].filter(Boolean).join(" "),
  };
}

/** A step that could not be checked, in a display that is not marked, and the lines that would declare its names. */
export function uncheckedStep({ reason = "no reason is known" }: Step, proposed: readonly string[]): Finding {
  const lines = proposed.map((line) => `\`${line}\``).join(", ");
  const declare = lines === "" ? "" : `For the \`symbols\` block: ${lines}, with the domains that you mean. `;
  return {
    rule: "unchecked-step",
    severity: "warning",
    what: `The step is not checked: ${reason}`,
    hint: `${declare}What cannot be checked is marked on the line below: \`<!-- unchecked: reason -->\`.`,
  };
}

/** A mark that excuses nothing. */
export function needlessMark(outcome: "verified" | "definition"): Finding {
  return {
    rule: "needless-unchecked",
    severity: "warning",
    what: `The display is marked unchecked, but ${outcome === "verified" ? "each of its steps was verified" : "it only defines"}`,
    hint: "Remove the comment `unchecked` below it.",
  };
}

/** A line of a `symbols` block that is not understood. */
export function brokenDeclaration(reason: string): Finding {
  return {
    rule: "symbols",
    what: `The declaration is not understood: ${reason}`,
    hint: "One declaration a line: `x in (0, 1)`, `n in 1..8`, `f(x) := …`; `%` begins a comment.",
  };
}

/** A declared value that is special: right, but mistakes slip through. */
export function specialValue(reason: string): Finding {
  const [what = "", remedy = ""] = reason.split("; ");
  return {
    rule: "special-value",
    severity: "warning",
    what: `The declaration has ${what}`,
    hint: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}; where it is meant, end the line with \`% special\`.`,
  };
}

function claimOf({ left, right, relation }: Step): string {
  return `The step is false: \`${left.trim()}\` ${relation} \`${right.trim()}\`.`;
}

function hintOf({ counterexample, reason }: Step): string | undefined {
  return counterexample?.hint ?? reason;
}

function valuesOf({ counterexample }: Step): string {
  if (counterexample === undefined) return "";
  const at = Object.entries(counterexample.point).map(([name, value]) => `${name} = ${sixDigits(value)}`);
  const [left, right] = bothSides(counterexample);
  const where = at.length === 0 ? " Left" : ` At ${at.join(", ")}: left`;
  return `${where} = ${left}, right = ${right}`;
}

/** Both values with six significant digits, or with all where those do not tell them apart. */
export function bothSides(values: { readonly left: number; readonly right: number }): [string, string] {
  const isApart = sixDigits(values.left) !== sixDigits(values.right);
  const show = (value: number) => (isApart ? sixDigits(value) : String(value));
  return [show(values.left), show(values.right)];
}

/** A number with six significant digits at most. */
export function sixDigits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
