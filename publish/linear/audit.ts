import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { parseElements } from "../html.ts";
import type { Choice } from "./choice.ts";
import { outermost } from "./element.ts";
import { isWithheld } from "./withhold.ts";

/** So many words in a row are taken as a quotation. */
const length = 6;

/** Attributes that a reader, or a reader's machine, is told. */
const spoken = new Set(["aria-label", "alt", "title", "content"]);

/** The runs of words of a page: those that the choice keeps from the reader, and all others. */
export interface Runs {
  readonly withheld: readonly string[];
  readonly told: readonly string[];
}

/** Sorts the runs of words of a page. */
export function sortRuns(page: string, choice: Choice): Runs {
  const cut = outermost(parseElements(page).filter((element) => isWithheld(element, choice)));
  if (cut.length === 0) return { withheld: [], told: [] };
  const told: string[] = [];
  let done = 0;
  for (const { start, end } of cut) {
    told.push(page.slice(done, start));
    done = end;
  }
  return {
    withheld: cut.flatMap(({ start, end }) => runsOf(wordsOf(page.slice(start, end)))),
    told: runsOf(wordsOf(told.join("") + page.slice(done))),
  };
}

/** What a copy of some pages must not say: what is withheld of one of them and told by none. */
export function secretsOf(pages: readonly Runs[]): Set<string> {
  const secrets = new Set(pages.flatMap(({ withheld }) => withheld));
  for (const { told } of pages) for (const run of told) secrets.delete(run);
  return secrets;
}

/** The first of those runs of words that a copy says after all; undefined where it keeps them all. */
export function findLeak(copy: string, withheld: ReadonlySet<string>): string | undefined {
  return withheld.size === 0 ? undefined : runsOf(wordsOf(copy)).find((run) => withheld.has(run));
}

/** The runs of words in a text, in order. */
export function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(" "));
}

/** The words of a page that are shown or spoken; formulas, which are short and alike, are no words. */
function wordsOf(page: string): string[] {
  const texts: string[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [parse(page)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ("value" in node) texts.push(node.value);
    if ("tagName" in node) {
      if (["script", "style", "template", "math"].includes(node.tagName) || isSetFormula(node)) continue;
      texts.push(...node.attrs.filter(({ name }) => spoken.has(name)).map(({ value }) => value));
    }
    if ("childNodes" in node) pending.push(...node.childNodes.toReversed());
  }
  return wordsIn(texts.join(" "));
}

/** What KaTeX sets for the eye. */
function isSetFormula({ attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return attrs.some(({ name, value }) => name === "class" && value === "katex-html");
}

/** Words and numbers, in small letters. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
