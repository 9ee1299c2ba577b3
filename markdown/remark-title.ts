import type { Heading, Paragraph, PhrasingContent, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { compilationOf, report, setSource } from "./compilation.ts";
import type { Macros } from "./document.ts";
import { parseMarkdown } from "./parse.ts";
import { plainText } from "./plain/text.ts";
import { setApostrophesIn } from "./remark-apostrophes.ts";
import { checkHtml } from "./remark-html.ts";
import { findLeftovers } from "./remark-leftovers.ts";
import type { Source } from "./source.ts";
import { visit } from "./visit.ts";

/**
 * Takes the first heading of depth 1 out of the text, since the page's layout shows the title, and finds the lead.
 * A document needs a title, from its frontmatter or its heading, and something to say.
 */
export default function remarkTitle() {
  return (tree: Root, file: VFile): void => {
    const compilation = compilationOf(file);
    const titles = tree.children.filter(
      (node): node is Heading => node.type === "heading" && node.depth === 1,
    );
    const [first, ...others] = titles;
    const given = file.data.titleSource;
    compilation.titleNodes = plain(given === undefined ? (first?.children ?? []) : parseTitle(given, file));
    setApostrophesIn({ type: "paragraph", children: compilation.titleNodes });
    compilation.title = plainText(compilation.titleNodes, compilation.input.macros).trim();
    if (first !== undefined) tree.children.splice(tree.children.indexOf(first), 1);
    compilation.lead = leadOf(tree, compilation.input.macros);
    for (const other of others) {
      report(file, other, {
        rule: "second-title",
        what: `A second heading of depth 1: \`${textOf(other)}\``,
        hint: "A page has one title; write `##` for a part or a section.",
      });
    }
    if (compilation.title === "") reportMissing(tree, file);
    else if (tree.children.every(({ type }) => type === "definition")) reportEmpty(tree, file);
  };
}

/** The title of the frontmatter as Markdown; its nodes keep their places in the file. */
function parseTitle(source: Source, file: VFile): PhrasingContent[] {
  const tree = parseMarkdown(source);
  setSource(tree, source);
  findLeftovers(tree, file);
  checkHtml(tree, file);
  const [first] = tree.children;
  return first?.type === "paragraph" ? first.children : [{ type: "text", value: source.text }];
}

/** A title's nodes without what a title cannot hold: links and images give way to their text. */
function plain(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "link" || node.type === "linkReference") return plain(node.children);
    if (node.type === "emphasis" || node.type === "strong" || node.type === "delete")
      return [{ ...node, children: plain(node.children) }];
    const isKept = ["text", "inlineCode", "inlineMath", "html"].includes(node.type);
    return isKept ? [node] : [{ type: "text", value: node.type === "break" ? " " : textOf(node) }];
  });
}

function reportMissing(tree: Root, file: VFile): void {
  if (file.data.isFrontmatterRefused) return;
  const isEmpty = compilationOf(file).input.source.text.trim() === "";
  report(
    file,
    tree,
    isEmpty
      ? {
          rule: "empty-file",
          what: "The file is empty",
          hint: "Write a heading and a solution, or remove the file.",
        }
      : {
          rule: "missing-title",
          what: "The page has no title",
          hint: "Begin the text with a heading `# Title`, or write `title:` in the frontmatter.",
        },
  );
}

function reportEmpty(tree: Root, file: VFile): void {
  report(file, tree, {
    rule: "empty-page",
    what: "The page has a title and no text",
    hint: "Write the problem and its solution behind the title, or remove the file.",
  });
}

function leadOf(tree: Root, macros: Macros): string {
  let lead = "";
  visit(tree, "paragraph", (paragraph: Paragraph) => {
    lead = plainText(paragraph, macros).replace(/\s+/g, " ").trim();
    return lead === "";
  });
  return lead;
}
