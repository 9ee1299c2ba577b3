import type { Root, Text } from "mdast";
import { visit } from "./visit.ts";

/**
 * Sets typographic apostrophes. Quotation marks are left as written: which ones are right depends on the language.
 *
 * In:  `the model's answer`
 * Out: `the model’s answer`
 *
 * It runs before attempts are set in, so that quoted words keep every character.
 */
export default function remarkApostrophes() {
  return (tree: Root): void => {
    visit(tree, "text", (node: Text) => {
      node.value = setApostrophes(node.value);
    });
  };
}

/** A text with typographic apostrophes inside words and behind them. */
export function setApostrophes(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])'(?![\p{N}])/gu, "’");
}
