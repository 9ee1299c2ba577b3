import { mapAttributes, without } from "./markup.ts";

/** What a reader can do nothing with in a preview: controls, notes, what was checked, other ways to the same place. */
const extras =
  /<(?:button|aside|input|label)\b|<details class="check"|<a [^<>]*class="(?:permalink|note-link)"|<a [^<>]*data-footnote-backref/g;

/** Attributes that name a place in the page, or that a script reads there. */
const bound =
  /\s(?:id|for|name|tabindex|popover\w*|aria-(?:labelledby|describedby|controls|owns|details|expanded)|data-(?!verdict\b)[\w-]+)="[^"]*"/g;

/**
 * A piece of a page's HTML as it can stand in any other: without ids, controls and files to load. Links into the
 * course are written from its root into `data-to` (`homework/problem-2/#b`), for whoever shows them knows where that is.
 */
export function bare(html: string, page: string): string {
  const words = without(html, extras).replace(/<img\b[^>]*>/g, pictureInWords);
  return mapAttributes(words, (attributes, name) => {
    const rest = attributes.replace(bound, "");
    return name.toLowerCase() === "a"
      ? rest.replace(/\shref="([^"]*)"/, (_, href) => toRoot(href, page))
      : rest;
  });
}

function pictureInWords(image: string): string {
  const words = /\salt="([^"]*)"/.exec(image)?.[1] ?? "";
  return words === "" ? "" : `<i>(Picture: ${words})</i>`;
}

const nowhere = "https://course.invalid";

function toRoot(href: string, page: string): string {
  const target = new URL(href.replaceAll("&#x26;", "&").replaceAll("&amp;", "&"), `${nowhere}/${page}/`);
  if (target.origin !== nowhere) return ` href="${href}"`;
  const path = target.href.slice(nowhere.length + 1);
  return ` data-to="${path.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

/** A picture of ours with its own names of clips and gradients, so that it does not take those of the page around it. */
export function withOwnNames(svg: string): string {
  return svg
    .replace(/\sid="([^"]*)"/g, ' id="preview-$1"')
    .replace(/url\(#/g, "url(#preview-")
    .replace(/\s((?:xlink:)?href)="#/g, ' $1="#preview-');
}
