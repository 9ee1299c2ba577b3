import { type PdfDocument, pdfString } from "./document.ts";
import { catalogOf, highest, objectAt, referred, withReference } from "./objects.ts";

/** A heading in the outline of a document. */
export interface OutlineEntry {
  /** 1 for the highest. */
  readonly level: number;
  /** As the file has it: `(One)`, `<FEFF…>`. */
  readonly title: string;
  /** Where it leads, as entries of a dictionary. */
  readonly target: string;
}

/**
 * The outline that Chromium wrote, with the headings' own words: it leaves out the space behind a heading's letter, and
 * has a formula twice. Where it has other entries than there are headings, its own words stay.
 */
export function readOutline(document: PdfDocument, headings: readonly string[]): OutlineEntry[] {
  const entries = entriesBelow(document, referred(catalogOf(document), "Outlines"));
  return entries.map((entry, at) => {
    const words = entries.length === headings.length ? headings[at] : undefined;
    const own = /\/Title (\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(entry)?.[1] ?? "()";
    return {
      level: levelOf(document, entry),
      title: words === undefined ? own : pdfString(words),
      target: targetOf(entry),
    };
  });
}

/** An entry without its title, whose words may look like entries. */
function wordless(entry: string): string {
  return entry.replace(/\/Title (?:\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/, "");
}

/** The entries in the order in which a reader meets them. */
function entriesBelow(document: PdfDocument, parent: number | undefined): string[] {
  const entries: string[] = [];
  let next = referred(wordless(objectAt(document, parent)), "First");
  while (next !== undefined) {
    const entry = objectAt(document, next);
    entries.push(entry, ...entriesBelow(document, next));
    next = referred(wordless(entry), "Next");
  }
  return entries;
}

/** An entry names the tag of its heading: `H2` is of level 2. */
function levelOf(document: PdfDocument, entry: string): number {
  return Number(/\/S \/H(\d)/.exec(objectAt(document, referred(wordless(entry), "SE")))?.[1] ?? 1);
}

function targetOf(entry: string): string {
  return ["Dest (?:\\[[^\\]]*\\]|/\\S+)", "SE \\d+ 0 R"]
    .flatMap((pattern) => new RegExp(`/${pattern}`).exec(wordless(entry)) ?? [])
    .join("\n");
}

/** An entry and those below it; the outline itself is one without an entry. */
interface Node {
  readonly entry?: OutlineEntry;
  readonly parent?: Node;
  readonly children: Node[];
}

/** Gives a document an outline, each entry below the last one of a higher level, all of them open. */
export function writeOutline(document: PdfDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const nodes = preorder(nest(entries));
  const from = highest(document) + 1;
  const numbers = new Map(nodes.map((node, index) => [node, from + index]));
  for (const [node, number] of numbers) document.objects.set(number, render(node, numbers));
  const root = referred(document.trailer, "Root") ?? 0;
  document.objects.set(root, withReference(catalogOf(document), "Outlines", from));
}

function nest(entries: readonly OutlineEntry[]): Node {
  const top: Node = { children: [] };
  const path = [top];
  for (const entry of entries) {
    while ((path.at(-1)?.entry?.level ?? 0) >= entry.level) path.pop();
    const parent = path.at(-1) ?? top;
    const node = { entry, parent, children: [] };
    parent.children.push(node);
    path.push(node);
  }
  return top;
}

function preorder(node: Node): Node[] {
  return [node, ...node.children.flatMap(preorder)];
}

function render(node: Node, numbers: ReadonlyMap<Node, number>): string {
  const { entry, parent, children } = node;
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(node);
  const reference = (key: string, to: Node | undefined) => {
    const number = to === undefined ? undefined : numbers.get(to);
    return number === undefined ? [] : [`/${key} ${number} 0 R`];
  };
  const lines = [
    ...(entry === undefined ? ["/Type /Outlines"] : [`/Title ${entry.title}`, entry.target]),
    ...reference("Parent", parent),
    ...reference("Prev", siblings[at - 1]),
    ...reference("Next", siblings[at + 1]),
    ...reference("First", children[0]),
    ...reference("Last", children.at(-1)),
    ...(children.length === 0 ? [] : [`/Count ${preorder(node).length - 1}`]),
  ];
  return `<<${lines.join("\n")}>>`;
}
