import { type PdfDocument, pdfString, writeDocument } from "./document.ts";
import { joinParts, type PrintedPart } from "./join.ts";
import { objectAt, referred } from "./objects.ts";

/** What Chromium does not know of a document. */
export interface Finish {
  /** What the file says of itself. */
  readonly title: string;
  readonly subject: string;
}

/** Stands before the alternative text of a formula: a picture to Chromium. It is of Unicode's private use. */
export const formulaMark = "\ue000";

/**
 * What Chromium printed as one document, formulas tagged as formulas, and without dates and the name of a machine, so
 * that equal pages give equal bytes with the same Chromium.
 */
export function finishPdf(parts: readonly PrintedPart[], finish: Finish): Uint8Array {
  const document = joinParts(parts);
  tagFormulas(document);
  const info = referred(document.trailer, "Info");
  const producer = /\/Producer \((?:\\.|[^\\)])*\)/.exec(objectAt(document, info))?.[0] ?? "";
  if (info !== undefined) {
    const said = `/Title ${pdfString(finish.title)} /Subject ${pdfString(finish.subject)}`;
    document.objects.set(info, `<<${said} /Creator (Ansatz) ${producer}>>`);
  }
  return writeDocument(document);
}

function tagFormulas({ objects }: PdfDocument): void {
  for (const [number, content] of objects) {
    if (!content.includes("/S /Figure") || !content.includes("/Alt <FEFFE000")) continue;
    const tagged = content.replace("/S /Figure", "/S /Formula").replace("/Alt <FEFFE000", "/Alt <FEFF");
    objects.set(number, tagged);
  }
}
