import type { Nodes, Root, Text } from "mdast";
import { visit } from "./visit.ts";

/**
 * Sets typographic apostrophes. Quotation marks are left as written: which ones are right depends on the language.
 *
 * In:  `the model's answer`, `$p$'s mean`
 * Out: `the model’s answer`, `$p$’s mean`
 *
 * It runs before attempts are set in, so that quoted words keep every character.
 */
export default function remarkApostrophes() {
  return (tree: Root): void => setApostrophesIn(tree);
}

/** What a word may end with that is no text: an apostrophe behind it begins a text of its own. */
const wordEnds = new Set([
  "inlineMath",
  "inlineCode",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
]);

/** Sets the apostrophes in the texts of a tree. */
export function setApostrophesIn(tree: Nodes): void {
  visit(tree, "text", (node: Text, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1]?.type ?? "";
    const words = wordEnds.has(before) ? node.value.replace(/^'(?!\p{N})/u, "’") : node.value;
    node.value = setApostrophes(words);
  });
}

/** A text with typographic apostrophes inside words and behind them. */
export function setApostrophes(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])'(?![\p{N}])/gu, "’");
}
