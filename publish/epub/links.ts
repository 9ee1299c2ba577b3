import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import { xmlId } from "./xml.ts";

/** What a book knows of the places to which links lead. */
export interface BookPlaces {
  readonly site: BuiltSite;
  readonly live: string | undefined;
  /** The chapters, by the page's path in the site. */
  readonly chapters: ReadonlyMap<string, string>;
}

/** Where a link of a page leads in the book, or on the live site; undefined where a reader cannot go. */
export function followInBook(
  { site, live, chapters }: BookPlaces,
  from: string,
  href: string,
): string | undefined {
  const target = locate(site, from, href);
  if (target.kind === "missing") return undefined;
  if (target.kind === "elsewhere")
    return target.scheme === "file:" ? undefined : encodeURI(decodeSafely(href.trim()));
  const path = target.kind === "file" ? target.path : from;
  const chapter = chapters.get(path);
  const [, fragment = ""] = /#(.*)$/s.exec(href) ?? [];
  if (chapter !== undefined) {
    return fragment === "" ? chapter : `${path === from ? "" : chapter}#${xmlId(decodeSafely(fragment))}`;
  }
  if (live === undefined) return undefined;
  return new URL(path.replace(/(^|\/)index\.html$/, "$1") + (fragment && `#${fragment}`), live).href;
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
