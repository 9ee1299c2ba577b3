import type { Edit } from "../edits.ts";
import { type PageElement, renderAttribute } from "../html.ts";

/** New names of a page's ids; an id that is not in it keeps its own. */
export type Renamed = ReadonlyMap<string, string>;

/** Attributes that hold ids of the same page, one or several. */
const references = new Set([
  ...["for", "form", "list", "headers", "popovertarget", "commandfor", "interestfor", "anchor"],
  ...["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto"],
  ...["aria-activedescendant", "aria-errormessage"],
]);

/** The ids in a page's text; what only looks like one is among them too. */
export function idsIn(page: string): string[] {
  return [...page.matchAll(/\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

/**
 * New names for the ids of pages that become one page, where two of them have the same: `a` of `problem-2` becomes
 * `problem-2-a`. `pages` are the prefix and the ids of each.
 */
export function renameIds(
  taken: Iterable<string>,
  pages: readonly { readonly prefix: string; readonly ids: readonly string[] }[],
): Renamed[] {
  const counts = new Map<string, number>();
  const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const id of taken) count(id);
  for (const { ids } of pages) for (const id of new Set(ids)) count(id);
  return pages.map(({ prefix, ids }) => {
    const shared = [...new Set(ids)].filter((id) => (counts.get(id) ?? 0) > 1);
    return new Map(shared.map((id) => [id, freeName(`${prefix}-${id}`, counts)]));
  });
}

function freeName(wanted: string, counts: Map<string, number>): string {
  let name = wanted;
  while (counts.has(name)) name += "-";
  counts.set(name, 1);
  return name;
}

/** The edits that follow the new names in an element's attributes; links are not among them. */
export function renamingEdits({ attributes }: PageElement, renamed: Renamed): Edit[] {
  if (renamed.size === 0) return [];
  return [...attributes].flatMap(([name, { value, start, end }]) => {
    const text = renameValue(name, value, renamed);
    return text === value ? [] : [{ start, end, text: renderAttribute(name, text) }];
  });
}

function renameValue(name: string, value: string, renamed: Renamed): string {
  const rename = (id: string) => renamed.get(id) ?? id;
  if (name === "id") return rename(value);
  if (references.has(name)) return value.split(/\s+/).map(rename).join(" ");
  return value.replaceAll(/url\((["']?)#([^"')]+)\1\)/g, (_whole, quote: string, id: string) => {
    return `url(${quote}#${rename(id)}${quote})`;
  });
}
