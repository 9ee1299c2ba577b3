import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuote } from "../../../markdown/attempts/find-quote.ts";

const whole = (text: string) => ({ text, from: 0 });
const rule = (found: ReturnType<typeof findQuote>) => ("finding" in found ? found.finding.rule : undefined);

describe("findQuote", () => {
  test("words that stand once are found where they stand", () => {
    expect(findQuote([whole("Let P be, then Q")], { quote: "then" })).toEqual({
      text: 0,
      start: 10,
      end: 14,
    });
  });

  test("the texts are searched in their order, and occurrences are counted through all of them", () => {
    const texts = [whole("a b a"), whole("c a")];
    expect(findQuote(texts, { quote: "c" })).toEqual({ text: 1, start: 0, end: 1 });
    expect(findQuote(texts, { quote: "a", occurrence: 2 })).toEqual({ text: 0, start: 4, end: 5 });
    expect(findQuote(texts, { quote: "a", occurrence: 3 })).toEqual({ text: 1, start: 2, end: 3 });
  });

  test("what stands before a text's beginning, its frontmatter, is not searched", () => {
    expect(rule(findQuote([{ text: "by: Grok\nHello", from: 9 }], { quote: "Grok" }))).toBe(
      "quote-not-found",
    );
  });

  test("words that overlap themselves are counted at each place", () => {
    expect(findQuote([whole("aaa")], { quote: "aa", occurrence: 2 })).toEqual({ text: 0, start: 1, end: 3 });
  });

  test.each([
    ["quote-not-found", "z", undefined],
    ["quote-not-found", "a", 3],
    ["quote-ambiguous", "a", undefined],
  ])("%s: %j, occurrence %j, in “a b a”", (expected, quote, occurrence) => {
    expect(rule(findQuote([whole("a b a")], { quote, occurrence }))).toBe(expected);
  });

  test("a quote that differs in white space only is told so", () => {
    const found = findQuote([whole("Let  P\nbe")], { quote: "Let P be" });
    expect("finding" in found && found.finding.hint).toMatch(/differs only in white space/);
  });

  test("any stretch of a text is found again, by its occurrence", () => {
    const stretch = fc.string({ unit: fc.constantFrom("a", "b", "$"), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(stretch, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [
          a % text.length,
          (a % text.length) + 1 + (b % (text.length - (a % text.length))),
        ];
        const quote = text.slice(start, end);
        let occurrence = 1;
        for (let at = 0; at < start; at++) if (text.startsWith(quote, at)) occurrence++;
        expect(findQuote([whole(text)], { quote, occurrence })).toEqual({ text: 0, start, end });
      }),
    );
  });
});
