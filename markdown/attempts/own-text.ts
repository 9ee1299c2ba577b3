import type { Root } from "mdast";
import type { VFile } from "vfile";
import { report, setSource } from "../compilation.ts";
import { parseMarkdown } from "../parse.ts";
import { setApostrophesIn } from "../remark-apostrophes.ts";
import { findBareNumbers } from "../remark-bare-numbers.ts";
import { checkDisplays, findStrayFences } from "../remark-displays.ts";
import { checkHtml } from "../remark-html.ts";
import { findLeftovers } from "../remark-leftovers.ts";
import type { Source } from "../source.ts";
import { visit } from "../visit.ts";

/**
 * Parses what we say of a quoted answer: a Markdown string of its data file. It is checked like a document's text,
 * and its nodes keep their places in the data file. Blocks are for documents: in a note they are a mistake.
 */
export function parseOwnText(source: Source, file: VFile): Root {
  const tree = parseMarkdown(source);
  setSource(tree, source);
  checkDisplays(tree, file);
  findStrayFences(tree, file);
  findLeftovers(tree, file);
  findBareNumbers(tree, file);
  checkHtml(tree, file);
  visit(tree, (node) => {
    if (node.type !== "containerDirective" && node.type !== "leafDirective") return;
    report(file, node, {
      rule: "directive-in-a-note",
      what: `A block \`${node.type === "leafDirective" ? "::" : ":::"}${node.name}\` inside a note`,
      hint: "A note holds paragraphs, formulas, lists and tables; blocks stand in the problem’s own file.",
    });
  });
  setApostrophesIn(tree);
  return tree;
}
