import fc from "fast-check";
import type { Paragraph } from "mdast";
import type { Node, Parent } from "unist";
import { describe, expect, test } from "vitest";
import type { Range } from "../../../markdown/attempts/attempt.ts";
import { markPhrasing } from "../../../markdown/attempts/mark-ranges.ts";
import { element } from "../../../markdown/element.ts";
import { parseQuotation } from "../../../markdown/parse.ts";
import { fileSource } from "../../../markdown/source.ts";

interface Named extends Range {
  readonly name: string;
}

/** Marks ranges of a paragraph; a mark is written `‹name …›`, the end of a range `|name|`. */
function mark(text: string, ranges: readonly Named[]): string {
  const paragraph = parseQuotation(fileSource("a.md", text)).children[0] as Paragraph;
  const slice = (node: Node) => text.slice(node.position?.start.offset, node.position?.end.offset);
  const { nodes } = markPhrasing(paragraph.children, ranges, slice, {
    wrap: ({ name }, children) => element("mark", { title: name }, children),
    follow: ({ name }) => [element("end", { title: name })],
  });
  return nodes.map(show).join("");
}

function show(node: Node): string {
  const inner = "children" in node ? (node as Parent).children.map(show).join("") : "";
  const { hName, hProperties } = (node.data ?? {}) as { hName?: string; hProperties?: { title: string } };
  if (hName === "mark") return `‹${hProperties?.title} ${inner}›`;
  if (hName === "end") return `|${hProperties?.title}|`;
  if ("value" in node) return node.type === "text" ? String(node.value) : `[${String(node.value)}]`;
  return `(${inner})`;
}

/** The range of the words between two places of a text, given by what stands there. */
function range(text: string, words: string, name = "a"): Named {
  const start = text.indexOf(words);
  return { name, start, end: start + words.length };
}

const cases: readonly [title: string, text: string, words: readonly string[], marked: string][] = [
  ["words in text", "one two three", ["two"], "one ‹a two›|a| three"],
  ["a whole text", "one", ["one"], "‹a one›|a|"],
  [
    "two that overlap",
    "one two three four",
    ["one two", "two three"],
    "‹a one ‹b two››‹b  three›|a||b| four",
  ],
  ["two that touch", "one two", ["one ", "two"], "‹a one ›|a|‹b two›|b|"],
  ["one within another", "one two three", ["one two three", "two"], "‹a one ‹b two› three›|a||b|"],
  ["two alike", "one two", ["two", "two"], "one ‹a ‹b two››|a||b|"],
  ["a part of a formula: all of it", "see $x+y$ now", ["+y"], "see ‹a [x+y]›|a| now"],
  ["from text into a formula", "see $x$ now", ["e $x"], "se‹a e [x]›|a| now"],
  ["a part of code: all of it", "see `x+y` now", ["x"], "see ‹a [x+y]›|a| now"],
  ["emphasis with its stars", "one *two* three", ["*two*"], "one ‹a (two)›|a| three"],
  ["words in emphasis", "one *two three* four", ["three"], "one (two ‹a three›)|a| four"],
  ["from text into emphasis", "one *two three*", ["one *two"], "‹a one ›(‹a two› three)|a|"],
  ["words behind an escape", "5\\$ \\* two", ["two"], "5$ * ‹a two›|a|"],
  ["words behind an entity", "a &amp; &lt; two", ["&lt; two"], "a & ‹a < two›|a|"],
];

describe("markPhrasing marks", () => {
  test.each(cases)("%s", (_, text, words, marked) => {
    const ranges = words.map((each, index) => range(text, each, "ab"[index]));
    expect(mark(text, ranges)).toBe(marked);
  });

  test("nothing where no range touches the text", () => {
    expect(mark("one *two*", [{ name: "a", start: 40, end: 44 }])).toBe("one (two)");
  });

  test("whatever is marked, the text stays what it was, and each range ends once", () => {
    const place = fc.integer({ min: 0, max: 24 });
    const some = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 5 });
    const text = "one *two $x$ three* four five";
    fc.assert(
      fc.property(some, (places) => {
        const ranges = places.map(([a, b], index) => ({
          name: String(index),
          start: Math.min(a, b),
          end: Math.max(a, b) + 1,
        }));
        const shown = mark(text, ranges);
        expect(shown.replace(/‹\d |›|\|\d\|/g, "")).toBe("one (two [x] three) four five");
        for (const { name } of ranges) expect(shown.split(`|${name}|`).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
