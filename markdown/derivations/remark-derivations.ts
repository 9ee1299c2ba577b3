import type { Code, Heading, Root } from "mdast";
import type { Math as Display, InlineMath } from "mdast-util-math";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import type { ElementNode } from "../element.ts";
import { check, define } from "./check.ts";
import { declare } from "./notation.ts";
import type { Voice } from "./placed-findings.ts";
import { enter, innermost, outermost, type Region, within } from "./regions.ts";

/**
 * Checks each step of the displays where a `symbols` block declares what the letters mean. A block is in force from
 * where it stands to the next heading of the same or a higher level; with `checked: true` in its frontmatter, a
 * document is checked throughout. Of our own displays a false step is a mistake, and one that is neither checked nor
 * marked is a warning; of a quoted answer, a false step is a mistake unless a claim calls it wrong or imprecise.
 *
 * In:  ```` ```symbols ```` `x in (0, 1)` … `$$ (1+x)^2 = 1 + x^2 $$`
 * Out: mistake at `=`: the step is false, with the values at which the two sides differ
 */
export default function remarkDerivations() {
  return (tree: Root, file: VFile): void => {
    walk(tree, [outermost(file.data.frontmatter?.checked === true)], { kind: "own", verdicts: [] }, file);
  };
}

/** Walks in the order of the page. What a block opens ends with the block. */
function walk(parent: Parent, outer: readonly Region[], voice: Voice, file: VFile): void {
  const regions = outer.map((region) => ({ ...region }));
  for (const [index, child] of parent.children.entries()) {
    const isOwn = voice.kind === "own";
    if (child.type === "math") check(child as Display, innermost(regions), voice, file);
    else if (child.type === "inlineMath") define(child as InlineMath, innermost(regions), file);
    else if (child.type === "heading" && isOwn) enter(child as Heading, regions);
    else if (isOwn && child.type === "code" && (child as Code).lang === "symbols")
      parent.children[index] = declare(child as Code, regions, file);
    else if ("children" in child) walkInto(child as Parent, regions, voice, file);
  }
}

/** Enters an element: a quoted answer, a claim's mark in it, or a note on it, speak for themselves. */
function walkInto(parent: Parent, regions: readonly Region[], voice: Voice, file: VFile): void {
  const classes = classesOf(parent);
  if (classes.includes("note-quoted")) return;
  const isNote = voice.kind === "quoted" && classes.includes("note");
  if (isNote || classes.includes("block-attempt")) {
    const inner = { kind: isNote ? "note" : "quoted", verdicts: [] } as const;
    walk(parent, [within(innermost(regions))], inner, file);
    return;
  }
  const verdict = (parent as Partial<ElementNode>).data?.hProperties?.["dataVerdict"];
  const isClaim = classes.includes("claim") && typeof verdict === "string";
  walk(parent, regions, isClaim ? { ...voice, verdicts: [...voice.verdicts, verdict] } : voice, file);
}

function classesOf(node: Node): readonly unknown[] {
  const names = (node as Partial<ElementNode>).data?.hProperties?.["className"];
  return Array.isArray(names) ? names : [];
}
