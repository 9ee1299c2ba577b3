import type { PageElement } from "../html.ts";
import type { Choice } from "./choice.ts";
import { hasClass, outermost } from "./element.ts";

/** The parts of a page, by class, that only a copy with full solutions holds; verdicts and notation tell of them. */
const solutions = ["block-solution", "block-attempt", "block-notation", "scorecard"];

/** What speaks of a solution unless it stands within something that is told. */
const remarks = ["block-correction", "note-annotation"];

/** The parts that are told, if they are not withheld themselves. */
const told = ["block-statement", "block-hint", "block-answer"];

/** What the choice keeps from the reader, outermost elements alone; footnotes too to which nothing else refers. */
export function findWithheld(elements: readonly PageElement[], choice: Choice): PageElement[] {
  const cut = elements.filter((element) => isWithheld(element, elements, choice));
  if (cut.length === 0) return [];
  return outermost(sorted([...cut, ...lostFootnotes(elements, cut)]));
}

function isWithheld(element: PageElement, elements: readonly PageElement[], choice: Choice): boolean {
  const { solutions: how, hints } = choice;
  if (how !== "full" && hasClass(element, ...solutions)) return true;
  if (how === "none" && hasClass(element, "block-answer")) return true;
  if (hints === "none" && hasClass(element, "block-hint")) return true;
  if (how === "full" || !hasClass(element, ...remarks)) return false;
  return !elements.some((around) => hasClass(around, ...told) && isInside(element, around));
}

/** Footnotes that only what is cut refers to, and footnotes of those; their heading, where none is left. */
function lostFootnotes(elements: readonly PageElement[], cut: readonly PageElement[]): PageElement[] {
  const notes = footnotesOf(elements);
  const references = elements.filter(({ attributes }) => attributes.has("data-footnote-ref"));
  const lost = new Set<PageElement>();
  const isReferred = (note: PageElement) =>
    references.some(
      (reference) =>
        decodeURIComponent(reference.attributes.get("href")?.value ?? "") === `#${idOf(note)}` &&
        ![...cut, ...lost, note].some((gone) => isInside(reference, gone)),
    );
  for (let found = notes; found.length > 0; ) {
    found = notes.filter((note) => !lost.has(note) && !isReferred(note));
    for (const note of found) lost.add(note);
  }
  return lost.size === notes.length ? elements.filter(isFootnoteList) : [...lost];
}

/** The footnotes of a page, in the order of their numbers. */
export function footnotesOf(elements: readonly PageElement[]): PageElement[] {
  const lists = elements.filter(isFootnoteList);
  return elements.filter(
    (each) => each.name === "li" && idOf(each) !== undefined && lists.some((list) => isInside(each, list)),
  );
}

function isFootnoteList({ attributes }: PageElement): boolean {
  return attributes.has("data-footnotes");
}

function sorted(elements: readonly PageElement[]): PageElement[] {
  return elements.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function isInside(element: PageElement, around: PageElement): boolean {
  return element.start > around.start && element.end <= around.end;
}

function idOf({ attributes }: PageElement): string | undefined {
  return attributes.get("id")?.value;
}
