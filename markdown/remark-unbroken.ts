import type { Root, RootContent, Text } from "mdast";
import type { Node, Parent } from "unist";
import { element, text } from "./element.ts";
import { SKIP, visit } from "./visit.ts";

const opening = /[([“‘„«—–-]+$/;
const closing = /^[.,;:!?)\]”’»…]+/;

/**
 * Keeps a formula, or a number that was computed, and the punctuation that touches it on one line. Browsers break a
 * line between the two, since boxes are no words to them, and CSS cannot forbid it.
 *
 * In:  `for $x > 0$, and`
 * Out: `for <span class="unbroken"><span class="katex">…</span>,</span> and`
 */
export default function remarkUnbroken() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined || !isBox(node)) return undefined;
      const before = takeEnd(parent.children[index - 1]);
      const after = takeStart(parent.children[index + 1]);
      if (before === "" && after === "") return undefined;
      const pieces = [before, node, after].filter((piece) => piece !== "");
      const children = pieces.map((piece) => (typeof piece === "string" ? text(piece) : piece));
      (parent as Parent).children[index] = element("span", { className: ["unbroken"] }, children);
      return [SKIP, index + 1];
    });
  };
}

function isBox({ type, data }: Node): boolean {
  return type === "inlineMath" || (data !== undefined && "isNumber" in data);
}

function takeEnd(node: RootContent | Node | undefined): string {
  return take(node, opening, (value, found) => value.slice(0, value.length - found.length));
}

function takeStart(node: RootContent | Node | undefined): string {
  return take(node, closing, (value, found) => value.slice(found.length));
}

/** Takes punctuation out of a text beside a formula. */
function take(
  node: RootContent | Node | undefined,
  pattern: RegExp,
  rest: (value: string, found: string) => string,
): string {
  if (node?.type !== "text") return "";
  const neighbour = node as Text;
  const found = pattern.exec(neighbour.value)?.[0] ?? "";
  if (found !== "") neighbour.value = rest(neighbour.value, found);
  return found;
}
