import { distinct } from "./distinct.ts";
import type { PdfDocument } from "./document.ts";
import {
  catalogOf,
  destinationsOf,
  highest,
  listOf,
  numbersIn,
  objectAt,
  references,
  referred,
  withoutStream,
  withReference,
} from "./objects.ts";
import { readOutline, writeOutline } from "./outline.ts";

/** Where a link to a place in another part leads until the parts are joined; `#` and the place's id follow. */
export const elsewhere = "http://printout.invalid/elsewhere";

/** What Chromium printed of a document, and the words of the headings that are on it. */
export interface PrintedPart {
  readonly document: PdfDocument;
  readonly headings: readonly string[];
}

/**
 * The parts of a document as one: pages, places that links name, tags and outline, in order. What the first part says
 * of itself stays; what nothing refers to any more is left out.
 */
export function joinParts(parts: readonly PrintedPart[]): PdfDocument {
  const own = distinct(parts.map(({ document }) => document));
  const joined: PdfDocument = {
    objects: new Map(own.flatMap(({ objects }) => [...objects])),
    trailer: own[0]?.trailer ?? "",
  };
  joinPages(joined, own);
  joinPlaces(joined, own);
  joinTags(joined, own);
  const outlines = own.map((part, at) => readOutline(part, parts[at]?.headings ?? []));
  writeOutline(joined, outlines.flat());
  resolveLinks(joined);
  return { objects: reachable(joined), trailer: joined.trailer };
}

/** Adds an object. Returns its number. */
function add(document: PdfDocument, content: string): number {
  const number = highest(document) + 1;
  document.objects.set(number, content);
  return number;
}

function setRoot(joined: PdfDocument, key: string, number: number): void {
  const catalog = referred(joined.trailer, "Root") ?? 0;
  joined.objects.set(catalog, withReference(catalogOf(joined), key, number));
}

/** One tree of pages above those of the parts. */
function joinPages(joined: PdfDocument, parts: readonly PdfDocument[]): void {
  const trees = parts.flatMap((part) => referred(catalogOf(part), "Pages") ?? []);
  const counts = trees.map((tree) => Number(/\/Count (\d+)/.exec(objectAt(joined, tree))?.[1] ?? 0));
  const count = counts.reduce((sum, each) => sum + each, 0);
  const root = add(joined, `<</Type /Pages\n/Count ${count}\n/Kids [${references(trees)}]>>`);
  for (const tree of trees) joined.objects.set(tree, withReference(objectAt(joined, tree), "Parent", root));
  setRoot(joined, "Pages", root);
}

/** A place that two parts have, as the top of the page, is that of the first. */
function joinPlaces(joined: PdfDocument, parts: readonly PdfDocument[]): void {
  const places = new Map(parts.toReversed().flatMap((part) => [...destinationsOf(part)]));
  const ordered = parts.flatMap((part) => [...destinationsOf(part).keys()]);
  const lines = [...new Set(ordered)].flatMap((id) => {
    const found = places.get(id);
    return found === undefined ? [] : [`${found.name} ${found.place}`];
  });
  if (lines.length > 0) setRoot(joined, "Dests", add(joined, `<<${lines.join("\n")}>>`));
}

/** The first part's tree of tags with those of the others in it: a document has one root, and one table for its pages. */
function joinTags(joined: PdfDocument, parts: readonly PdfDocument[]): void {
  const roots = parts.flatMap((part) => referred(catalogOf(part), "StructTreeRoot") ?? []);
  const [first] = roots;
  if (first === undefined) return;
  const contents = roots.map((root) => objectAt(joined, root));
  const documents = contents.flatMap((content) => numbersIn(listOf(content, "K")));
  const [document = 0, ...others] = documents;
  for (const other of others) {
    const grouped = objectAt(joined, other).replace("/S /Document", "/S /NonStruct");
    joined.objects.set(other, withReference(grouped, "P", document));
  }
  const tags = objectAt(joined, document);
  const children = [listOf(tags, "K"), ...others.map((other) => `${other} 0 R`)].join(" ").trim();
  joined.objects.set(
    document,
    tags.replace(/\/K (?:\[[^\]]*\]|\d+ 0 R)|(?=>>\s*$)/, () => `\n/K [${children}]`),
  );
  let key = 0;
  const rows = contents.map((content) => {
    const list = listOf(objectAt(joined, referred(content, "ParentTree")), "Nums");
    const shifted = list.replaceAll(/(\d+) (\d+ 0 R)/g, (_, own, entry) => `${Number(own) + key} ${entry}`);
    key += Number(/\/ParentTreeNextKey (\d+)/.exec(content)?.[1] ?? 0);
    return shifted;
  });
  const table = add(joined, `<</Type /ParentTree\n/Nums [${rows.join(" ")}]>>`);
  const cells = contents.map((content) => listOf(objectAt(joined, referred(content, "IDTree")), "Kids"));
  const names = cells.filter((list) => list !== "").join(" ");
  let root = objectAt(joined, first).replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${key}`);
  root = withReference(root, "ParentTree", table);
  if (names !== "") root = withReference(root, "IDTree", add(joined, `<</Kids [${names}]>>`));
  joined.objects.set(first, root);
}

const crossing = new RegExp(
  `/A <</Type /Action\\s*/S /URI\\s*/URI \\(${RegExp.escape(elsewhere)}#((?:\\\\.|[^\\\\)])*)\\)>>`,
);

/** Links from part to part lead to their places. One to a place that no part has leads nowhere. */
function resolveLinks(joined: PdfDocument): void {
  const places = destinationsOf(joined);
  for (const [number, content] of joined.objects) {
    if (!content.includes(elsewhere)) continue;
    const resolved = content.replace(crossing, (_, fragment: string) => {
      const place = places.get(decodeURIComponent(fragment.replaceAll(/\\(.)/g, "$1")));
      return place === undefined ? "" : `/Dest ${place.name}`;
    });
    joined.objects.set(number, resolved);
  }
}

/** The objects to which something leads from the trailer. */
function reachable(document: PdfDocument): Map<number, string> {
  const found = new Set<number>();
  const pending = numbersIn(document.trailer);
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    if (found.has(number)) continue;
    found.add(number);
    for (const next of numbersIn(withoutStream(objectAt(document, number)))) pending.push(next);
  }
  return new Map([...document.objects].filter(([number]) => found.has(number)));
}
