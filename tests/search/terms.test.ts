import { describe, expect, test } from "vitest";
import { excerptOf } from "../../search/excerpt.ts";
import { indexOptions, processTerm } from "../../search/terms.ts";
import { withoutLinks, wordsOfTex } from "../../search/tex-words.ts";

const tokens = (text: string) => indexOptions.tokenize?.(text) ?? [];

describe("a word of the index", () => {
  test.each([
    ["σ", "sigma"],
    ["Σ", "sigma"],
    ["ς", "sigma"],
    ["\\sigma".slice(1), "sigma"],
    ["𝒩", "n"],
    ["Schrödinger", "schrodinger"],
    ["KL", "kl"],
    ["x₁", "x1"],
  ])("%s is kept as %s", (term, kept) => {
    expect(processTerm(term)).toBe(kept);
  });

  test("is left out if every text has it, and a letter alone is no word of prose", () => {
    expect(processTerm("The", "text")).toBeUndefined();
    expect(processTerm("x", "text")).toBeUndefined();
    expect(processTerm("x", "tex")).toBe("x");
  });

  test("is a run of letters or a number with its point", () => {
    expect(tokens("log 2 ≈ 0.693, D_KL(P∥Q)=∞")).toEqual(["log", "2", "0.693", "D", "KL", "P", "Q"]);
  });

  test("in a script without spaces or of emoji breaks nothing", () => {
    expect(tokens("分布🙂\u0000")).toEqual(["分布"]);
    expect(processTerm("")).toBeUndefined();
  });
});

describe("the words of a formula", () => {
  test("are its letters, its numbers, its commands and how they are said", () => {
    const words = wordsOfTex("\\int_0^1 \\sigma_{x}\\,dx = 0.5").split(" ");
    expect(words).toEqual(expect.arrayContaining(["int", "integral", "sigma", "x", "dx", "0.5"]));
  });

  test("hold no command that only sets type", () => {
    expect(wordsOfTex("\\left(\\mathrm{x}\\right)\\begin{aligned}y\\end{aligned}")).toBe("x y");
  });

  test("hold no address of a link", () => {
    expect(withoutLinks("\\href{#eq:kl}{\\text{(1)}}=2")).toBe("{\\text{(1)}}=2");
  });
});

describe("the context of a match", () => {
  const text = `${"Before it stand words. ".repeat(9)}The Gaussian has variance σ² and mean μ.${" After it too.".repeat(9)}`;

  test("is a piece of the text around the first match, cut at words, with the match marked", () => {
    const pieces = excerptOf(text, new Set(["variance"]), 120);
    const shown = pieces.map((piece) => piece.text).join("");
    expect(pieces.filter(({ isMatch }) => isMatch)).toEqual([{ text: "variance", isMatch: true }]);
    expect(shown.length).toBeLessThanOrEqual(124);
    expect(shown).toMatch(/^… .*The Gaussian has variance σ² and mean .* …$/);
    expect(text).toContain(shown.replace(/^… | …$/g, ""));
  });

  test("marks what the index takes for the same word", () => {
    const marked = excerptOf("Σ and sigma and SIGMA", new Set(["sigma"]), 99).filter(
      ({ isMatch }) => isMatch,
    );
    expect(marked.map((piece) => piece.text)).toEqual(["Σ", "sigma", "SIGMA"]);
  });

  test("of a short text, or without a match, is its beginning", () => {
    expect(excerptOf("short", new Set(["absent"]), 99)).toEqual([{ text: "short", isMatch: false }]);
    expect(excerptOf(text, new Set(), 30)[0]?.text).toMatch(/^Before it stand/);
    expect(excerptOf("", new Set(["a"]), 30)).toEqual([]);
  });
});
