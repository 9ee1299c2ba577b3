import { type Element, isElement, mathElement, textOf } from "../xml.ts";

/** U+2061, which KaTeX writes behind the name of a function. */
const application = "\u2061";

/**
 * The parts of a row with a thin space before and behind each function (`2 log x`), as TeX sets them, but none beside
 * an operator, which has its own, or a bracket. MathML has no such rule.
 */
export function spaceFunctions(nodes: readonly Element[]): Element[] {
  return nodes.flatMap((node, at) => {
    const before = nodes[at - 1];
    const behind = nodes[at + 1];
    const start = isFunction(node, behind) && before !== undefined && !isSign(before);
    const isEnd = isApplication(node) || isScriptedFunction(node);
    const end = isEnd && behind !== undefined && behind.tagName !== "mo" && !isSpace(behind);
    // two functions share the space between them
    const isNext = behind !== undefined && isFunction(behind, nodes[at + 2]);
    return [...(start ? [thinSpace()] : []), node, ...(end && !isNext ? [thinSpace()] : [])];
  });
}

function thinSpace(): Element {
  return mathElement("mspace", { width: "0.1667em" });
}

function isFunction(node: Element, behind: Element | undefined): boolean {
  return isScriptedFunction(node) || (behind !== undefined && isApplication(behind));
}

function isApplication(node: Element): boolean {
  return node.tagName === "mo" && textOf(node) === application;
}

/** A function's name with scripts or limits: its application stands within its base. */
function isScriptedFunction(node: Element): boolean {
  const base = node.childNodes.find(isElement);
  if (!/^m(?:sub|sup|subsup|under|over|underover)$/.test(node.tagName) || base === undefined) return false;
  return isScriptedFunction(base) || base.childNodes.filter(isElement).some(isApplication);
}

/** An operator or an opening bracket, or a space; a closing bracket is none. */
function isSign(node: Element): boolean {
  if (isApplication(node)) return false;
  if (node.tagName === "mo") return !/^[)\]}⟩⌋⌉!]$/u.test(textOf(node));
  return isSpace(node);
}

function isSpace(node: Element): boolean {
  return node.tagName === "mspace" || (node.tagName === "mtext" && textOf(node).trim() === "");
}
