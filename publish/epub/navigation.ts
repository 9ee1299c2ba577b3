import { type Chapter, renderDocument } from "./chapter.ts";
import type { Heading } from "./contents.ts";
import type { Metadata } from "./package.ts";
import { escapeAttribute, escapeText } from "./xml.ts";

/** The navigation document: contents with the parts of each chapter, and landmarks. */
export function renderNavigation({ language }: Metadata, chapters: readonly Chapter[]): string {
  const [first, body] = chapters;
  const last = chapters.at(-1);
  const landmarks = [
    ["toc", "nav.xhtml", "Contents"],
    ...(first === undefined ? [] : [["titlepage", first.file, first.title]]),
    ...(body === undefined || body === last ? [] : [["bodymatter", body.file, body.title]]),
    ...(last === undefined ? [] : [["errata", last.file, last.title]]),
  ].map(
    ([type = "", file = "", title = ""]) =>
      `<li><a epub:type="${type}" href="${escapeAttribute(file)}">${escapeText(title)}</a></li>`,
  );
  const contents = chapters.map(({ file, title, headings }) => entry(file, title, file, headings)).join("");
  return renderDocument({
    title: "Contents",
    language,
    type: "frontmatter",
    body: [
      `<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title"><h1 id="toc-title">Contents</h1><ol>${contents}</ol></nav>`,
      `<nav epub:type="landmarks" hidden="hidden" aria-labelledby="landmarks-title"><h2 id="landmarks-title">Landmarks</h2><ol>${landmarks.join("")}</ol></nav>`,
    ].join("\n"),
  });
}

function entry(href: string, title: string, file: string, children: readonly Heading[]): string {
  const inner = children.map((child) => entry(`${file}#${child.id}`, child.title, file, child.children));
  const list = inner.length === 0 ? "" : `<ol>${inner.join("")}</ol>`;
  // a link without words is none: what a reader does not see has its file's name
  const words = title.trim() === "" ? file : title;
  return `<li><a href="${escapeAttribute(href)}">${escapeText(words)}</a>${list}</li>`;
}
