import type { BuiltSite } from "../built-site.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { Obstacles, type Rewritten } from "./obstacle.ts";
import { resourceOnDisk } from "./resource.ts";

/** A comment; `url(…)`; `@import "…"`; any other string. Whatever comes first in the text is the one that counts. */
const token =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<bare>[^)"']*?))\s*\)|@import\s*["'](?<sheet>[^"']*)["']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/dgi;

/** The places of the addresses in a stylesheet or a `style` attribute, by offsets. */
export function findAddresses(css: string): (readonly [start: number, end: number])[] {
  return [...css.matchAll(token)].flatMap(({ indices }) => {
    const range = Object.values(indices?.groups ?? {}).find((group) => group !== undefined);
    return range === undefined ? [] : [range];
  });
}

/** The edits that make every address of a stylesheet, or of a `style` attribute, relative to the file it stands in. */
export function styleEdits(
  css: string,
  shift: number,
  { site, from, obstacles }: { site: BuiltSite; from: string; obstacles: Obstacles },
): Edit[] {
  return findAddresses(css).flatMap(([start, end]) => {
    const reference = { site, from, obstacles, offset: shift + start };
    const text = resourceOnDisk(reference, css.slice(start, end));
    return text === undefined ? [] : [{ start: shift + start, end: shift + end, text }];
  });
}

/** A stylesheet whose fonts, pictures and imports are found beside it on disk. */
export function rewriteStyle(site: BuiltSite, path: string, css: string): Rewritten {
  const obstacles = new Obstacles(site, path, css);
  const text = applyEdits(css, styleEdits(css, 0, { site, from: path, obstacles }));
  return { text, obstacles: obstacles.found };
}
