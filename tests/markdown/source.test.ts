import fc from "fast-check";
import type { Paragraph, Text } from "mdast";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parse.ts";
import { alignValue, fileSource, locator } from "../../markdown/source.ts";

describe("locator", () => {
  test("lines and columns count from 1, and an offset beyond the end is the end", () => {
    const locate = locator("ab\n\nc");
    const places = [0, 2, 3, 4, 5, 99].map(locate).map(({ line, column }) => `${line}:${column}`);
    expect(places).toEqual(["1:1", "1:3", "2:1", "3:1", "3:2", "3:2"]);
  });

  test("a byte-order mark does not count", () => {
    expect(fileSource("a.md", "\uFEFFab").locate(1)).toEqual({ line: 1, column: 2 });
  });
});

/**
 * What an author writes and the character that it stands for. Escaped backslashes are left out: in TeX two of them are
 * two characters, so that in a run of them only the ends are exact.
 */
const written = fc.constantFrom(
  ...["a", "b", "z", "é", "=", "(", "5", "%"].map((each) => [each, each] as const),
  ...["*", "_", "$", "[", "&", "<"].map((each) => [`\\${each}`, each] as const),
  ["&amp;", "&"] as const,
  ["&lt;", "<"] as const,
  ["&copy;", "©"] as const,
  ["&#42;", "*"] as const,
  ["&#x3b1;", "α"] as const,
);

describe("alignValue", () => {
  test("each character of a parsed text is at the offset of what its author wrote for it", () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 30 }), (pieces) => {
        const source = `x${pieces.map(([text]) => text).join("")}x`;
        const paragraph = parseMarkdown(fileSource("a.md", source)).children[0] as Paragraph;
        const value = paragraph.children.map((node) => (node as Text).value).join("");
        expect(value).toBe(`x${pieces.map(([, character]) => character).join("")}x`);
        const starts = [0, 1];
        for (const [text] of pieces) starts.push((starts.at(-1) ?? 0) + text.length);
        const found = alignValue(value, source);
        // The offset of an escaped character is its own, not its backslash's.
        const expected = [...starts, source.length].map((start) => start + (source[start] === "\\" ? 1 : 0));
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["the beginnings of continued lines", "a\nb\nc", "a\n   b\n> > c", [0, 1, 5, 6, 11, 12]],
    ["the fences of a formula", "x", "$$\nx\n$$", [3, 4]],
    [
      "an ampersand that is none of an entity",
      "a & b &c; d",
      "a & b &c; d",
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ],
    ["an escaped entity", "&lt;", "\\&lt;", [1, 2, 3, 4, 5]],
    ["an entity behind an indentation", "a\n<", "a\n   &lt;", [0, 1, 5, 9]],
  ])("%s", (_, value, slice, offsets) => {
    expect(alignValue(value, slice)).toEqual(offsets);
  });

  test("of whatever text it is given, offsets ascend and stay within it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (value, slice) => {
        const offsets = alignValue(value, slice);
        expect(offsets).toHaveLength(value.length + 1);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(offsets.at(-1)).toBeLessThanOrEqual(slice.length);
      }),
    );
  });
});
