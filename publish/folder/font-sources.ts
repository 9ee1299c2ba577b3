import type { BuiltSite } from "../built-site.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { filesIn } from "./style-addresses.ts";

/** The value of `src` in a `@font-face` block. */
const sources = /(?<=@font-face\s*\{[^}]*?\bsrc\s*:)(?:url\([^)]*\)|[^;}])*/gi;

/** An entry of the list: `local(A)`, `url(a.woff2) format("woff2")`. */
const entry = /(?:\([^)]*\)|[^,()])+/g;

/** A stylesheet's edits where some fonts are left out, and their files, by path in the site. */
export interface LeanFonts {
  readonly edits: readonly Edit[];
  readonly left: readonly string[];
}

/**
 * Leaves the older formats of a font out where it is there as WOFF2, which every browser reads that runs a copy:
 * `src: url(a.woff2), url(a.woff)` → `src: url(a.woff2)`. Other edits are kept.
 */
export function leaveOlderFonts(
  site: BuiltSite,
  path: string,
  css: string,
  edits: readonly Edit[],
): LeanFonts {
  const left: string[] = [];
  const lists = [...css.matchAll(sources)].flatMap(({ 0: list, index }) => {
    const entries = [...list.matchAll(entry)].map((found) => {
      return { start: index + found.index, end: index + found.index + found[0].length, text: found[0] };
    });
    const isOlder = ({ text }: Edit) => /url\(/i.test(text) && !/woff2/i.test(text);
    const older = entries.filter(isOlder);
    if (older.length === 0 || !entries.some(({ text }) => /woff2/i.test(text))) return [];
    left.push(...older.flatMap(({ text }) => filesIn(site, path, text)));
    const kept = entries.filter((each) => !isOlder(each)).map((each) => applyWithin(each, edits));
    return [{ start: index, end: index + list.length, text: kept.join(",") }];
  });
  const isOutside = ({ start }: Edit) => !lists.some((list) => start >= list.start && start < list.end);
  return { edits: [...edits.filter(isOutside), ...lists], left };
}

function applyWithin({ start, end, text }: Edit, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.start >= start && edit.end <= end);
  return applyEdits(
    text,
    own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}
