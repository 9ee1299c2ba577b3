import { processTerm, wordsIn } from "./terms.ts";

/** A piece of text; whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How much of a text is shown before the first match, in characters. */
const before = 50;

/** At most `length` characters of a text around its first match, cut at words, with every match marked. */
export function excerptOf(text: string, terms: ReadonlySet<string>, length: number): Piece[] {
  const words = wordsIn(text);
  const matches = words.filter(({ word }) => terms.has(processTerm(word) ?? ""));
  const first = matches[0]?.at ?? 0;
  const start =
    text.length <= length || first < before ? 0 : (words.find(({ at }) => at >= first - before)?.at ?? 0);
  const isCut = text.length > start + length;
  const end = isCut ? (words.findLast(({ at }) => at <= start + length)?.at ?? text.length) : text.length;
  const pieces: Piece[] = start > 0 ? [{ text: "… ", isMatch: false }] : [];
  let from = start;
  for (const { word, at } of matches.filter(
    (match) => match.at >= start && match.at + match.word.length <= end,
  )) {
    if (at > from) pieces.push({ text: text.slice(from, at), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    from = at + word.length;
  }
  if (end > from) pieces.push({ text: text.slice(from, end).trimEnd(), isMatch: false });
  return isCut ? [...pieces, { text: " …", isMatch: false }] : pieces;
}
