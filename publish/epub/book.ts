import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { locate } from "../address.ts";
import type { ArtefactRequest } from "../artefact.ts";
import type { MapPage } from "../course-map.ts";
import { parseElements } from "../html.ts";
import { type Choice, choiceNote } from "../linear/choice.ts";
import { type LinearPage, type LinearPages, readLinearPages } from "../linear/linear-pages.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";
import { type Chapter, languageOf, renderChapter, renderDocument } from "./chapter.ts";
import { followInBook } from "./links.ts";
import { renderNavigation } from "./navigation.ts";
import { type Metadata, type Picture, renderPackage } from "./package.ts";

/** The files of a book by path, in the order in which they are written. */
export type BookFiles = ReadonlyMap<string, Uint8Array | string>;

const mediaTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
};

/** An assignment and its problems as a book. */
export async function renderBook(
  request: ArtefactRequest,
  assignment: MapPage,
  choice: Choice,
): Promise<BookFiles> {
  const pages = await readLinearPages(request, assignment, choice);
  const names = new Map([pages.host, ...pages.problems].map(({ page }, at) => [page.path, fileOf(at)]));
  const pictures = new Map<string, Picture>();
  const chapters: Chapter[] = [];
  for (const page of [pages.host, ...pages.problems]) {
    const more = page === pages.host ? imprint(page, choice) : "";
    chapters.push(await renderPage(request, page, names, pictures, more));
  }
  for (const chapter of chapters) pages.audit(chapter.text, `the EPUB of ${assignment.address}`);
  const metadata = describe(request, pages, choice);
  chapters.push(errataPage(pages.host, metadata));
  return new Map<string, Uint8Array | string>([
    ["META-INF/container.xml", container],
    ["book/package.opf", renderPackage(metadata, chapters, [...pictures.values()])],
    ["book/nav.xhtml", renderNavigation(metadata, chapters)],
    ["book/book.css", await readFile(new URL("book.css", import.meta.url))],
    ...chapters.map(({ file, text }) => [`book/${file}`, text] as const),
    ...[...pictures.values()].map(({ file, bytes }) => [`book/${file}`, bytes] as const),
  ]);
}

/** Reads the pictures of a page first, for the tree is converted at one go. */
async function renderPage(
  { site, provenance: { live } }: ArtefactRequest,
  { page, text }: LinearPage,
  chapters: ReadonlyMap<string, string>,
  pictures: Map<string, Picture>,
  more: string,
): Promise<Chapter> {
  const found = new Map<string, string>();
  for (const { name, attributes } of parseElements(text)) {
    const src = name === "img" ? attributes.get("src")?.value : undefined;
    const target = src === undefined ? undefined : locate(site, page.path, src);
    const mediaType = target?.kind === "file" ? mediaTypes[extname(target.path).toLowerCase()] : undefined;
    if (src === undefined || target?.kind !== "file" || mediaType === undefined) continue;
    const file =
      pictures.get(target.path)?.file ?? `picture-${pictures.size + 1}${extname(target.path).toLowerCase()}`;
    pictures.set(target.path, { file, mediaType, bytes: await readFile(join(site.folder, target.path)) });
    found.set(src, file);
  }
  const book = {
    follow: (href: string) => followInBook({ site, live, chapters }, page.path, href),
    picture: (src: string) => found.get(src),
  };
  return renderChapter(text, chapters.get(page.path) ?? "", page.title, book, more);
}

function fileOf(at: number): string {
  return at === 0 ? "title.xhtml" : `chapter-${at}.xhtml`;
}

function imprint({ text }: LinearPage, choice: Choice): string {
  const note = choiceNote(choice);
  return `<div class="imprint">${noteHtml(provenanceOf(parseElements(text)))}${note === undefined ? "" : `<p>${note}</p>`}</div>`;
}

/** The last page: what the book was made of, and where its errata appear. */
function errataPage({ text }: LinearPage, { language }: Metadata): Chapter {
  const body = `<main><h1>Errata</h1>${noteHtml(provenanceOf(parseElements(text)))}</main>`;
  const title = "Errata";
  return {
    file: "errata.xhtml",
    title,
    text: renderDocument(title, language, body),
    headings: [],
    hasMath: false,
    hasSvg: false,
  };
}

function describe({ site, provenance }: ArtefactRequest, { host }: LinearPages, choice: Choice): Metadata {
  const { live, commit, build } = provenance;
  const source = live === undefined ? undefined : new URL(`${host.page.address}/`, live).href;
  const version = `${commit ?? ""} ${build} ${choice.solutions} ${choice.hints}`;
  return {
    identifier: `urn:uuid:${uuidOf(`${source ?? `${site.title}/${host.page.address}`} ${version}`)}`,
    title: host.page.title,
    course: site.title,
    language: languageOf(host.text),
    source,
    modified: "1980-01-01T00:00:00Z",
  };
}

/** A UUID of a text (version 8 of RFC 9562: made by a rule of one's own, here SHA-256). */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
