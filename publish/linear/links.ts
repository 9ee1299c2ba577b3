import { locate } from "../address.ts";
import type { BuiltSite } from "../built-site.ts";
import type { Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";

/** The ids that the pages of a copy still have, by path in the site. */
export type RemainingIds = ReadonlyMap<string, ReadonlySet<string>>;

/** The ids of a page's elements. */
export function idsOf(elements: readonly PageElement[]): Set<string> {
  return new Set(elements.flatMap(({ attributes }) => attributes.get("id")?.value ?? []));
}

/**
 * The edits that send links to what the copy does not hold to the live page, or make words of them where the site has
 * no address. All other links stay as they are.
 */
export function lostLinkEdits(
  elements: readonly PageElement[],
  from: string,
  remaining: RemainingIds,
  { site, live }: { readonly site: BuiltSite; readonly live: string | undefined },
): Edit[] {
  return elements.flatMap(({ name, attributes }) => {
    const href = attributes.get("href");
    if (name !== "a" || href === undefined) return [];
    const target = locate(site, from, href.value);
    if (target.kind !== "file" && target.kind !== "here") return [];
    const path = target.kind === "file" ? target.path : from;
    const [, fragment = ""] = /#(.*)$/s.exec(href.value) ?? [];
    const ids = remaining.get(path);
    if (ids === undefined || fragment === "" || ids.has(decode(fragment))) return [];
    const page = path.replace(/(^|\/)index\.html$/, "$1");
    const text =
      live === undefined
        ? "data-left-out"
        : renderAttribute("href", new URL(`${page}#${fragment}`, live).href);
    return [{ start: href.start, end: href.end, text }];
  });
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
