import type { PageElement } from "../html.ts";

/** Has the element one of these classes? */
export function hasClass({ attributes }: PageElement, ...names: readonly string[]): boolean {
  const own = attributes.get("class")?.value.split(/\s+/) ?? [];
  return names.some((name) => own.includes(name));
}

/** Where an element's end tag begins. */
export function endOfContent(text: string, { end }: PageElement): number {
  return text.lastIndexOf("</", end - 1);
}

/** The elements that are not inside of another one of the list, which must be in document order. */
export function outermost(elements: readonly PageElement[]): PageElement[] {
  let end = 0;
  return elements.filter((element) => {
    const isInside = element.start < end;
    if (!isInside) end = element.end;
    return !isInside;
  });
}
