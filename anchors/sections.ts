import { createHash } from "node:crypto";
import type { Item, TaggedPage } from "./items.ts";

/** The HTML of a part, with that of the parts inside it; of the whole page for the empty id. */
export function sectionOf({ compiled }: TaggedPage, id: string): string {
  const html = compiled.segments
    .map((segment) => (typeof segment === "string" ? segment : JSON.stringify(segment)))
    .join("");
  const index = compiled.parts.findIndex((part) => part.id === id);
  const part = compiled.parts[index];
  if (part === undefined) return html;
  const next = compiled.parts.slice(index + 1).find(({ depth }) => depth <= part.depth);
  const start = Math.max(0, html.indexOf(`<h${part.depth} id="${id}"`));
  const end = next === undefined ? -1 : html.indexOf(`<h${next.depth} id="${next.id}"`, start);
  return html.slice(start, end < 0 ? undefined : end);
}

const correction =
  /<section class="block block-correction">\s*<p class="block-label">Corrected on <time datetime="([\d-]+)">/g;

/** The days on which a part, or for the empty id the whole page, was corrected, the newest first. */
export function correctionsOf(page: TaggedPage, id: string): string[] {
  const days = [...sectionOf(page, id).matchAll(correction)].map((match) => match[1] ?? "");
  return [...new Set(days)].sort().reverse();
}

/**
 * Sixteen hexadecimal digits of what an item says: of a problem's or a part's words and formulas, an equation's TeX, a
 * claim with its verdict and the first sentence of its reason, a figure's name, state and code. Markup does not count.
 */
export function contentHash(
  { subject }: Item,
  page: TaggedPage,
  codes: Readonly<Record<string, string>>,
): string {
  switch (subject.kind) {
    case "problem":
      return hash(page.compiled.title, wordsOf(sectionOf(page, "")));
    case "part":
      return hash(subject.part.title, wordsOf(sectionOf(page, subject.part.id)));
    case "equation":
      return hash(subject.equation.tex);
    case "claim":
      return hash(subject.claim.quote, subject.claim.verdict, subject.claim.summary);
    case "experiment": {
      const placed = page.compiled.figures.find(({ name }) => name === subject.name);
      return hash(subject.name, JSON.stringify(placed?.values ?? {}), codes[subject.name] ?? "");
    }
  }
}

/** The text of some HTML without its markup and without what the checker says of it. */
function wordsOf(html: string): string {
  return html
    .replace(/<details class="check[\s\S]*?<\/details>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

function hash(...texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16);
}
