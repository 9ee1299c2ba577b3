import { parseElements } from "../html.ts";
import type { Choice } from "./choice.ts";
import { textsOf } from "./texts.ts";
import { findWithheld } from "./withheld.ts";

/** So many words, or signs of a formula, in a row are taken as a quotation. */
const length = 6;

/** The runs of words and signs of a page: those that the choice keeps from the reader, and all others. */
export interface Runs {
  readonly withheld: readonly string[];
  readonly told: readonly string[];
}

/** Sorts the runs of a page. */
export function sortRuns(page: string, choice: Choice): Runs {
  const cut = findWithheld(parseElements(page), choice);
  if (cut.length === 0) return { withheld: [], told: [] };
  const told: string[] = [];
  let done = 0;
  for (const { start, end } of cut) {
    told.push(page.slice(done, start));
    done = end;
  }
  return {
    withheld: cut.flatMap(({ start, end }) => runsIn(page.slice(start, end))),
    told: runsIn(told.join("") + page.slice(done)),
  };
}

/** What a copy of some pages must not say: what is withheld of one of them and told by none. */
export function secretsOf(pages: readonly Runs[]): Set<string> {
  const secrets = new Set(pages.flatMap(({ withheld }) => withheld));
  for (const { told } of pages) for (const run of told) secrets.delete(run);
  return secrets;
}

/** The first of those runs that a copy says after all; undefined where it keeps them all. */
export function findLeak(copy: string, withheld: ReadonlySet<string>): string | undefined {
  return withheld.size === 0 ? undefined : runsIn(copy).find((run) => withheld.has(run));
}

/** Signs of formulas are marked, for `a b c` in a formula is another thing than in a sentence. */
function runsIn(page: string): string[] {
  const { words, formulas } = textsOf(page);
  return [
    ...words.flatMap(runsOf),
    ...[...new Set(formulas)].flatMap((formula) => runsOf(signsIn(formula)).map((run) => `$${run}$`)),
  ];
}

/** The runs in a text, in order. */
export function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(" "));
}

/** The signs of a TeX formula; not what only groups, spaces or sizes them. */
export function signsIn(tex: string): string[] {
  const signs =
    tex.replaceAll(/\\[td]frac(?![a-z])/gi, "\\frac").match(/\\[a-z]+\*?|\\[^a-z]|[^\s{}&~]/gi) ?? [];
  return signs.filter((sign) => !mute.test(sign));
}

const mute =
  /^\\(?:[^a-z]|left|right|middle|[bB]igg?[lrm]?|q?quad|(?:display|text|script)+style|label|text|(?:math|text)(?:rm|it|bf|sf|strut)|limits|nolimits|begin|end)$/;
