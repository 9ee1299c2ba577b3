import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { palette, resolveColours } from "../../../publish/epub/palette.ts";

/** A colour of OKLCH in sRGB. Source: B. Ottosson, “A perceptual color space for image processing”, 2020. */
function hexOf(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) => {
    const inside = Math.min(1, Math.max(0, value));
    return Math.round(255 * (inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055));
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

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
