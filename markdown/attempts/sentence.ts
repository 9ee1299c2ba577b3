import type { Paragraph, Root } from "mdast";
import type { Node } from "unist";

/** Ends a sentence: a full stop, question or exclamation mark before a space, not behind an abbreviation. */
const sentenceEnd = /(?<!\b(?:e\.g|i\.e|cf|vs|resp|eq|a\.e))[.!?](?=\s|$)/;

/**
 * Cuts a Markdown text behind its first sentence: what stands in the margin, and what opens on demand. Formulas in
 * the sentence stay whole.
 */
export function cutSentence(tree: Root): { first: Node[]; rest: Node[] } {
  const [paragraph, ...others] = tree.children;
  if (paragraph?.type !== "paragraph") return { first: [], rest: tree.children };
  const { children } = paragraph;
  for (const [index, child] of children.entries()) {
    if (child.type !== "text") continue;
    const match = sentenceEnd.exec(child.value);
    if (match === null) continue;
    const at = match.index + 1;
    const tail = child.value.slice(at).trimStart();
    const first = [...children.slice(0, index), { ...child, value: child.value.slice(0, at) }];
    const after = [...(tail === "" ? [] : [{ ...child, value: tail }]), ...children.slice(index + 1)];
    const rest: Node[] = after.length === 0 ? [] : [{ ...paragraph, children: after } as Paragraph];
    return { first, rest: [...rest, ...others] };
  }
  return { first: children, rest: others };
}
