import { applyEdits, type Edit } from "../edits.ts";
import { type PageElement, parseElements } from "../html.ts";
import type { Choice } from "./choice.ts";
import { endOfContent, hasClass, outermost } from "./element.ts";

/** The parts of a page, by class, that only a copy with full solutions holds; verdicts and notation tell of them. */
const solutions = ["block-solution", "block-attempt", "block-notation", "scorecard"];

/** What serves a reader who can press something; its text is elsewhere on the page, or of no use without. */
const controls = [
  ...["skip-link", "site-header", "contents", "permalink", "note-close", "note-cue"],
  ...["check-panel", "number-panel", "number-live", "presets", "toolbar", "landscape", "neighbours"],
];

/** Is it what the choice keeps from the reader? */
export function isWithheld(element: PageElement, { solutions: how, hints }: Choice): boolean {
  if (how !== "full" && hasClass(element, ...solutions)) return true;
  if (how === "none" && hasClass(element, "block-answer")) return true;
  return hints === "none" && hasClass(element, "block-hint");
}

/** A page without what the choice keeps from the reader and without controls; what was folded stands open. */
export function withhold(page: string, choice: Choice): string {
  const elements = parseElements(page);
  const cut = outermost(elements.filter((element) => isWithheld(element, choice) || isControl(element)));
  const isCut = ({ start }: Edit) => cut.some((element) => start >= element.start && start < element.end);
  const opened = elements.flatMap((element) => openEdits(page, element)).filter((edit) => !isCut(edit));
  return applyEdits(page, [...cut.map(({ start, end }) => ({ start, end, text: "" })), ...opened]);
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
