import type { BuiltSite } from "../built-site.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { leaveOlderFonts } from "./font-sources.ts";
import { Obstacles, type Rewritten } from "./obstacle.ts";
import { resourceOnDisk } from "./resource.ts";
import { filesIn, findAddresses } from "./style-addresses.ts";

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

/** A stylesheet as it is on disk, and the files that it names, by path in the site. */
export interface RewrittenStyle extends Rewritten {
  readonly used: readonly string[];
  /** Fonts that it named before, in formats that are not needed. */
  readonly left: readonly string[];
}

/** A stylesheet whose fonts, pictures and imports are found beside it on disk. */
export function rewriteStyle(site: BuiltSite, path: string, css: string): RewrittenStyle {
  const obstacles = new Obstacles(site, path, css);
  const all = styleEdits(css, 0, { site, from: path, obstacles });
  const { edits, left } = leaveOlderFonts(site, path, css, all);
  const text = applyEdits(css, edits);
  return { text, obstacles: obstacles.found, used: filesIn(site, path, text), left };
}
