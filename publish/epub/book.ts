import type { ArtefactRequest } from "../artefact.ts";
import type { MapPage } from "../course-map.ts";
import { findElement, type PageElement, parseElements } from "../html.ts";
import { type Choice, choiceNote } from "../linear/choice.ts";
import { type LinearPage, type LinearPages, readLinearPages } from "../linear/linear-pages.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";
import { type Chapter, renderChapter, renderDocument } from "./chapter.ts";
import { renderCover } from "./cover.ts";
import { identify } from "./identity.ts";
import { followInBook } from "./links.ts";
import { mathFace } from "./math-face.ts";
import { renderNavigation } from "./navigation.ts";
import { type Metadata, renderPackage } from "./package.ts";
import { Pictures } from "./pictures.ts";
import { readStyles } from "./styles.ts";
import { escapeText } from "./xml.ts";

/** The files of a book by path, in the order in which they are written. */
export type BookFiles = ReadonlyMap<string, Uint8Array | string>;

/** An assignment and its problems as a book. */
export async function renderBook(
  request: ArtefactRequest,
  assignment: MapPage,
  choice: Choice,
): Promise<BookFiles> {
  const pages = await readLinearPages(request, assignment, choice);
  const names = new Map([pages.host, ...pages.problems].map(({ page }, at) => [page.path, fileOf(at)]));
  const pictures = new Pictures(request.site);
  const chapters: Chapter[] = [];
  for (const page of [pages.host, ...pages.problems]) {
    chapters.push(await renderPage(request, page, names, pictures, page === pages.host ? choice : undefined));
  }
  for (const chapter of chapters) pages.audit(chapter.text, `the EPUB of ${assignment.address}`);
  const metadata = describe(request, pages, choice);
  const face = await mathFace(chapters.map(({ text }) => text));
  chapters.push(errataPage(pages.host, metadata));
  return new Map<string, Uint8Array | string>([
    ["META-INF/container.xml", container],
    ["book/package.opf", renderPackage(metadata, chapters, pictures.all, face !== undefined)],
    ["book/nav.xhtml", renderNavigation(metadata, chapters)],
    ["book/book.css", await readStyles(face !== undefined)],
    ["book/cover.png", await renderCover({ ...metadata, address: metadata.source })],
    ...chapters.map(({ file, text }) => [`book/${file}`, text] as const),
    ...pictures.all.map(({ file, bytes }) => [`book/${file}`, bytes] as const),
    ...(face === undefined ? [] : [["book/math.ttf", face] as const]),
  ]);
}

/** A page as a chapter; the first one says what the book was made of, and what was left out of it. */
async function renderPage(
  { site, provenance: { live } }: ArtefactRequest,
  { page, text }: LinearPage,
  chapters: ReadonlyMap<string, string>,
  pictures: Pictures,
  choice: Choice | undefined,
): Promise<Chapter> {
  // read first, for the tree is converted at one go
  const found = await pictures.read(page.path, text);
  const book = {
    follow: (href: string) => followInBook({ site, live, chapters }, page.path, href),
    picture: (src: string) => found.get(src),
  };
  const file = chapters.get(page.path) ?? "";
  const type = choice === undefined ? "bodymatter chapter" : "frontmatter titlepage";
  return renderChapter(
    text,
    { file, title: page.title, type },
    book,
    choice === undefined ? "" : imprint(text, choice),
  );
}

function fileOf(at: number): string {
  return at === 0 ? "title.xhtml" : `chapter-${at}.xhtml`;
}

function imprint(text: string, choice: Choice): string {
  const note = choiceNote(choice);
  return `<div class="imprint">${noteHtml(provenanceOf(headOf(text)))}${note === undefined ? "" : `<p>${escapeText(note)}</p>`}</div>`;
}

/** The last page: what the book was made of, and where its errata appear. */
function errataPage({ text }: LinearPage, { language }: Metadata): Chapter {
  const note = noteHtml(provenanceOf(headOf(text)));
  const title = "Errata";
  const body = `<main><section epub:type="errata" role="doc-errata"><h1>${title}</h1>${note}</section></main>`;
  return {
    file: "errata.xhtml",
    title,
    text: renderDocument({ title, language, type: "backmatter", body }),
    headings: [],
    hasMath: false,
    hasSvg: false,
  };
}

function describe(
  { site, provenance }: ArtefactRequest,
  { host, problems }: LinearPages,
  choice: Choice,
): Metadata {
  const { live } = provenance;
  const { address, title } = host.page;
  const head = headOf(host.text);
  const authors = problems.flatMap(({ text }) => metaOf(headOf(text), "author"));
  return {
    ...identify(provenance, { title: site.title, address }, choice),
    title,
    course: site.title,
    description: metaOf(head, "description")[0],
    authors: [...new Set(authors)],
    language: findElement(head, "html", "lang") ?? "en",
    source: live === undefined ? undefined : new URL(`${address}/`, live).href,
  };
}

/** The elements of a page's head; pages are long, and reading all of one is slow. */
function headOf(page: string): PageElement[] {
  return parseElements(page.slice(0, page.indexOf("</head>")));
}

function metaOf(elements: readonly PageElement[], name: string): string[] {
  return elements.flatMap(({ name: tag, attributes }) =>
    tag === "meta" && attributes.get("name")?.value === name ? (attributes.get("content")?.value ?? []) : [],
  );
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
