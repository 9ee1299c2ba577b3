import type { Options } from "minisearch";

/** What one entry is to the index. */
export interface Indexed {
  readonly id: number;
  readonly title: string;
  /** What it is called: its number, its letter, its label. */
  readonly name: string;
  readonly place: string;
  readonly text: string;
  readonly words: string;
  readonly tex: string;
}

/** How the index is made; the page that reads it must say the same. */
export const indexOptions: Options<Indexed> = {
  fields: ["title", "name", "place", "text", "words", "tex"],
  tokenize: (text) => text.match(word) ?? [],
  processTerm,
};

/** A word or a number: letters with the marks upon them, or digits with what belongs to a number. */
const word = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Words with their places in a text, in order. */
export function wordsIn(text: string): { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(word)].map((match) => ({ word: match[0], at: match.index }));
}

/** Words that stand in every text and tell nothing. */
const empty = new Set("a an and are as at be by for from in is it of on or that the this to with".split(" "));

/** Fields of prose, where a letter alone is no word to look for; in formulas and names it is. */
const prose = new Set(["text"]);

/**
 * A word as the index keeps it: without case, accents and styles of letters; Greek letters by their names, so that
 * `σ`, `\sigma` and “sigma” are one. Undefined for a word that is not kept.
 */
export function processTerm(term: string, field?: string): string | undefined {
  const plain = term
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{Script=Greek}/gu, (letter) => greek.get(letter) ?? letter);
  if (field !== undefined && (empty.has(plain) || (prose.has(field) && plain.length < 2))) return undefined;
  return plain === "" ? undefined : plain;
}

const names =
  `alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau
upsilon phi chi psi omega`.split(/\s+/);

const greek: ReadonlyMap<string, string> = new Map([
  ...[..."αβγδεζηθικλμνξοπρστυφχψω"].map((letter, index) => [letter, names[index] ?? letter] as const),
  ["ς", "sigma"],
]);
