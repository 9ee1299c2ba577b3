import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Node } from "unist";
import { describe, expect, test } from "vitest";
import { cutSentence } from "../../../markdown/attempts/sentence.ts";
import { parseMarkdown } from "../../../markdown/parse.ts";
import { fileSource } from "../../../markdown/source.ts";

const words = (nodes: readonly Node[]) =>
  textOf({ type: "root", children: nodes as Root["children"] })
    .replace(/\s+/g, " ")
    .trim();

function cut(text: string): [string, string] {
  const { first, rest } = cutSentence(parseMarkdown(fileSource("a.md", text)));
  return [words(first), words(rest)];
}

describe("the first sentence ends", () => {
  test.each([
    ["at a full stop", "One. Two.", "One.", "Two."],
    ["at a question mark", "One? Two.", "One?", "Two."],
    ["not within a number", "It is 0.5 here. Two.", "It is 0.5 here.", "Two."],
    ["not behind an abbreviation", "See e.g. this, i.e. that. Two.", "See e.g. this, i.e. that.", "Two."],
    ["not within a formula", "It is $x. y$ here. Two.", "It is x. y here.", "Two."],
    ["behind a formula", "It is $x$. Two.", "It is x.", "Two."],
    ["with the paragraph, where it has no end", "One\n\nTwo.", "One", "Two."],
    ["at the only sentence's end", "One.", "One.", ""],
  ])("%s", (_, text, first, rest) => {
    expect(cut(text)).toEqual([first, rest]);
  });

  test("a text that begins with a display has none", () => {
    expect(cut("$$ x $$\n\nOne.")).toEqual(["", "x One."]);
  });
});
