import type { Pieces } from "./pieces.ts";

const CLOSERS = /\s*(\}|\\right\s*(?:\\[a-zA-Z]+|\\.|.)|\\end\s*\{[a-zA-Z*]+\})/y;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Groups that begin in the text and do not end in it. */
const isOpen = (text: string): boolean =>
  count(text, /(?<!\\)\{/g) > count(text, /(?<!\\)\}/g) ||
  count(text, /\\begin(?![a-zA-Z])/g) > count(text, /\\end(?![a-zA-Z])/g) ||
  count(text, /\\left(?![a-zA-Z])/g) > count(text, /\\right(?![a-zA-Z])/g);

/** The TeX that pieces stand for, with the closing braces that belong to them. */
export const sourceOf = (pieces: Pieces, tex: string): string => {
  const start = Math.min(...pieces.map(({ offset }) => offset), tex.length);
  let end = Math.max(start, ...pieces.map((piece) => piece.end));
  while (isOpen(tex.slice(start, end))) {
    CLOSERS.lastIndex = end;
    if (!CLOSERS.test(tex)) break;
    end = CLOSERS.lastIndex;
  }
  return tex.slice(start, end).trim();
};
