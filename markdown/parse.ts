import type { Html, Paragraph, Root, Text } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { setSource } from "./compilation.ts";
import type { Source } from "./source.ts";
import remarkBlockSyntax from "./syntax/block-syntax.ts";
import { visit } from "./visit.ts";

const document = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkBlockSyntax)
  .freeze();

const quotation = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkBlockSyntax, { directives: false })
  .freeze();

/** Parses a problem's file, or a string of ours in a data file: Markdown with tables, formulas and directives. */
export function parseMarkdown(source: Source): Root {
  return document.parse(source.text) as Root;
}

/**
 * Parses quoted text: no directives in it, since none of its words may be taken for ours, and no HTML, which is shown
 * as the text that it is.
 */
export function parseQuotation(source: Source): Root {
  const tree = quotation.parse(source.text) as Root;
  visit(tree, "html", (node: Html, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const { value, position } = node;
    const text: Text = { type: "text", value, ...(position ? { position } : {}) };
    const isFlow = ["root", "blockquote", "listItem", "footnoteDefinition"].includes(parent.type);
    const paragraph: Paragraph = { type: "paragraph", children: [text], ...(position ? { position } : {}) };
    parent.children[index] = isFlow ? paragraph : text;
  });
  setSource(tree, source);
  return tree;
}
