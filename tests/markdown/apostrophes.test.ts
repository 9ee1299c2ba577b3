import { describe, expect, test } from "vitest";
import { abbreviateFormulas } from "./abbreviate.ts";
import { compileText, htmlOf } from "./compile-text.ts";

async function textOf(markdown: string): Promise<string> {
  const { mistakes, ...compiled } = await compileText(markdown);
  expect(mistakes).toEqual([]);
  return abbreviateFormulas(htmlOf({ mistakes, ...compiled })).replace(/<[^>]*>/g, "");
}

describe("apostrophes", () => {
  test.each([
    ["the model's answer", "the model’s answer"],
    ["for $p$'s mean", "for p’s mean"],
    ["the *median*'s value", "the median’s value"],
    ["the **mode**'s value", "the mode’s value"],
    ["[Gauss](https://example.org)' law", "Gauss’ law"],
    ["the years $x$ '90", "the years x '90"],
    ["the `code's` own", "the code's own"],
  ])("%s is set as %s", async (written, shown) => {
    expect(await textOf(`# KL\n\n${written}\n`)).toContain(shown);
  });

  test.each(["# The model's $f'$\n\nText.\n", "---\ntitle: The model's $f'$\n---\n\nText.\n"])(
    "in a title they are set in its text and not in its formulas: %j",
    async (markdown) => {
      const { title, titleHtml } = await compileText(markdown);
      expect(title).toBe("The model’s f′");
      expect(abbreviateFormulas(titleHtml)).toContain("The model’s ");
    },
  );
});
