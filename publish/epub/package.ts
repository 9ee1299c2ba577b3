import { accessibilityOf } from "./accessibility.ts";
import type { Chapter } from "./chapter.ts";
import type { Identity } from "./identity.ts";
import type { Picture } from "./pictures.ts";
import { escapeAttribute, escapeText } from "./xml.ts";

/** What a book says of itself. */
export interface Metadata extends Identity {
  readonly title: string;
  readonly course: string;
  readonly description: string | undefined;
  readonly authors: readonly string[];
  readonly language: string;
  /** The page that is kept up to date. */
  readonly source: string | undefined;
}

/** The package document. The first chapter is the title page, behind which the contents stand. */
export function renderPackage(
  book: Metadata,
  chapters: readonly Chapter[],
  pictures: readonly Picture[],
  hasFace: boolean,
): string {
  const lang = escapeAttribute(book.language);
  const [title = "", ...others] = chapters.map((_, at) => `chapter-${at + 1}`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}" prefix="schema: http://schema.org/">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...describe(book),
    ...accessibilityOf(chapters, pictures.length > 0).map(
      ([property, value]) => `<meta property="${property}">${escapeText(value)}</meta>`,
    ),
    '<meta name="cover" content="cover"/>',
    "</metadata>",
    "<manifest>",
    '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>',
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="book.css" media-type="text/css"/>',
    ...(hasFace ? ['<item id="math-face" href="math.ttf" media-type="font/ttf"/>'] : []),
    ...chapters.map(renderItem),
    ...pictures.map(
      ({ file, mediaType }, at) =>
        `<item id="picture-${at + 1}" href="${escapeAttribute(file)}" media-type="${mediaType}"/>`,
    ),
    "</manifest>",
    `<spine>${[title, "nav", ...others].map((id) => `<itemref idref="${id}"/>`).join("")}</spine>`,
    "</package>",
    "",
  ].join("\n");
}

function describe(book: Metadata): string[] {
  // a library shows one line: “Homework” alone says nothing there
  const title = book.title === book.course ? book.title : `${book.title} · ${book.course}`;
  return [
    `<dc:identifier id="id">${escapeText(book.identifier)}</dc:identifier>`,
    `<dc:title>${escapeText(title)}</dc:title>`,
    ...book.authors.map((name) => `<dc:creator>${escapeText(name)}</dc:creator>`),
    `<dc:language>${escapeText(book.language)}</dc:language>`,
    ...(book.description === undefined
      ? []
      : [`<dc:description>${escapeText(book.description)}</dc:description>`]),
    ...(book.source === undefined ? [] : [`<dc:source>${escapeText(book.source)}</dc:source>`]),
    `<meta property="belongs-to-collection" id="course">${escapeText(book.course)}</meta>`,
    '<meta refines="#course" property="collection-type">set</meta>',
    `<meta property="dcterms:modified">${book.modified}</meta>`,
  ];
}

function renderItem({ file, hasMath, hasSvg }: Chapter, at: number): string {
  const properties = [...(hasMath ? ["mathml"] : []), ...(hasSvg ? ["svg"] : [])].join(" ");
  const attribute = properties === "" ? "" : ` properties="${properties}"`;
  return `<item id="chapter-${at + 1}" href="${escapeAttribute(file)}" media-type="application/xhtml+xml"${attribute}/>`;
}
