import type { Root, Text } from "mdast";
import type { InlineMath } from "mdast-util-math";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { report, sliceOf, sourceOf } from "./compilation.ts";
import { setReported } from "./formula-source.ts";
import { leftovers } from "./leftovers.ts";
import { checkRows, isSeparator, reportNoTable } from "./table-rows.ts";
import { SKIP, visit } from "./visit.ts";

/**
 * Reports marks that Markdown left in the text as they are: somebody meant them, and the page would show them.
 *
 * In:  `by \eqref{eq:kl}` → mistake: `\eqref{eq:kl}` stands in the text
 * In:  `costs $5` → mistake: a `$` that opens or closes no formula
 */
export default function remarkLeftovers() {
  return findLeftovers;
}

/** Looks for leftovers in a tree of our own text: of a document, or of a string in a data file. */
export function findLeftovers(tree: Root, file: VFile): void {
  const brokenRows = checkRows(tree, file);
  visit(tree, ["paragraph", "heading", "tableRow"], (node) => {
    if (brokenRows.has(node)) return SKIP;
    if (node.type === "paragraph") findBrokenTable(node, file);
    findInTexts(node as Parent, file);
    return SKIP;
  });
  visit(tree, "inlineMath", (node: InlineMath) => checkDigitBehind(node, file));
}

/** One report of each kind in a paragraph where one slip leaves several marks, as `\begin` and `\end` are. */
function findInTexts(block: Parent, file: VFile): void {
  const seen = new Set<string>();
  visit(block, "text", (node: Text, index, parent) => {
    const slice = sliceOf(node, file).replace(/\\\\/g, "  ");
    const unescaped = slice.replace(/\\[!-/:-@[-`{-~]/g, "  ");
    for (const { rule, pattern, isEscape, isPaired, beginsLine, describe } of leftovers) {
      for (const match of (isEscape ? slice : unescaped).matchAll(pattern)) {
        const isInside = match.index === 0 && (index !== 0 || parent !== block);
        if ((isPaired && seen.has(rule)) || (beginsLine && (isInside || block.type !== "paragraph")))
          continue;
        seen.add(rule);
        const within = match.index + (match[0].length - match[0].trimStart().length);
        report(file, node, { rule, ...describe(match[0].trim()) }, within);
      }
    }
  });
}

/** A header and a line of dashes that Markdown did not take for a table, since their cells differ in number. */
function findBrokenTable(node: Node, file: VFile): void {
  const lines = sliceOf(node, file).split("\n");
  const at = lines.findIndex((line, index) => index > 0 && isSeparator(line));
  const [header, separator] = [lines[at - 1], lines[at]];
  if (header === undefined || separator === undefined || !header.includes("|")) return;
  const within = lines.slice(0, at - 1).join("\n").length + (at > 1 ? 1 : 0);
  reportNoTable(node, header, separator, within, file);
}

/** Two sums of money make a formula of the words between them. Source: pandoc, `tex_math_dollars`. */
function checkDigitBehind(node: InlineMath, file: VFile): void {
  const end = node.position?.end.offset ?? 0;
  if (!/\d/.test(sourceOf(node, file).text[end] ?? "") || sliceOf(node, file).startsWith("$$")) return;
  setReported(node);
  const finding = {
    rule: "dollar-before-digit",
    what: "The `$` that closes a formula is directly followed by a digit",
    hint: "A dollar sign? Write `\\$`. Behind a formula, put a space or a word between it and the number.",
  };
  report(file, node, finding, end - 1 - (node.position?.start.offset ?? 0));
}
