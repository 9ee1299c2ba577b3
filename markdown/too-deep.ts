import type { Finding } from "./compilation.ts";

/** Whether something was given up because its nesting used up the stack: the text's fault, and no bug. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** What is said of a text or a formula that no program can follow to its bottom. */
export function nestedTooDeeply(what: "formula" | "text"): Finding {
  return {
    rule: "too-deep",
    what: `The ${what} is nested too deeply: some thousand levels`,
    hint:
      what === "formula"
        ? "Take braces, fractions or brackets out of each other; name an inner part and write it apart."
        : "Take lists, quotations or blocks out of each other; mostly a pasted line of `>`, `-` or `*` is the cause.",
  };
}

/** Offset of the line that opens the most: the longest run of marks of quotations and of list items. */
export function deepestLine(text: string): number {
  let [deepest, length] = [0, 0];
  for (const { 0: marks, index } of text.matchAll(/^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+/gm)) {
    if (marks.length > length) [deepest, length] = [index, marks.length];
  }
  return deepest;
}
