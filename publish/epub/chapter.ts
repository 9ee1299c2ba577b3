import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type Heading, nameBlocks } from "./contents.ts";
import { type Conversion, convert } from "./convert.ts";
import {
  attributeOf,
  type Element,
  escapeAttribute,
  escapeText,
  findElement,
  isElement,
  renderXml,
} from "./xml.ts";

/** A chapter of a book: one document of XHTML, and what the book says of it. */
export interface Chapter {
  readonly file: string;
  readonly title: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly hasMath: boolean;
  readonly hasSvg: boolean;
}

/** A document of a book. */
export interface BookPage {
  readonly title: string;
  readonly language: string;
  /** What it is in EPUB 3's structural semantics: `bodymatter chapter`. */
  readonly type: string;
  /** XHTML. */
  readonly body: string;
}

/** The main part of a page as a chapter, and more XHTML behind it. */
export function renderChapter(
  page: string,
  { file, title, type }: { readonly file: string; readonly title: string; readonly type: string },
  book: Conversion,
  more = "",
): Chapter {
  const root = rootOf(parse(page));
  const main = findElement(root, "main");
  if (main === undefined) throw new Error(`${file} has no main part`);
  const { nodes, headings } = nameBlocks(main.childNodes.flatMap((child) => convert(child, book)));
  const body = `<main>${nodes.map((node) => renderXml(node)).join("")}${more}</main>`;
  return {
    file,
    title,
    text: renderDocument({ title, type, body, language: attributeOf(root, "lang") ?? "en" }),
    headings,
    hasMath: body.includes("<math "),
    hasSvg: body.includes("<svg "),
  };
}

/** A document of XHTML. */
export function renderDocument({ title, language, type, body }: BookPage): string {
  const lang = escapeAttribute(language);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!DOCTYPE html>",
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">`,
    `<head><meta charset="utf-8"/><title>${escapeText(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>`,
    `<body epub:type="${type}">${body}</body>`,
    "</html>",
    "",
  ].join("\n");
}

function rootOf(document: DefaultTreeAdapterTypes.Document): Element {
  const root = document.childNodes.find(isElement);
  if (root === undefined) throw new Error("a page without an element");
  return root;
}
