import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type Conversion, convert, findElement } from "./convert.ts";
import {
  attributeOf,
  type Element,
  escapeAttribute,
  escapeText,
  isElement,
  type Node,
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

/** A place in a chapter that the navigation lists. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

/** The main part of a page as a chapter. */
export function renderChapter(
  page: string,
  file: string,
  title: string,
  book: Conversion,
  more = "",
): Chapter {
  const document = parse(page);
  const main = findElement(rootOf(document), "main");
  if (main === undefined) throw new Error(`${file} has no main part`);
  const nodes = main.childNodes.flatMap((child) => convert(child, book));
  const body = nodes.map((node) => renderXml(node)).join("") + more;
  const language = attributeOf(rootOf(document), "lang") ?? "en";
  return {
    file,
    title,
    text: renderDocument(title, language, `<main>${body}</main>`),
    headings: nodes.flatMap(headingsIn),
    hasMath: body.includes("<math "),
    hasSvg: body.includes("<svg "),
  };
}

/** A document of XHTML. */
export function renderDocument(title: string, language: string, body: string): string {
  const lang = escapeAttribute(language);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!DOCTYPE html>",
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">`,
    `<head><meta charset="utf-8"/><title>${escapeText(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>`,
    `<body>${body}</body>`,
    "</html>",
    "",
  ].join("\n");
}

/** The language that a page says it is in. */
export function languageOf(page: string): string {
  return attributeOf(rootOf(parse(page)), "lang") ?? "en";
}

function rootOf(document: DefaultTreeAdapterTypes.Document): Element {
  const root = document.childNodes.find(isElement);
  if (root === undefined) throw new Error("a page without an element");
  return root;
}

function headingsIn(node: Node): Heading[] {
  if (!isElement(node)) return [];
  const id = attributeOf(node, "id");
  if (/^h[2-6]$/.test(node.tagName) && id !== undefined) return [{ id, title: textOf(node) }];
  return node.childNodes.flatMap(headingsIn);
}

/** The words of a heading; a formula speaks by its TeX. */
function textOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!isElement(node)) return "";
  const spoken = attributeOf(node, "alttext");
  return spoken ?? node.childNodes.map(textOf).join("").replaceAll(/\s+/g, " ").trim();
}
