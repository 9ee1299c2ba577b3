import { describe, expect, test } from "vitest";
import { hexOf, paletteOf, readPalette } from "../../../anchors/cards/palette.ts";
import { readSigns } from "../../../anchors/cards/signs.ts";
import { verdicts } from "../../../markdown/attempt-data.ts";

describe("an OKLCH colour in sRGB", () => {
  // the corners of the sRGB cube, as CSS Color 4 gives them in OKLCH
  test.each([
    [1, 0, 0, "#ffffff"],
    [0, 0, 0, "#000000"],
    [0.62796, 0.25768, 29.234, "#ff0000"],
    [0.86644, 0.294827, 142.495, "#00ff00"],
    [0.45201, 0.313214, 264.052, "#0000ff"],
    [0.59987, 0, 0, "#808080"],
  ])("L %f, C %f, h %f is %s%s", (lightness, chroma, hue, hex) => {
    expect(hexOf(lightness, chroma, hue)).toBe(hex);
  });

  test("outside of the gamut is clipped to it", () => {
    expect(hexOf(0.7, 0.5, 29)).toMatch(/^#ff/);
  });
});

describe("the palette of cards", () => {
  test("is that of light paper", () => {
    const css =
      "--ink: light-dark(oklch(0 0 0), oklch(1 0 0));\n  --paper: light-dark(oklch(1 0 0), oklch(0 0 0));";
    expect([...paletteOf(css)]).toEqual([
      ["--ink", "#000000"],
      ["--paper", "#ffffff"],
    ]);
  });

  test("has every colour that cards and figures name", () => {
    const names = ["paper", "ink", "ink-2", "ink-3", "hairline", "accent", "p", "q", "encoder", "decoder"];
    const verdictColours = ["correct", "imprecise", "wrong", "unknown"];
    expect([...readPalette().keys()]).toEqual(
      expect.arrayContaining([...names, ...verdictColours].map((name) => `--${name}`)),
    );
  });

  test("has a sign for every verdict, within a square of side 1", () => {
    const signs = readSigns();
    for (const verdict of verdicts) {
      const numbers = (signs.get(verdict) ?? "none").split(/[ ,]/).map(Number);
      expect(
        numbers.every((number) => number >= 0 && number <= 1),
        verdict,
      ).toBe(true);
    }
  });
});
