import { type Chapter, renderDocument } from "./chapter.ts";
import type { Metadata } from "./package.ts";
import { escapeAttribute, escapeText } from "./xml.ts";

/** The navigation document: contents with the parts of each chapter, and landmarks. */
export function renderNavigation({ language }: Metadata, chapters: readonly Chapter[]): string {
  const [first, body] = chapters;
  const last = chapters.at(-1);
  const landmarks = [
    ["toc", "nav.xhtml", "Contents"],
    ...(first === undefined ? [] : [["titlepage", first.file, first.title]]),
    ...(body === undefined ? [] : [["bodymatter", body.file, body.title]]),
    ...(last === undefined ? [] : [["errata", last.file, last.title]]),
  ].map(
    ([type = "", file = "", title = ""]) =>
      `<li><a epub:type="${type}" href="${escapeAttribute(file)}">${escapeText(title)}</a></li>`,
  );
  return renderDocument(
    "Contents",
    language,
    [
      `<nav epub:type="toc" role="doc-toc" id="toc"><h1>Contents</h1><ol>${chapters.map(entry).join("")}</ol></nav>`,
      `<nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2><ol>${landmarks.join("")}</ol></nav>`,
    ].join("\n"),
  );
}

function entry({ file, title, headings }: Chapter): string {
  const own = escapeAttribute(file);
  const parts = headings.map(
    (heading) => `<li><a href="${own}#${escapeAttribute(heading.id)}">${escapeText(heading.title)}</a></li>`,
  );
  const inner = parts.length === 0 ? "" : `<ol>${parts.join("")}</ol>`;
  return `<li><a href="${own}">${escapeText(title)}</a>${inner}</li>`;
}
