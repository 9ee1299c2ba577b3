import type { ParseArgsOptionsConfig } from "node:util";
import { Refusal } from "../refusal.ts";

/** How much of the solutions a copy holds, and whether its hints stand open. */
export interface Choice {
  readonly solutions: "none" | "answers" | "full";
  readonly hints: "open" | "none";
}

/** The options of the copies that are read from beginning to end. */
export const choiceOptions = {
  solutions: { type: "string", default: "full" },
  hints: { type: "string", default: "open" },
} as const satisfies ParseArgsOptionsConfig;

/** Their lines of `--help`. */
export const choiceUsage: readonly string[] = [
  "--solutions none|answers|full   statements alone, with the short answers, or with everything (full)",
  "--hints open|none               hints unfolded, or left out (open)",
];

/** Reads the options; throws a `Refusal` that names the values there are. */
export function parseChoice(options: Readonly<Record<string, unknown>>): Choice {
  return {
    solutions: oneOf("solutions", options["solutions"] ?? "full", ["none", "answers", "full"]),
    hints: oneOf("hints", options["hints"] ?? "open", ["open", "none"]),
  };
}

/** What a reader is told of a copy that does not hold everything; undefined where it does. */
export function choiceNote({ solutions, hints }: Choice): string | undefined {
  const left = [
    ...(solutions === "none" ? ["answers"] : []),
    ...(solutions === "full" ? [] : ["solutions and the answers under review"]),
    ...(hints === "none" ? ["hints"] : []),
  ];
  return left.length === 0 ? undefined : `Left out of this copy: ${left.join(", ")}.`;
}

/** What the name of a file says of it: `homework-statements`; nothing of one that holds everything. */
export function choiceSuffix({ solutions, hints }: Choice): string {
  const contents = { none: "-statements", answers: "-answers", full: "" }[solutions];
  return contents + (hints === "none" ? "-without-hints" : "");
}

function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) {
    throw new Refusal(`unknown value \`--${name} ${String(value)}\`; there are ${known.join(", ")}`);
  }
  return found;
}
