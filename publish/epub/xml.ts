import { type DefaultTreeAdapterTypes, html } from "parse5";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

const namespaces = new Map<string, string>([
  [html.NS.SVG, "http://www.w3.org/2000/svg"],
  [html.NS.MATHML, "http://www.w3.org/1998/Math/MathML"],
]);

/** Is a node an element? */
export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** The value of an attribute. */
export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** Has an element one of these classes? */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const own = attributeOf(element, "class")?.split(/\s+/) ?? [];
  return names.some((name) => own.includes(name));
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

/** The text of a node and all below it. */
export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** A node of text. */
export function words(value: string): Element["childNodes"][number] {
  return { nodeName: "#text", value, parentNode: null };
}

/** A new element of MathML. */
export function mathElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  childNodes: readonly Node[] = [],
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = { nodeName: tagName, tagName, namespaceURI: html.NS.MATHML, attrs, parentNode: null };
  return { ...element, childNodes: childNodes as Element["childNodes"] };
}

/** A tree of HTML as XML; elements of another language carry their namespace. */
export function renderXml(node: Node, around: string = html.NS.HTML): string {
  if ("value" in node) return escapeText(node.value);
  const within = isElement(node) ? node.namespaceURI : around;
  const children =
    "childNodes" in node ? node.childNodes.map((child) => renderXml(child, within)).join("") : "";
  if (!isElement(node)) return children;
  const namespace = node.namespaceURI === around ? undefined : namespaces.get(node.namespaceURI);
  const start = [
    node.tagName,
    ...(namespace === undefined ? [] : [`xmlns="${namespace}"`]),
    ...node.attrs
      .filter(isWritable)
      .map(({ prefix, name, value }) => `${prefix ? `${prefix}:` : ""}${name}="${escapeAttribute(value)}"`),
  ].join(" ");
  return children === "" ? `<${start}/>` : `<${start}>${children}</${node.tagName}>`;
}

/** Text for XML, without the signs that XML has no way to write. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** A value for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

function isWritable({ name, prefix }: { name: string; prefix?: string }): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(name) && prefix !== "xmlns" && name !== "xmlns";
}

/** An id as a name of XML: `eq:kl` becomes `eq_3a_kl`. */
export function xmlId(id: string): string {
  const name = id.replaceAll(/[^\w.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}
