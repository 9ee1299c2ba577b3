import type { Code, Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import type { VFile } from "vfile";
import { report, sliceOf } from "./compilation.ts";
import { setReported } from "./formula-source.ts";
import { SKIP, visit } from "./visit.ts";

/**
 * Checks the fences of displays, and makes displays of fenced `math` blocks.
 *
 * In:  `$$x = 1$$ (1)` → mistake at `(1)`: text after the closing `$$`.
 * In:  `$$` `x = 1` and a blank line → mistake at `$$`: not closed.
 * In:  a paragraph that holds a `$$x$$` beside words → mistake: a display stands alone.
 */
export default function remarkDisplays() {
  return (tree: Root, file: VFile): void => {
    checkDisplays(tree, file);
    findStrayFences(tree, file);
    visit(tree, "code", (node: Code, index, parent) => {
      if (node.lang !== "math" || parent === undefined || index === undefined) return undefined;
      parent.children[index] = displayOf(node);
      return SKIP;
    });
    visit(tree, "inlineMath", (node) => {
      if (!sliceOf(node, file).startsWith("$$") || node.position?.source !== undefined) return;
      report(file, node, {
        rule: "display-in-text",
        what: "A display `$$…$$` shares its paragraph with text",
        hint: "Put the display on lines of its own, or write `$…$` for a formula in the text.",
      });
    });
  };
}

/** Checks the fences of all displays of a tree, of a document, a quotation or a string in a data file. */
export function checkDisplays(tree: Root, file: VFile): void {
  visit(tree, "math", (node: Display) => checkFences(node, file));
}

/** A `$$` that stands in the text as it is: it was meant to open or to close a display. */
export function findStrayFences(tree: Root, file: VFile): void {
  visit(tree, "text", (node) => {
    const match = /(?<!\\)\$\$/.exec(sliceOf(node, file));
    if (match === null) return;
    const finding = {
      rule: "stray-display-fence",
      what: "A stray `$$` in the text",
      hint: "Put the display on lines of its own and close it with `$$`, or write `\\$\\$` for two dollar signs.",
    };
    report(file, node, finding, match.index);
  });
}

function checkFences(node: Display, file: VFile): void {
  const slice = sliceOf(node, file);
  const closing = slice.lastIndexOf("$$");
  if (closing < 2) {
    setReported(node);
    report(file, node, {
      rule: "unclosed-display",
      what: "A display opened by `$$` is not closed before a blank line or the end of the text",
      hint: "Write `$$` behind the formula; a display holds no blank line.",
    });
    return;
  }
  const first = slice.indexOf("$$", 2);
  const trailing = slice.slice(first + 2);
  const within = first + 2 + (trailing.length - trailing.trimStart().length);
  if (trailing.trim() !== "") {
    report(file, node, textAfterDisplay(trailing.trim()), within);
  } else if (node.value.trim() === "") {
    report(file, node, {
      rule: "empty-display",
      what: "A display without a formula",
      hint: "Remove the two `$$`, or write a formula between them.",
    });
  }
}

function textAfterDisplay(found: string) {
  const short = found.length > 30 ? `${found.slice(0, 30)}…` : found;
  return {
    rule: "text-after-display",
    what: `Text after the closing \`$$\` of a display: found \`${short}\``,
    hint: "Begin a new line behind the closing `$$`. A label goes inside: `$$ \\label{eq:name} … $$`.",
  };
}

function displayOf(node: Code): Display {
  const display: Display = { type: "math", value: node.value };
  if (node.position !== undefined) display.position = node.position;
  return display;
}
