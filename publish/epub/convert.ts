import { type DefaultTreeAdapterTypes, html } from "parse5";
import { resolveColours } from "./palette.ts";
import { attributeOf, type Element, hasClass, isElement, type Node } from "./xml.ts";

/** What a chapter knows of the book: where a link leads, or (undefined) that it leads nowhere. */
export interface Conversion {
  readonly follow: (href: string) => string | undefined;
  /** The path of a picture in the book, which is added to it; undefined where the site has no such file. */
  readonly picture: (src: string) => string | undefined;
}

/** Attributes of HTML that mean something in a book. */
const kept =
  /^(id|class|lang|dir|title|href|src|alt|colspan|rowspan|scope|headers|start|reversed|value|datetime|cite|aria-(label|labelledby|describedby|hidden)|data-verdict)$/;

/** What a book has no use for, and what KaTeX sets for the eye: the formulas are there as MathML. */
const dropped = ["katex-html", "notes-switch", "live-code", "status", "check-panel"];
const droppedNames = new Set(["button", "input", "select", "script", "style", "template", "link", "meta"]);

/** The nodes of a book that stand for a node of the site's page. */
export function convert(node: Node, book: Conversion): Node[] {
  if (!isElement(node)) return "value" in node ? [node] : [];
  if (node.namespaceURI !== html.NS.HTML) return [convertForeign(node)];
  if (hasClass(node, ...dropped) || (droppedNames.has(node.tagName) && !hasClass(node, "number"))) return [];
  if (hasClass(node, "katex")) return formulaOf(node);
  if (node.tagName === "details" && hasClass(node, "check")) return [checkOf(node)];
  if (hasClass(node, "sign")) return signOf(node, book);
  const children = node.childNodes.flatMap((child) => convert(child, book));
  const element = { ...node, ...rename(node), childNodes: children as Element["childNodes"] };
  return [{ ...element, attrs: attributesOf(element, book) }];
}

/** Folded text stands open; elements of our own are divisions. */
function rename(node: Element): { tagName: string; nodeName: string } {
  const { tagName } = node;
  const isGone = tagName === "a" && attributeOf(node, "href") === undefined;
  const name = isGone
    ? "span"
    : ({ details: "section", summary: "p", "ansatz-figure": "div", button: "span" }[tagName] ?? tagName);
  return { tagName: name, nodeName: name };
}

function attributesOf(element: Element, book: Conversion): Element["attrs"] {
  return element.attrs.flatMap((attribute) => {
    const { name, value } = attribute;
    if (!kept.test(name)) return [];
    if (name === "id") return [{ ...attribute, value: xmlId(value) }];
    if (name === "href" || name === "src") {
      const found = name === "href" ? book.follow(value) : book.picture(value);
      return found === undefined ? [] : [{ ...attribute, value: found }];
    }
    if (name === "aria-labelledby" || name === "aria-describedby" || name === "headers") {
      return [{ ...attribute, value: value.split(/\s+/).map(xmlId).join(" ") }];
    }
    return [attribute];
  });
}

/** A formula as KaTeX wrote it in MathML, with its TeX as the words of a reader that knows no MathML. */
function formulaOf(node: Element): Node[] {
  const math = findElement(node, "math");
  if (math === undefined) return [];
  const annotation = findElement(math, "annotation");
  const tex = annotation?.childNodes.map((child) => ("value" in child ? child.value : "")).join("") ?? "";
  const attrs = [
    ...math.attrs.filter(({ name }) => name !== "xmlns"),
    { name: "alttext", value: tex.trim() },
  ];
  return [{ ...convertForeign(math), attrs }];
}

/** What a check found, in the words that a screen reader is told. */
function checkOf(node: Element): Element {
  const summary = findElement(node, "summary");
  const value = (summary && attributeOf(summary, "aria-label")) ?? "";
  const attrs = [{ name: "class", value: "check-words" }];
  return { ...node, tagName: "p", nodeName: "p", attrs, childNodes: [wordsOf(node, value)] };
}

/** The sign behind a claim: the claim's name, or a star, as a link to the note. */
function signOf(node: Element, book: Conversion): Node[] {
  const id = attributeOf(node, "href")?.replace(/^#note-/, "") ?? "";
  const words = attributeOf(node, "data-by") === undefined ? id : "*";
  return [{ ...node, attrs: attributesOf(node, book), childNodes: [wordsOf(node, words)] }];
}

function wordsOf(parentNode: Element, value: string): DefaultTreeAdapterTypes.TextNode {
  return { nodeName: "#text", value, parentNode };
}

/** MathML and SVG stay, without what only the site's own styles understand. */
function convertForeign(node: Element): Element {
  const children = node.childNodes.flatMap((child): Node[] => {
    if (!isElement(child)) return "value" in child ? [child] : [];
    return child.tagName === "style" ? [] : [convertForeign(child)];
  });
  // KaTeX wraps what stands over a sign in a sign of its own, which MathML does not allow
  const isWrapped = node.tagName === "mo" && node.childNodes.some(isElement);
  const name = isWrapped ? { tagName: "mrow", nodeName: "mrow" } : {};
  return { ...node, ...name, attrs: foreignAttributes(node), childNodes: children as Element["childNodes"] };
}

/** `paint-order` is known to style sheets only, in the SVG that EPUB takes. */
function foreignAttributes({ attrs }: Element): Element["attrs"] {
  return attrs
    .filter(({ name }) => !["font-variant", "tabindex"].includes(name) && !name.startsWith("data-"))
    .map(({ name, value, ...attribute }) => {
      if (name === "paint-order") return { ...attribute, name: "style", value: `paint-order: ${value}` };
      if (name === "id") return { ...attribute, name, value: xmlId(value) };
      const local = /url\((["']?)#([^"')]+)\1\)/g;
      const own = value.replaceAll(local, (_whole, _quote, id: string) => `url(#${xmlId(id)})`);
      return { ...attribute, name, value: resolveColours(own) };
    });
}

/** The first element of a name below a node. */
export function findElement(node: Element, name: string): Element | undefined {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    const found = child.tagName === name ? child : findElement(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An id as a name of XML: `eq:kl` becomes `eq_3a_kl`. */
export function xmlId(id: string): string {
  const name = id.replaceAll(/[^\w.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}
