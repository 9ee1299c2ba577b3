import domino from "domino";
import { plainFormula } from "../../markdown/plain/formula.ts";
import { attributeOf, type Element, hasClass, isElement, type Node, renderXml } from "./xml.ts";

/** A place in a chapter that the table of contents lists, with what stands below it. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly children: readonly Heading[];
}

interface Entry {
  readonly level: number;
  readonly id: string;
  readonly title: string;
}

/** The parts of a chapter in its contents; the answers under review and the solutions below them get ids for it. */
export function nameBlocks(nodes: readonly Node[]): { nodes: Node[]; headings: readonly Heading[] } {
  const entries: Entry[] = [];
  let blocks = 0;
  const visit = (node: Node): Node => {
    if (!isElement(node)) return node;
    const id = attributeOf(node, "id");
    if (/^h[2-6]$/.test(node.tagName) && id !== undefined && id !== "footnote-label") {
      entries.push({ level: Number(node.tagName.slice(1)), id, title: plainText(node) });
    }
    const label = labelOf(node);
    const own = id ?? `block-${blocks + 1}`;
    if (label !== undefined) {
      blocks += 1;
      entries.push({ level: 7, id: own, title: label });
    }
    const attrs =
      label === undefined || id !== undefined ? node.attrs : [...node.attrs, { name: "id", value: own }];
    return { ...node, attrs, childNodes: node.childNodes.map(visit) as Element["childNodes"] };
  };
  return { nodes: nodes.map(visit), headings: nest(entries) };
}

/** `Grok’s answer`, `Solution`: the first words of a block's label, without what qualifies them. */
function labelOf(node: Element): string | undefined {
  if (!hasClass(node, "block-attempt", "block-solution")) return undefined;
  const label = findLabel(node);
  const [first] = label?.childNodes ?? [];
  const title = first !== undefined && "value" in first ? first.value.trim() : "";
  return title === "" ? undefined : title;
}

function findLabel(node: Element): Element | undefined {
  for (const child of node.childNodes.filter(isElement)) {
    const found = hasClass(child, "block-label") ? child : findLabel(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nest(entries: readonly Entry[]): Heading[] {
  const [first] = entries;
  if (first === undefined) return [];
  const next = entries.findIndex(({ level }, at) => at > 0 && level <= first.level);
  const end = next === -1 ? entries.length : next;
  const heading = { id: first.id, title: first.title, children: nest(entries.slice(1, end)) };
  return [heading, ...nest(entries.slice(end))];
}

/** The words of a heading; a formula as one readable line. */
function plainText(heading: Element): string {
  const html = heading.childNodes.map((node) => renderXml(node)).join("");
  const body = domino.createDocument(`<body>${html}</body>`).body;
  for (const math of Array.from(body.querySelectorAll("math"))) math.replaceWith(plainFormula(math));
  return (body.textContent ?? "").replaceAll(/[\s\u200b]+/g, " ").trim();
}
