import { type DefaultTreeAdapterTypes, html, parse } from "parse5";

/** An element of a page with the places of its start tag and attributes in the text. */
export interface PageElement {
  readonly name: string;
  /** Offsets of the start tag, and of the end of the whole element. */
  readonly start: number;
  readonly startTagEnd: number;
  readonly end: number;
  /** Attributes by name as written (`xlink:href`), in order. */
  readonly attributes: ReadonlyMap<string, PageAttribute>;
  /** The text of a `script` or `style` element and its offset. */
  readonly content: string;
}

/** An attribute: its decoded value and the offsets of `name="value"`. */
export interface PageAttribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The elements of a page in document order, those inside templates included; elements without a tag are left out. */
export function parseElements(page: string): PageElement[] {
  const elements: PageElement[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [
    parse(page, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
  ];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ("tagName" in node) elements.push(...elementOf(node));
    pending.push(...childrenOf(node).toReversed());
  }
  return elements;
}

/** The value of an attribute of the first element of a name that has it, and another attribute's value if one is given. */
export function findElement(
  elements: readonly PageElement[],
  name: string,
  attribute: string,
  [key, value]: readonly [key?: string, value?: string] = [],
): string | undefined {
  const found = elements.find(
    (element) =>
      element.name === name &&
      element.attributes.has(attribute) &&
      (key === undefined || element.attributes.get(key)?.value === value),
  );
  return found?.attributes.get(attribute)?.value;
}

/** `name="value"` with the value escaped. */
export function renderAttribute(name: string, value: string): string {
  return `${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

function childrenOf(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.ChildNode[] {
  const template = "content" in node ? node.content.childNodes : [];
  return "childNodes" in node ? [...template, ...node.childNodes] : template;
}

function elementOf(element: DefaultTreeAdapterTypes.Element): PageElement[] {
  const location = element.sourceCodeLocation;
  if (!location?.startTag) return [];
  const attributes = new Map<string, PageAttribute>();
  for (const { name, prefix, value } of element.attrs) {
    const written = prefix ? `${prefix}:${name}` : name;
    const place = location.attrs?.[written.toLowerCase()];
    if (place) attributes.set(written, { value, start: place.startOffset, end: place.endOffset });
  }
  const { startOffset: start, endOffset: end, startTag } = location;
  const content = isText(element)
    ? element.childNodes.map((node) => ("value" in node ? node.value : ""))
    : [];
  return [
    {
      name: element.tagName,
      start,
      startTagEnd: startTag.endOffset,
      end,
      attributes,
      content: content.join(""),
    },
  ];
}

/** Elements whose content stands in the text as it is. */
function isText({ tagName, namespaceURI }: DefaultTreeAdapterTypes.Element): boolean {
  return (tagName === "script" || tagName === "style") && namespaceURI === html.NS.HTML;
}
