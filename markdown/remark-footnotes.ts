import type { FootnoteDefinition, FootnoteReference, Root } from "mdast";
import type { VFile } from "vfile";
import { report } from "./compilation.ts";
import { visit } from "./visit.ts";

/**
 * Reports footnotes that nothing refers to: the page would not show them.
 *
 * In:  `[^proof]: A proof.` without a `[^proof]` in the text → mistake
 */
export default function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const referred = new Set<string>();
    visit(tree, "footnoteReference", (node: FootnoteReference) => {
      referred.add(node.identifier);
    });
    visit(tree, "footnoteDefinition", (node: FootnoteDefinition) => {
      if (referred.has(node.identifier)) return;
      report(file, node, {
        rule: "unused-footnote",
        what: `Nothing refers to the footnote \`[^${node.label ?? node.identifier}]\`, so the page does not show it`,
        hint: `Write \`[^${node.label ?? node.identifier}]\` in the text, or remove the footnote.`,
      });
    });
  };
}
