import type { Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import type { VFile } from "vfile";
import type { AnnotationsData } from "../attempt-data.ts";
import { reportAt } from "../compilation.ts";
import type { Data } from "../data.ts";
import type { Source } from "../source.ts";
import { visit } from "../visit.ts";
import { findQuote } from "./find-quote.ts";
import type { QuotedText } from "./place.ts";

/**
 * Marks the displays of a quoted answer that its data file says are not to be checked: the answer is verbatim, so the
 * mark cannot stand in it.
 *
 * In:  `unchecked: [{quote: "L'(c) = 0", reason: "an equation to be solved"}]`
 */
export function excuseDisplays(
  tree: Root,
  body: QuotedText,
  source: Source,
  { value, offsetOf }: Data<AnnotationsData>,
  file: VFile,
): void {
  for (const [index, { quote, occurrence, reason }] of value.unchecked.entries()) {
    const offset = offsetOf(["unchecked", index, "quote"]);
    const found = findQuote([body], { quote, occurrence });
    if ("finding" in found) reportAt(file, source, offset, found.finding);
    else if (!excuse(tree, found, reason.trim())) reportAt(file, source, offset, inNoDisplay(quote));
  }
}

/** Marks the display that holds a stretch of the text; false where none does. */
function excuse(tree: Root, { start, end }: { start: number; end: number }, reason: string): boolean {
  let isFound = false;
  visit(tree, "math", (node: Display) => {
    const [from = 0, to = 0] = [node.position?.start.offset, node.position?.end.offset];
    if (start < from || end > to) return;
    node.data = { ...node.data, excuse: reason };
    isFound = true;
  });
  return isFound;
}

function inNoDisplay(quote: string) {
  return {
    rule: "unchecked-out-of-place",
    what: `The quote stands in no display: \`${quote}\``,
    hint: "Only displays are checked, so only they can be left unchecked. Quote a part of one.",
  };
}
