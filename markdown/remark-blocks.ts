import type { Root, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { type BlockContext, blocks } from "./blocks.ts";
import { checkDirectives, findStray } from "./check-directives.ts";
import { element } from "./element.ts";
import { visit } from "./visit.ts";

/**
 * Checks block directives and turns them into the page's blocks.
 *
 * In:  `:::hint` … `:::`
 * Out: `<details class="block block-hint"><summary>…Hint 1 of 2…</summary><div class="block-body">…`
 */
export default function remarkBlocks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ["paragraph", "tableRow"], (node) => findStray(node, file));
    checkDirectives(tree, file);
    const hints = countHints(tree);
    replaceBlocks(tree, hints);
  };
}

/** Numbers the hints of each part; hints stand at the top level or inside other blocks. */
function countHints(tree: Root): Map<Node, BlockContext["hint"]> {
  const numbers = new Map<Node, BlockContext["hint"]>();
  let group: Node[] = [];
  const close = () => {
    for (const [index, hint] of group.entries()) numbers.set(hint, { index: index + 1, of: group.length });
    group = [];
  };
  for (const node of tree.children) {
    if (node.type === "heading") close();
    visit(node as RootContent, "containerDirective", (block: ContainerDirective) => {
      if (block.name === "hint") group.push(block);
    });
  }
  close();
  return numbers;
}

function replaceBlocks(parent: Parent, hints: Map<Node, BlockContext["hint"]>): void {
  for (const [index, child] of parent.children.entries()) {
    if ("children" in child) replaceBlocks(child as Parent, hints);
    if (child.type !== "containerDirective") continue;
    const block = child as ContainerDirective;
    const hint = hints.get(block) ?? { index: 1, of: 1 };
    parent.children[index] =
      blocks.get(block.name)?.render(block, { hint }) ?? element("div", {}, block.children);
  }
}
