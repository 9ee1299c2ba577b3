import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { escapeText, shiftScripts } from "../../../anchors/cards/escape.ts";
import { prepareFaces } from "../../../anchors/cards/faces.ts";
import { fitFormula } from "../../../anchors/cards/fit.ts";
import { type Font, measureLine, type Style, wrapLines } from "../../../anchors/cards/text.ts";
import { typeset } from "../../../anchors/cards/typeset.ts";

const fontFiles = await prepareFaces(join(tmpdir(), "ansatz-test-faces"));
const font: Font = { loadSystemFonts: false, fontFiles };
const style: Style = { family: "title", weight: 600, size: 60, colour: "black" };
const box = { x: 0, y: 0, width: 1000, height: 300 };

describe("a formula", () => {
  test("reads the course's macros, with their arguments", async () => {
    const macros = { "\\pair": "(#1,#2)", "\\R": "\\mathbb{R}" };
    expect((await typeset("\\pair{a}{\\R}", macros))?.box).toEqual(
      (await typeset("(a,\\mathbb{R})", {}))?.box,
    );
  });

  test.each(["\\unheardOf", "\\frac{1}{", "a & b", "\\ce{H2O}"])(
    "as %s is refused, not drawn as an error",
    async (tex) => {
      expect(await typeset(tex, {})).toBeUndefined();
    },
  );

  test("lies within its box, whatever its length", async () => {
    for (const length of [1, 10, 40, 160]) {
      const tex = Array.from({ length }, (_, index) => `\\frac{x_{${index}}}{2}`).join("+");
      const fitted = await fitFormula([tex], {}, box, 50);
      if (fitted === undefined) throw new Error("MathJax reads sums of fractions");
      const [, , width, height] = fitted.formula.box;
      expect(width * fitted.scale, `${length} terms`).toBeLessThanOrEqual(box.width + 0.01);
      expect(height * fitted.scale, `${length} terms`).toBeLessThanOrEqual(box.height + 0.01);
      expect(fitted.scale).toBeLessThanOrEqual(0.05);
    }
  });

  test("too long for one line is broken before it becomes too small to read", async () => {
    const tex = Array.from({ length: 24 }, (_, index) => `x_{${index}}`).join("+");
    const [line, fitted] = [await typeset(tex, {}), await fitFormula([tex], {}, box, 50)];
    expect(fitted?.formula.box[2]).toBeLessThan(line?.box[2] ?? 0);
    expect(fitted?.scale).toBeGreaterThan(0.03);
  });

  test("that can be read is preferred to an earlier one that cannot", async () => {
    const long = Array.from({ length: 300 }, (_, index) => `x_{${index}}`).join("+");
    expect((await fitFormula([long, "y"], {}, box, 50))?.formula).toEqual(await typeset("y", {}));
  });
});

describe("a text", () => {
  test("is broken at spaces into lines of at most the width", () => {
    const lines = wrapLines("Which loss term trains which of the two networks", style, 600, 9, font);
    expect(lines.join(" ")).toBe("Which loss term trains which of the two networks");
    for (const line of lines) expect(measureLine(line, style, font)).toBeLessThanOrEqual(600);
    expect(lines.length).toBeGreaterThan(1);
  });

  test("that needs more lines than there are ends with an ellipsis, within the width", () => {
    const lines = wrapLines("word ".repeat(60), style, 600, 2, font);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/ …$/);
    expect(measureLine(lines[1] ?? "", style, font)).toBeLessThanOrEqual(600);
  });

  test("of one long word is cut within the width", () => {
    const [line = ""] = wrapLines("m".repeat(100), style, 600, 1, font);
    expect(measureLine(line, style, font)).toBeLessThanOrEqual(600);
  });

  test("in Greek and Cyrillic and with operators has glyphs", () => {
    for (const letter of ["β", "Ж", "ł", "∂", "∞", "→", "₁"]) {
      expect(measureLine(letter, style, font), letter).toBeGreaterThan(5);
    }
  });

  test("is XML whatever it holds", () => {
    expect(escapeText('<a href="x">&\u0000\uD800</a>')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
  });

  test("has its lowered letters as shifted letters", () => {
    expect(shiftScripts("<text>φₜ is true</text>")).toBe(
      '<text>φ<tspan baseline-shift="sub" font-size="70%">t</tspan> is true</text>',
    );
  });

  test("has its lowered digits as shifted digits", () => {
    expect(shiftScripts("<text>m₁₂ ≥ 0</text>")).toBe(
      '<text>m<tspan baseline-shift="sub" font-size="70%">12</tspan> ≥ 0</text>',
    );
  });
});
