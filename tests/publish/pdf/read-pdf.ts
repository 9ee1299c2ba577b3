import { spawnSync } from "node:child_process";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader, or a reader's program, finds in a PDF. */
export interface ReadPdf {
  readonly title: unknown;
  readonly info: Readonly<Record<string, unknown>>;
  readonly isTagged: boolean;
  readonly pages: number;
  /** Titles of the outline, two spaces for each step down. */
  readonly outline: readonly string[];
  /** Addresses of the links that leave the document. */
  readonly addresses: readonly string[];
  /** The pages, from 0, at which its other links arrive; undefined for one that leads nowhere. */
  readonly arrivals: readonly (number | undefined)[];
  /** Roles in the tree of tags, and alternative texts by role. */
  readonly roles: ReadonlySet<string>;
  readonly alternatives: readonly (readonly [role: string, text: string])[];
  /** Runs of text with the places of their ends, in millimetres from the left edge. */
  readonly runs: readonly {
    readonly text: string;
    readonly page: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  const found = {
    info,
    title: info["Title"],
    isTagged: isMarked(await pdf.getMarkInfo()),
    pages: pdf.numPages,
    outline: outlineOf((await pdf.getOutline()) ?? [], ""),
    ...(await linksOf(pdf)),
    ...(await tagsOf(pdf)),
    runs: await runsOf(pdf),
  };
  await task.destroy();
  return found;
}

/** pdf.js 6 gives a `Map` where its types promise an object. */
function isMarked(mark: unknown): boolean {
  return mark instanceof Map && mark.get("Marked") === true;
}

/** Text without spaces and hyphens, which line breaks change. */
export function squeeze(text: string): string {
  return text.normalize("NFKD").replaceAll(/[\s\u00ad\u200b\u2060-]/g, "");
}

/** All words of a PDF, squeezed. */
export function textOf({ runs }: ReadPdf): string {
  return squeeze(runs.map(({ text }) => text).join(""));
}

/** Whether poppler's `pdftotext` reads the file without a complaint; undefined where it is not installed. */
export function popplerComplains(path: string): string | undefined {
  const { error, stderr } = spawnSync("pdftotext", [path, "-"], { encoding: "utf8" });
  return error === undefined ? stderr : undefined;
}

type Entries = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

function outlineOf(entries: Entries, indent: string): string[] {
  return entries.flatMap(({ title, items }) => [indent + title, ...outlineOf(items, `${indent}  `)]);
}

async function pagesOf(pdf: PDFDocumentProxy) {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
}

async function linksOf(pdf: PDFDocumentProxy) {
  const annotations = (await Promise.all((await pagesOf(pdf)).map((page) => page.getAnnotations()))).flat();
  const links = annotations.filter(({ subtype }) => subtype === "Link");
  const inside = links.filter(({ dest }) => dest !== undefined && dest !== null);
  const arrivals = inside.map(async ({ dest }) => {
    const [page] = (typeof dest === "string" ? await pdf.getDestination(dest) : dest) ?? [];
    return page === undefined || page === null ? undefined : pdf.getPageIndex(page);
  });
  return {
    addresses: links.flatMap(({ url, unsafeUrl }): string[] => url ?? unsafeUrl ?? []),
    arrivals: await Promise.all(arrivals),
  };
}

async function tagsOf(pdf: PDFDocumentProxy) {
  const roles = new Set<string>();
  const alternatives: [string, string][] = [];
  const pending: unknown[] = await Promise.all((await pagesOf(pdf)).map((page) => page.getStructTree()));
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const role = "role" in node ? String(node.role) : "";
    roles.add(role);
    if ("alt" in node && typeof node.alt === "string") alternatives.push([role, node.alt]);
    if ("children" in node && Array.isArray(node.children)) pending.push(...node.children);
  }
  return { roles, alternatives };
}

async function runsOf(pdf: PDFDocumentProxy) {
  const contents = await Promise.all((await pagesOf(pdf)).map((page) => page.getTextContent()));
  const millimetres = 25.4 / 72;
  return contents.flatMap(({ items }, page) =>
    items.flatMap((item) => {
      if (!("str" in item)) return [];
      const from = Number(item.transform[4]) * millimetres;
      return [{ text: item.str, page, from, to: from + item.width * millimetres }];
    }),
  );
}
