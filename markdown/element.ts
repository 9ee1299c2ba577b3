import type { Properties } from "hast";
import type { Node, Parent } from "unist";

/** A node of the Markdown tree that stands for an HTML element of ours. */
export interface ElementNode extends Parent {
  readonly type: "element-of-ours";
  data: { hName: string; hProperties: Properties };
}

/** An HTML element with children that are still Markdown: `element("aside", {className: ["note"]}, [paragraph])`. */
export function element(name: string, properties: Properties, children: readonly Node[] = []): ElementNode {
  return {
    type: "element-of-ours",
    data: { hName: name, hProperties: properties },
    children: [...children],
  };
}

/** A text node. */
export function text(value: string): Node & { value: string } {
  return { type: "text", value };
}

/** Ready HTML that passes through the rest of the pipeline untouched. Never made from an author's text. */
export function raw(value: string): Node & { value: string } {
  return { type: "html", value };
}

/**
 * The marker that `segments.ts` later cuts the page at. No text of an author can be taken for one: in HTML, its `<` is
 * escaped, and in an attribute, its quotes are.
 */
export function hole(value: object): Node & { value: string } {
  return raw(`<!--ansatz-hole "${encodeURIComponent(JSON.stringify(value))}"-->`);
}

/** The marker that `segments.ts` later replaces by the page's formula with that index. */
export function formulaHole(index: number): Node & { value: string } {
  return raw(`<!--ansatz-formula "${index}"-->`);
}
