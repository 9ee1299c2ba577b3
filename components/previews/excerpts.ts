import type { Anchor } from "../../anchors/anchor-list.ts";
import type { TaggedPage } from "../../anchors/items.ts";
import type { Claim, FigurePlacement, Part } from "../../markdown/document.ts";
import { bare, withOwnNames } from "./bare.ts";
import { contentOf, elementAt, elementsLike, elementWithId, without } from "./markup.ts";

/** What a link leads to, in short. Where there is nothing to show, the title alone. */
export interface Excerpt {
  /** Plain text: “Problem 3, equation (1)”. */
  readonly title: string;
  readonly html: string;
}

/** What excerpts need besides the compiled pages. */
export interface ExcerptContext {
  /** The words of a reference to another page. */
  readonly nameReference: (address: string, fragment: string) => string;
  /** The first frame of a figure as SVG, and what it shows, as its author placed it. */
  readonly frameOf: (figure: FigurePlacement) => { readonly svg: string; readonly description: string };
}

/** Everything in a page that a link may lead to, in short, by its fragment; the page itself by the empty one. */
export function excerptsOf(
  page: TaggedPage,
  anchors: readonly Anchor[],
  context: ExcerptContext,
): Record<string, Excerpt> {
  const html = htmlOf(page, context);
  const items = anchors.map(({ item, title }): [string, Excerpt] => [
    item.fragment,
    { title, html: excerptOf(item.subject, page, html, context) },
  ]);
  const notes = elementsLike(html, /<li id="fn-[^"]*"/g).map((note): [string, Excerpt] => [
    /id="([^"]*)"/.exec(note.html)?.[1] ?? "",
    { title: "Note", html: bare(contentOf(note.html), page.address) },
  ]);
  return Object.fromEntries([...items, ...notes]);
}

/** The page's HTML with words in the place of its holes; figures are drawn where they are asked for. */
function htmlOf({ compiled }: TaggedPage, { nameReference }: ExcerptContext): string {
  return compiled.segments
    .map((segment) => {
      if (typeof segment === "string") return segment;
      if (segment.kind === "reference") return escapeText(nameReference(segment.address, segment.fragment));
      return segment.kind === "quantity" ? escapeText(segment.text) : "";
    })
    .join("");
}

function excerptOf(
  subject: Anchor["item"]["subject"],
  page: TaggedPage,
  html: string,
  context: ExcerptContext,
): string {
  switch (subject.kind) {
    case "problem":
      return bare(leadOf(html), page.address);
    case "part":
      return bare(statementOf(subject.part, page, html), page.address);
    case "equation":
      return bare(elementWithId(html, subject.equation.label) ?? "", page.address);
    case "claim":
      return bare(judgementOf(subject.claim, html), page.address);
    case "experiment": {
      const placed = page.compiled.figures.find(({ name }) => name === subject.name);
      if (placed === undefined) return "";
      const { svg, description } = context.frameOf(placed);
      return `<div class="picture">${withOwnNames(svg)}</div><p>${escapeText(description)}</p>`;
    }
  }
}

/** The first paragraph, where the page begins with one. */
function leadOf(html: string): string {
  const start = html.search(/<(?:p|section|h[1-6]|details)\b/);
  return start >= 0 && /^<p\b/.test(html.slice(start, start + 3)) ? elementAt(html, start) : "";
}

/**
 * What a part asks: the paragraph of the problem's statement that begins with its letter, else the part's own
 * statement, else its first paragraph. Never a hint, an answer or a solution: a preview must not give one away.
 */
function statementOf(part: Part, { compiled }: TaggedPage, html: string): string {
  const [asked] = elementsLike(html, /<section class="block block-statement/g).flatMap(
    ({ html: statement }) =>
      elementsLike(statement, /<(?:p|li)>\s*<strong>\(/g).filter((paragraph) =>
        paragraph.html
          .replace(/<[^>]*>/g, "")
          .trim()
          .startsWith(`(${part.letter})`),
      ),
  );
  if (asked !== undefined) return `<p>${contentOf(asked.html)}</p>`;
  const own = sectionOf(part, compiled.parts, html);
  const [statement] = elementsLike(own, /<section class="block block-statement/g);
  if (statement !== undefined) return without(contentOf(statement.html), /<p class="block-label"/g);
  const [first] = elementsLike(without(own, /<(?:details|section|figure|table)\b/g), /<p>/g);
  return first?.html ?? "";
}

/** The part's HTML up to the next part, without those inside it. */
function sectionOf({ id }: Part, parts: readonly Part[], html: string): string {
  const start = html.indexOf(`id="${id}" class="part"`);
  const next = parts[parts.findIndex((part) => part.id === id) + 1];
  const end = next === undefined ? -1 : html.indexOf(`id="${next.id}" class="part"`, start);
  return start < 0
    ? ""
    : html.slice(html.indexOf("</h", start), end < 0 ? undefined : html.lastIndexOf("<", end));
}

/** A claim's words, how it is judged, and the first sentence of why. */
function judgementOf({ id, verdict }: Claim, html: string): string {
  const words = elementsLike(
    html,
    new RegExp(`<(?:mark|div) class="claim" data-claim="${RegExp.escape(id)}"`, "g"),
  );
  const quote = words.map((each) => contentOf(each.html)).join(" … ");
  const note = elementWithId(html, `note-${id}`) ?? "";
  const [reason] = elementsLike(note, /<summary\b|<p>/g);
  const sentence = reason === undefined ? "" : without(contentOf(reason.html), /<span class="note-cue"/g);
  const judged = `<b class="preview-verdict">${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}.</b>`;
  return quote === "" ? "" : `<blockquote>${quote}</blockquote><div>${judged} ${sentence}</div>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
