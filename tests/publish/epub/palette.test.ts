import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { hexOf } from "../../../anchors/cards/palette.ts";
import { palette, resolveColours } from "../../../publish/epub/palette.ts";

test("the book's colours are the site's on paper", async () => {
  const tokens = await readFile(new URL("../../../styles/tokens.css", import.meta.url), "utf8");
  const colours = [...tokens.matchAll(/--([\w-]+): light-dark\(oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  expect(colours.length).toBeGreaterThan(10);
  const own = colours.map(([, name, ...numbers]) => {
    const [l = 0, c = 0, h = 0] = numbers.map(Number);
    return [name, hexOf(l, c, h)];
  });
  expect(palette).toEqual(Object.fromEntries(own));
});

test("a colour of which the book knows nothing is the text's", () => {
  expect(resolveColours("var(--unheard-of)")).toBe("currentColor");
});
