import type { Chapter } from "./chapter.ts";
import { escapeAttribute, escapeText } from "./xml.ts";

/** What a book says of itself. */
export interface Metadata {
  /** The same for equal books: made from the address and the commit or the build. */
  readonly identifier: string;
  readonly title: string;
  readonly course: string;
  readonly language: string;
  readonly source: string | undefined;
  /** When it was last changed, as EPUB wants it: `2026-01-31T12:00:00Z`. */
  readonly modified: string;
}

/** A picture of a book. */
export interface Picture {
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const accessibility: readonly (readonly [string, string])[] = [
  ["schema:accessMode", "textual"],
  ["schema:accessMode", "visual"],
  ["schema:accessModeSufficient", "textual"],
  ["schema:accessibilityFeature", "alternativeText"],
  ["schema:accessibilityFeature", "MathML"],
  ["schema:accessibilityFeature", "readingOrder"],
  ["schema:accessibilityFeature", "structuralNavigation"],
  ["schema:accessibilityFeature", "tableOfContents"],
  ["schema:accessibilityHazard", "none"],
  [
    "schema:accessibilitySummary",
    "Formulas are MathML, figures are described in words and have tables of their numbers, notes follow the paragraphs that they speak of.",
  ],
];

/** The package document. */
export function renderPackage(
  book: Metadata,
  chapters: readonly Chapter[],
  pictures: readonly Picture[],
): string {
  const lang = escapeAttribute(book.language);
  const [title = "", ...others] = chapters.map((_, at) => `chapter-${at + 1}`);
  const spine = [title, "nav", ...others];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}" prefix="schema: http://schema.org/">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier id="id">${escapeText(book.identifier)}</dc:identifier>`,
    `<dc:title>${escapeText(book.title)}</dc:title>`,
    `<dc:language>${escapeText(book.language)}</dc:language>`,
    ...(book.source === undefined ? [] : [`<dc:source>${escapeText(book.source)}</dc:source>`]),
    `<meta property="belongs-to-collection" id="course">${escapeText(book.course)}</meta>`,
    '<meta refines="#course" property="collection-type">set</meta>',
    `<meta property="dcterms:modified">${book.modified}</meta>`,
    ...accessibility.map(([property, value]) => `<meta property="${property}">${value}</meta>`),
    "</metadata>",
    "<manifest>",
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="book.css" media-type="text/css"/>',
    ...chapters.map(renderItem),
    ...pictures.map(
      ({ file, mediaType }, at) =>
        `<item id="picture-${at + 1}" href="${escapeAttribute(file)}" media-type="${mediaType}"/>`,
    ),
    "</manifest>",
    `<spine>${spine.map((id) => `<itemref idref="${id}"/>`).join("")}</spine>`,
    "</package>",
    "",
  ].join("\n");
}

function renderItem({ file, hasMath, hasSvg }: Chapter, at: number): string {
  const properties = [...(hasMath ? ["mathml"] : []), ...(hasSvg ? ["svg"] : [])].join(" ");
  const attribute = properties === "" ? "" : ` properties="${properties}"`;
  return `<item id="chapter-${at + 1}" href="${escapeAttribute(file)}" media-type="application/xhtml+xml"${attribute}/>`;
}
