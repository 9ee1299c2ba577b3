import type { TaggedPage } from "../anchors/items.ts";
import { lettersOf } from "../anchors/name.ts";

/** Where a part stands, in short: `Problem 2 (b)`. */
export function placeOf(
  { compiled }: TaggedPage,
  part: TaggedPage["compiled"]["parts"][number] | undefined,
): string {
  const { number } = compiled.frontmatter;
  const problem = number === undefined ? compiled.title : `Problem ${number}`;
  return [problem, part && lettersOf(part)].filter(Boolean).join(" ");
}

/** The address of a place in a page, from the site's root. */
export function hrefOf(page: TaggedPage, fragment: string): string {
  const path = page.address.split("/").map(encodeURIComponent).join("/");
  return `${path}/${fragment === "" ? "" : `#${encodeURI(fragment)}`}`;
}
