import { expect, test } from "vitest";
import { ink, paper, resolveColours } from "../../../publish/epub/colours.ts";
import { readStyles } from "../../../publish/epub/styles.ts";

test("a custom property is the site's colour on paper", () => {
  expect(resolveColours("1px solid var(--ink)")).toBe(`1px solid ${ink}`);
  expect(resolveColours("var(--paper, white)")).toBe(paper);
});

test("a colour of which the site knows nothing is the text's", () => {
  expect(resolveColours("var(--unheard-of)")).toBe("currentColor");
});

test("the book's styles name only colours that the site has", async () => {
  const css = await readStyles(true);
  expect(css).toMatch(/\[data-verdict="wrong"\] \{\s*border-bottom: 3px double #[0-9a-f]{6};/);
  expect(css).not.toMatch(/currentColor|var\(/);
});
