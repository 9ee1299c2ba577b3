import type { Finding } from "../compilation.ts";
import { escapeHint } from "../data-mistakes.ts";

/** A quotation: exact words, and which occurrence of them where there are several. */
export interface Quotation {
  readonly quote: string;
  readonly occurrence?: number | undefined;
}

/** A text to look in, from an offset on. */
export interface Haystack {
  readonly text: string;
  readonly from: number;
}

/** Where a quotation stands: the index of the text and the offsets in it; or what is wrong with it. */
export type Found = { text: number; start: number; end: number } | { finding: Finding };

/** Finds the exact words of a quotation in texts, in their order. Words found several times want an occurrence. */
export function findQuote(texts: readonly Haystack[], { quote, occurrence }: Quotation): Found {
  const places = texts.flatMap((haystack, text) =>
    occurrencesOf(quote, haystack).map((start) => ({ text, start, end: start + quote.length })),
  );
  const place = places[(occurrence ?? 1) - 1];
  if (places.length === 0) return { finding: notFound(texts, quote) };
  if (place === undefined) return { finding: tooFew(quote, places.length, occurrence ?? 1) };
  if (places.length > 1 && occurrence === undefined) return { finding: ambiguous(quote, places.length) };
  return place;
}

function occurrencesOf(quote: string, { text, from }: Haystack): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

function notFound(texts: readonly Haystack[], quote: string): Finding {
  const squeezed = quote.replace(/\s+/g, " ").trim();
  const hasControl = /\p{Cc}/u.test(quote.trimEnd());
  const isNear = texts.some(({ text }) => text.replace(/\s+/g, " ").includes(squeezed));
  return {
    rule: "quote-not-found",
    what: `The quote is not found: \`${shorten(quote)}\``,
    hint: isNear
      ? "It differs only in white space; a quote is exact and stands within one line."
      : hasControl
        ? escapeHint
        : "Copy the words from the quoted answer (or from the note), with their formulas and stars as they stand.",
  };
}

function ambiguous(quote: string, count: number): Finding {
  return {
    rule: "quote-ambiguous",
    what: `The quote is found ${count} times: \`${shorten(quote)}\``,
    hint: "Quote more words, or say which one with `occurrence: 2`.",
  };
}

function tooFew(quote: string, count: number, occurrence: number): Finding {
  return {
    rule: "quote-not-found",
    what: `Occurrence ${occurrence} of the quote is not found: \`${shorten(quote)}\` stands ${count} times`,
    hint: `Write an occurrence from 1 to ${count}.`,
  };
}

function shorten(quote: string): string {
  const shown = quote.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
  return shown.length > 70 ? `${shown.slice(0, 69)}…` : shown;
}
