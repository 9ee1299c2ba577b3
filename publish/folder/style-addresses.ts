import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";

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

/** The site's files that a piece of a stylesheet names. */
export function filesIn(site: BuiltSite, path: string, css: string): string[] {
  return findAddresses(css).flatMap(([start, end]) => {
    const target = locate(site, path, css.slice(start, end));
    return target.kind === "file" ? [target.path] : [];
  });
}
