import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, parseElements } from "../html.ts";
import { endOfContent, hasClass } from "./element.ts";

/**
 * A page whose notes stand below the paragraph, item or display that they speak of, and no longer within a sentence.
 * A reader of the text from beginning to end meets them there.
 */
export function moveNotes(page: string): string {
  const elements = parseElements(page);
  const edits: Edit[] = [];
  const moved = new Map<number, string>();
  for (const note of elements) {
    if (note.name !== "aside" || !hasClass(note, "note")) continue;
    const place = placeOf(page, note, elements);
    if (place === undefined || (place >= note.start && place <= note.end)) continue;
    edits.push({ start: note.start, end: note.end, text: "" });
    moved.set(place, (moved.get(place) ?? "") + withoutPopover(page, note));
  }
  return applyEdits(page, [...edits, ...[...moved].map(([at, text]) => ({ start: at, end: at, text }))]);
}

/** The end of the list item, or else behind the child of the quoted answer, in which a note stands. */
function placeOf(page: string, note: PageElement, elements: readonly PageElement[]): number | undefined {
  const around = elements.filter(({ start, end }) => start < note.start && end >= note.end);
  const body = around.findLastIndex((element) => hasClass(element, "attempt-body"));
  if (body === -1) return undefined;
  const item = around.slice(body).findLast(({ name }) => name === "li");
  if (item !== undefined) return endOfContent(page, item);
  return around[body + 1]?.end;
}

function withoutPopover(page: string, { start, end, attributes }: PageElement): string {
  const attribute = attributes.get("popover");
  const text = page.slice(start, end);
  if (attribute === undefined) return text;
  return text.slice(0, attribute.start - start) + text.slice(attribute.end - start);
}
