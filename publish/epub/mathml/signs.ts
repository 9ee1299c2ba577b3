import { type Element, textOf } from "../xml.ts";

const closing = /^[)\]}⟩⌋⌉!]$/u;

/**
 * The parts of a row with a minus or plus before a number as such. MathML takes each that is not a row's first part for
 * a difference, also behind a bracket or another sign: `(−1, 1)`, `= −x`.
 */
export function spaceSigns(nodes: readonly Element[]): Element[] {
  return nodes.map((node, at) => {
    if (node.tagName !== "mo" || !/^[+−\-±∓]$/u.test(textOf(node))) return node;
    const earlier = nodes.slice(0, at).filter(({ tagName }) => tagName !== "mspace");
    const before = earlier.at(-1);
    if (before?.tagName !== "mo") return node;
    const isWithinBars = earlier.filter(isBar).length % 2 === 1;
    const isClosed = isBar(before) ? !isWithinBars : closing.test(textOf(before));
    return isClosed ? node : { ...node, attrs: [...node.attrs, { name: "form", value: "prefix" }] };
  });
}

function isBar(node: Element): boolean {
  return node.tagName === "mo" && /^[|‖]$/u.test(textOf(node));
}
