import { type PdfDocument, pdfString, readDocument, referred, writeDocument } from "./document.ts";

/** What Chromium does not know of a document. */
export interface Finish {
  /** The words of the outline's entries, in order. */
  readonly headings: readonly string[];
  /** What the file says of itself: title, subject. */
  readonly title: string;
  readonly subject: string;
}

/** Stands before the alternative text of a formula: a picture to Chromium. It is of Unicode's private use. */
export const formulaMark = "\ue000";

/**
 * Chromium's document with its own words in the outline, formulas tagged as formulas, and without dates and the name of
 * a machine, so that equal pages give equal bytes with the same Chromium.
 */
export function finishPdf(pdf: Uint8Array, finish: Finish): Uint8Array {
  const document = readDocument(pdf);
  tagFormulas(document);
  nameOutline(document, finish.headings);
  const info = referred(document.trailer, "Info");
  const producer = /\/Producer \((?:\\.|[^\\)])*\)/.exec(document.objects.get(info ?? 0) ?? "")?.[0] ?? "";
  if (info !== undefined) {
    const said = `/Title ${pdfString(finish.title)} /Subject ${pdfString(finish.subject)}`;
    document.objects.set(info, `<<${said} /Creator (Ansatz) ${producer}>>`);
  }
  return writeDocument(document);
}

function tagFormulas({ objects }: PdfDocument): void {
  for (const [number, content] of objects) {
    if (!content.includes("/Alt <FEFFE000")) continue;
    const tagged = content.replace("/S /Figure", "/S /Formula").replace("/Alt <FEFFE000", "/Alt <FEFF");
    objects.set(number, tagged);
  }
}

/** Chromium writes a heading's letter without the space behind it, and a formula in it twice. */
function nameOutline({ objects, trailer }: PdfDocument, headings: readonly string[]): void {
  const catalog = objects.get(referred(trailer, "Root") ?? 0) ?? "";
  const entries = entriesBelow(objects, referred(catalog, "Outlines"));
  if (entries.length !== headings.length) return;
  for (const [at, number] of entries.entries()) {
    const title = `/Title ${pdfString(headings[at] ?? "")}`;
    const entry = objects.get(number) ?? "";
    objects.set(
      number,
      entry.replace(/\/Title (?:\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/, () => title),
    );
  }
}

/** The numbers of an outline's entries in the order in which a reader meets them. */
function entriesBelow(objects: PdfDocument["objects"], parent: number | undefined): number[] {
  const entries: number[] = [];
  let next = parent === undefined ? undefined : referred(objects.get(parent) ?? "", "First");
  while (next !== undefined) {
    entries.push(next, ...entriesBelow(objects, next));
    next = referred(objects.get(next) ?? "", "Next");
  }
  return entries;
}
