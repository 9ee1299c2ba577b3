import { relativeAddress } from "../address.ts";
import type { Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";
import { noteHtml, provenanceOf } from "../provenance.ts";

/** What a page's scripts must know of a folder: where its root is, and that pages are files there. */
export function rootEdits(from: string, elements: readonly PageElement[]): Edit[] {
  const place = elements.find(({ name }) => name === "html")?.attributes.get("data-root");
  if (place === undefined) return [];
  const root = relativeAddress(from, "index.html").replace(/index\.html$/, "") || "./";
  const attributes = { "data-root": root, "data-index": "index.html", "data-copy": "folder" };
  const rendered = Object.entries(attributes).map(([name, value]) => renderAttribute(name, value));
  return [{ ...place, text: rendered.join(" ") }];
}

/** What the copy was made of and where errata appear, as the last line of the page's footer. */
export function noteEdits(page: string, elements: readonly PageElement[]): Edit[] {
  const footer = elements.findLast(({ name }) => name === "footer");
  if (footer === undefined) return [];
  const place = page.lastIndexOf("</", footer.end - 1);
  return [{ start: place, end: place, text: noteHtml(provenanceOf(elements)) }];
}
