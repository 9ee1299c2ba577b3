import { locate } from "../address.ts";
import { type BuiltSite, readText } from "../built-site.ts";
import type { Obstacles } from "../folder/obstacle.ts";
import type { Renamed } from "./ids.ts";

/** What a single file knows of the places to which its links lead. */
export interface Places {
  readonly site: BuiltSite;
  /** Where the site is served, with a slash at the end; undefined where that is not known. */
  readonly live: string | undefined;
  /** The pages that are in the file, by path: the id at which each begins, and the new names of its ids. */
  readonly inside: ReadonlyMap<string, { readonly anchor: string; readonly renamed: Renamed }>;
}

/** Where a link leads: somewhere, or (undefined) nowhere that a reader of the file could go. */
export async function followLink(
  { site, live, inside }: Places,
  from: string,
  address: string,
  report: { readonly obstacles: Obstacles; readonly offset: number },
): Promise<string | undefined> {
  const target = locate(site, from, address);
  if (target.kind === "elsewhere") {
    if (target.scheme !== "file:") return address;
    report.obstacles.report("other-host", report.offset, `“${address}” is a file of one machine`);
  }
  if (target.kind === "missing") {
    report.obstacles.report("missing-file", report.offset, `“${address}” leads to no file`);
  }
  const path = target.kind === "file" ? target.path : from;
  const tail = target.kind === "file" ? target.tail : address;
  const [, fragment = ""] = /#(.*)$/s.exec(tail) ?? [];
  const here = inside.get(path);
  if (here !== undefined) return placeInside(here, fragment);
  if (target.kind !== "file") return undefined;
  if (live !== undefined) return new URL(path.replace(/(^|\/)index\.html$/, "$1") + tail, live).href;
  const next = await forwarded(site, path);
  const onward = next === undefined ? undefined : locate(site, path, next);
  const there = onward?.kind === "file" ? inside.get(onward.path) : undefined;
  return there && placeInside(there, next?.split("#")[1] ?? "");
}

function placeInside({ anchor, renamed }: { anchor: string; renamed: Renamed }, fragment: string): string {
  if (fragment === "") return `#${anchor}`;
  const id = decodeURIComponent(fragment);
  return `#${encodeURIComponent(renamed.get(id) ?? id)}`;
}

/** Where a page only leads on to: a tag's page does. */
async function forwarded(site: BuiltSite, path: string): Promise<string | undefined> {
  if (!path.endsWith(".html")) return undefined;
  const [, address] =
    /http-equiv="refresh" content="0;\s*url=([^"]*)"/.exec(await readText(site, path)) ?? [];
  return address?.replaceAll("&amp;", "&");
}
