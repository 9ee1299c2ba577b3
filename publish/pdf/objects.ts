import type { PdfDocument } from "./document.ts";

/** The object that an entry of a dictionary refers to: `referred("/First 7 0 R", "First")` is 7. */
export function referred(dictionary: string, key: string): number | undefined {
  const [, number] = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** An object as it stands between `obj` and `endobj`; nothing where there is none of this number. */
export function objectAt({ objects }: PdfDocument, number: number | undefined): string {
  return objects.get(number ?? 0) ?? "";
}

/** An object without the bytes of its stream. */
export function withoutStream(content: string): string {
  const stream = content.search(/>>\s*stream\r?\n/);
  return stream === -1 ? content : content.slice(0, stream);
}

/** The dictionary from which everything else in a document is found. */
export function catalogOf(document: PdfDocument): string {
  return objectAt(document, referred(document.trailer, "Root"));
}

/** The object that an entry of the catalog refers to. */
export function rootOf(document: PdfDocument, key: string): string {
  return objectAt(document, referred(catalogOf(document), key));
}

/** A dictionary in which an entry refers to an object, the entry new or in the place of the one that was there. */
export function withReference(dictionary: string, key: string, number: number): string {
  const entry = `/${key} ${number} 0 R`;
  const old = new RegExp(`/${key} \\d+ 0 R`);
  return old.test(dictionary)
    ? dictionary.replace(old, () => entry)
    : dictionary.replace(/>>\s*$/, () => `\n${entry}>>`);
}

/** The highest number of an object. */
export function highest({ objects }: PdfDocument): number {
  let number = 0;
  for (const own of objects.keys()) number = Math.max(number, own);
  return number;
}

/** `7 0 R 9 0 R` */
export function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}

/** What stands between the brackets of an entry's array, or the single reference in its place. */
export function listOf(dictionary: string, key: string): string {
  const [, list, one] = new RegExp(`/${key} (?:\\[([^\\]]*)\\]|(\\d+ 0 R))`).exec(dictionary) ?? [];
  return list ?? one ?? "";
}

/** The numbers of the objects in a list of references. */
export function numbersIn(list: string): number[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** The pages of a document in order, as the numbers of their objects. */
export function pagesOf(document: PdfDocument): number[] {
  const root = referred(catalogOf(document), "Pages");
  const below = (number: number): number[] => {
    const content = objectAt(document, number);
    return content.includes("/Type /Pages") ? numbersIn(listOf(content, "Kids")).flatMap(below) : [number];
  };
  return root === undefined ? [] : below(root);
}

/** A place that links name: how it is written in the file, and where it is. */
export interface Destination {
  /** With its slash: `/eq:one`. */
  readonly name: string;
  /** `[22 0 R /XYZ 76.5 841 0]`. */
  readonly place: string;
}

/** The places of a document by the ids that they have in the page. */
export function destinationsOf(document: PdfDocument): Map<string, Destination> {
  const entries = rootOf(document, "Dests").matchAll(/(\/[^\s/[\]<>(){}%]+)\s*(\[[^\]]*\])/g);
  return new Map([...entries].map(([, name = "", place = ""]) => [idOf(name), { name, place }]));
}

/** A PDF name spells signs beyond ASCII as bytes, and Chromium a fragment of a URL besides: `/100#2525` is `100%`. */
function idOf(name: string): string {
  const bytes = name
    .slice(1)
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeURIComponent(Buffer.from(bytes, "latin1").toString("utf8"));
}
