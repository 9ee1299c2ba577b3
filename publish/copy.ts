import type { PageElement } from "./html.ts";

/** The copies of a page that leave the building as HTML. */
export type Copy = "folder" | "single";

/** A page's elements, sorted by whether a copy holds them. */
export interface SortedElements {
  readonly kept: readonly PageElement[];
  /** The outermost of those that are left out. */
  readonly cut: readonly PageElement[];
  /** What is inside of those. */
  readonly inside: readonly PageElement[];
}

/** Leaves out what says that it is for other copies: `data-where="served"`, `data-where="served folder"`. */
export function sortElements(elements: readonly PageElement[], copy: Copy): SortedElements {
  const kept: PageElement[] = [];
  const cut: PageElement[] = [];
  const inside: PageElement[] = [];
  let end = 0;
  for (const element of elements) {
    if (element.start < end) inside.push(element);
    else if (isFor(element, copy)) kept.push(element);
    else {
      cut.push(element);
      end = element.end;
    }
  }
  return { kept, cut, inside };
}

function isFor({ attributes }: PageElement, copy: Copy): boolean {
  const where = attributes.get("data-where")?.value;
  return where === undefined || where.split(/\s+/).includes(copy);
}
