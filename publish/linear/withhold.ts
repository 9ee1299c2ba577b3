import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, parseElements } from "../html.ts";
import type { Choice } from "./choice.ts";
import { endOfContent, hasClass, outermost } from "./element.ts";
import { findWithheld, footnotesOf } from "./withheld.ts";

/** What serves a reader who can press something; its text is elsewhere on the page, or of no use without. */
const controls = [
  ...["skip-link", "site-header", "contents", "permalink", "note-close", "note-cue"],
  ...["check-panel", "number-panel", "number-live", "presets", "toolbar", "landscape", "neighbours"],
];

/** A page without what the choice keeps from the reader and without controls; what was folded stands open. */
export function withhold(page: string, choice: Choice): string {
  const elements = parseElements(page);
  const withheld = new Set(findWithheld(elements, choice));
  const cut = outermost(elements.filter((element) => withheld.has(element) || isControl(element)));
  const isCut = ({ start }: Edit) => cut.some((element) => start >= element.start && start < element.end);
  const opened = elements.flatMap((element) => openEdits(page, element));
  const kept = [...opened, ...numberEdits(elements)].filter((edit) => !isCut(edit));
  return applyEdits(page, [...cut.map(({ start, end }) => ({ start, end, text: "" })), ...kept]);
}

/** A footnote keeps its number where those before it are left out. */
function numberEdits(elements: readonly PageElement[]): Edit[] {
  return footnotesOf(elements).map(({ startTagEnd }, at) => ({
    start: startTagEnd - 1,
    end: startTagEnd - 1,
    text: ` value="${at + 1}"`,
  }));
}

function isControl(element: PageElement): boolean {
  const { name, attributes } = element;
  if (name === "script") return true;
  if (name === "template" || attributes.get("data-where") !== undefined) return true;
  return hasClass(element, ...controls);
}

/** Folded text is unfolded, every note is shown, a sign leads to its note, and a number that could be pressed is a number. */
function openEdits(page: string, element: PageElement): Edit[] {
  const { name, start, startTagEnd, end, attributes } = element;
  if (name === "details" && !hasClass(element, "check")) {
    return [{ start: startTagEnd - 1, end: startTagEnd - 1, text: " open" }];
  }
  if (hasClass(element, "show-all-notes")) {
    return [{ start: startTagEnd - 1, end: startTagEnd - 1, text: " checked" }];
  }
  if (name !== "button") return [];
  const endTag = endOfContent(page, element);
  if (hasClass(element, "number")) {
    return [
      { start, end: startTagEnd, text: '<span class="number">' },
      { start: endTag, end, text: "</span>" },
    ];
  }
  const target = attributes.get("popovertarget");
  if (!hasClass(element, "sign") || target === undefined) return [];
  const type = attributes.get("type");
  return [
    { start, end: start + "<button".length, text: "<a" },
    ...(type === undefined ? [] : [{ ...type, text: "" }]),
    { start: target.start, end: target.end, text: `href="#${target.value}"` },
    { start: endTag, end, text: "</a>" },
  ];
}
