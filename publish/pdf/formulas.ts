import domino from "domino";
import { plainFormula } from "../../markdown/plain/formula.ts";
import { applyEdits, type Edit } from "../edits.ts";
import { parseElements, renderAttribute } from "../html.ts";
import { hasClass } from "../linear/element.ts";
import { formulaMark } from "./finish.ts";

/**
 * A page whose formulas are pictures with words: in a PDF the MathML that stands beside KaTeX's setting is lost, and
 * a formula without an alternative text would be silence.
 */
export function speakFormulas(page: string): string {
  const known = new Map<string, string>();
  const edits: Edit[] = [];
  let math = "";
  for (const element of parseElements(page)) {
    if (element.name === "math") math = page.slice(element.start, element.end);
    const hidden = element.attributes.get("aria-hidden");
    if (element.name !== "span" || !hasClass(element, "katex-html") || hidden === undefined) continue;
    const words = known.get(math) ?? wordsOf(math);
    known.set(math, words);
    const text = words === "" ? "" : `role="img" ${renderAttribute("aria-label", formulaMark + words)}`;
    if (text !== "") edits.push({ start: hidden.start, end: hidden.end, text });
  }
  return applyEdits(page, edits);
}

function wordsOf(math: string): string {
  const element = domino.createDocument(math).querySelector("math");
  return element === null ? "" : plainFormula(element);
}
