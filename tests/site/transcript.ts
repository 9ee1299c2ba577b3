import { readFileSync } from "node:fs";
import { join } from "node:path";
import { house } from "./course-folder.ts";

/** Who speaks in the transcript. */
export type Voice = "prompt" | "student" | "answer";

/** Lines of the transcript, counted from 1, that are not the LLM's answers. */
const lines: Readonly<Record<Exclude<Voice, "answer">, readonly number[]>> = {
  prompt: [3, 32, 110, 227],
  student: [26, 28, 30, 34, 36, 38, 40, 42, 136, 137, 138, 178, 223, 225, 267, 269, 271],
};

/**
 * White space that pages may set otherwise than the transcript, besides this rule: a run of white space counts as one
 * blank, and at the ends of a line as none. By line number: what stands in the transcript, what a page shows.
 */
const repairs: Readonly<Record<number, readonly [before: string, after: string]>> = {};

/** Every line of one voice that is not blank, in order, without Markdown's marks. */
export function linesOf(voice: Voice): string[] {
  const text = readFileSync(join(house, "tests/fixtures/transcript/transcript.txt"), "utf8");
  return text
    .split("\n")
    .map((line, index) => ({ line: repaired(line, index + 1), voice: voiceOf(index + 1) }))
    .filter((each) => each.voice === voice)
    .map(({ line }) => plain(line))
    .filter((line) => line !== "");
}

/** Text without what Markdown's marks are made of and with single blanks; formulas are their TeX without dollars. */
export function plain(text: string): string {
  return text
    .replace(/^\s*-\s+/, "")
    .replaceAll(/\*\*|`|\$/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function voiceOf(line: number): Voice {
  if (lines.prompt.includes(line)) return "prompt";
  return lines.student.includes(line) ? "student" : "answer";
}

function repaired(text: string, line: number): string {
  const [before, after] = repairs[line] ?? ["", ""];
  return text.replace(before, after);
}
