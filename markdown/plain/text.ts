import type { Node } from "unist";
import type { Macros } from "../document.ts";
import { plainTex } from "./tex.ts";

/**
 * What some nodes say as plain text: a formula as a readable line, an image as its alternative text, HTML not at all.
 *
 * In: `The *limit* at $\theta_1$`
 * Out: `The limit at θ₁`
 */
export function plainText(nodes: Node | readonly Node[], macros: Macros): string {
  const shown = Object.fromEntries(Object.entries(macros).map(([name, macro]) => [name, macro.shown]));
  return [nodes]
    .flat()
    .map((node) => textOf(node, shown))
    .join("");
}

function textOf(node: Node, shown: Readonly<Record<string, string>>): string {
  const { value, alt, children } = node as { value?: string; alt?: string; children?: readonly Node[] };
  if (node.type === "html") return "";
  if (node.type === "inlineMath" || node.type === "math") return plainTex(value ?? "", shown);
  return value ?? alt ?? (children ?? []).map((child) => textOf(child, shown)).join("");
}

/** Words of a quotation with their formulas as text; it writes them between dollars, or is one. */
export function plainQuote(quote: string, plain: (tex: string) => string): string {
  if (!quote.includes("$")) return /\\[A-Za-z]/.test(quote) ? plain(quote) : quote;
  return quote.replace(/\${1,2}([^$]+)\${1,2}/g, (_, tex: string) => plain(tex));
}
