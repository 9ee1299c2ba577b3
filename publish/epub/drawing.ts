import { html } from "parse5";
import { ink, paper, resolveColours } from "./colours.ts";
import { attributeOf, type Element, isElement, type Node, xmlId } from "./xml.ts";

/** How far a figure's labels may stand out of it, in its own units. */
const bleed = 14;

/**
 * A drawing for a reader that knows nothing of the site's styles. It stands on paper of its own, with ink of its own,
 * whatever the reader's colours: half of them would otherwise be lost on a dark page.
 */
export function convertSvg(svg: Element): Element {
  const drawn = withoutStyles(svg);
  const box = attributeOf(drawn, "viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box === undefined || box.length !== 4 || !box.every(Number.isFinite)) return drawn;
  const [x = 0, y = 0, width = 0, height = 0] = box;
  const grown = [x - bleed, y - bleed, width + 2 * bleed, height + 2 * bleed];
  const [left, top, across, down] = grown.map(String);
  const attrs = drawn.attrs
    .filter(({ name }) => !["width", "height", "viewBox"].includes(name))
    .concat(
      { name: "width", value: `${across}` },
      { name: "height", value: `${down}` },
      { name: "viewBox", value: grown.join(" ") },
    );
  const ground = {
    ...element("rect"),
    attrs: Object.entries({ x: left, y: top, width: across, height: down, fill: paper }).map(
      ([name, value]) => ({ name, value: value ?? "" }),
    ),
  };
  return { ...drawn, attrs, childNodes: [ground, ...drawn.childNodes] };
}

function element(tagName: string): Element {
  return {
    nodeName: tagName,
    tagName,
    namespaceURI: html.NS.SVG,
    attrs: [],
    childNodes: [],
    parentNode: null,
  };
}

function withoutStyles(node: Element): Element {
  const children = node.childNodes.flatMap((child): Node[] => {
    if (!isElement(child)) return "value" in child ? [child] : [];
    return child.tagName === "style" ? [] : [withoutStyles(child)];
  });
  return { ...node, attrs: attributesOf(node), childNodes: children as Element["childNodes"] };
}

/** `paint-order` is known to style sheets only, in the SVG that EPUB takes. */
function attributesOf({ attrs }: Element): Element["attrs"] {
  return attrs
    .filter(({ name }) => !["font-variant", "tabindex"].includes(name) && !name.startsWith("data-"))
    .map(({ name, value, ...attribute }) => {
      if (name === "paint-order") return { ...attribute, name: "style", value: `paint-order: ${value}` };
      if (name === "id") return { ...attribute, name, value: xmlId(value) };
      const local = /url\((["']?)#([^"')]+)\1\)/g;
      const own = value.replaceAll(local, (_whole, _quote, id: string) => `url(#${xmlId(id)})`);
      return { ...attribute, name, value: resolveColours(own).replace(/^currentColor$/, ink) };
    });
}
