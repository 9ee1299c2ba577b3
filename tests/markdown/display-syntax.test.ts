import type { RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parse.ts";
import { fileSource } from "../../markdown/source.ts";

/** The blocks of a text: a display as `$$…$$`, anything else as its type. */
function blocks(text: string): string[] {
  const show = (node: RootContent): string => (node.type === "math" ? `$$${node.value.trim()}$$` : node.type);
  return parseMarkdown(fileSource("a.md", text)).children.map(show);
}

describe("a display", () => {
  test.each([
    ["stands on one line", "$$x$$", ["$$x$$"]],
    ["stands on several", "$$\nx\ny\n$$", ["$$x\ny$$"]],
    ["begins and ends beside its formula", "$$ x\ny $$", ["$$x\ny$$"]],
    ["interrupts a paragraph", "a\n$$x$$\nb", ["paragraph", "$$x$$", "paragraph"]],
    ["ends at a blank line, closed or not", "$$\nx\n\ny", ["$$x$$", "paragraph"]],
    ["ends at a line of white space", "$$\nx\n \t\ny", ["$$x$$", "paragraph"]],
    ["ends with the container that it began in", "> $$\n> x\ny", ["blockquote", "paragraph"]],
    [
      "keeps a dollar of its own, behind a backslash or not",
      "$$ \\text{\\$ $x$} $$",
      ["$$\\text{\\$ $x$}$$"],
    ],
    ["keeps a dollar at the beginning of a line", "$$\n$x\n$$", ["$$$x$$"]],
    ["may be empty", "$$$$", ["$$$$"]],
    ["is followed by another", "$$x$$\n$$y$$", ["$$x$$", "$$y$$"]],
    ["is not begun by one dollar", "$x$", ["paragraph"]],
    ["is not begun in code", "```\n$$\n```", ["code"]],
  ])("%s", (_, text, expected) => {
    expect(blocks(text)).toEqual(expected);
  });
});
