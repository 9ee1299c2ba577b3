import type { Heading, Paragraph, PhrasingContent, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { compilationOf, report, setSource } from "./compilation.ts";
import { parseMarkdown } from "./parse.ts";

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
    const given = file.data.frontmatter?.title;
    compilation.title = given ?? (first === undefined ? "" : textOf(first));
    compilation.titleNodes = given === undefined ? (first?.children ?? []) : parseTitle(given, file);
    if (first !== undefined) tree.children.splice(tree.children.indexOf(first), 1);
    compilation.lead = leadOf(tree);
    for (const other of others) {
      report(file, other, {
        rule: "second-title",
        what: `A second heading of depth 1: \`${textOf(other)}\``,
        hint: "A page has one title; write `##` for a part or a section.",
      });
    }
    if (compilation.title === "") reportMissing(tree, file);
  };
}

/** The title of the frontmatter as Markdown; a mistake in it is placed at its line. */
function parseTitle(title: string, file: VFile): PhrasingContent[] {
  const { source } = compilationOf(file).input;
  const offset = Math.max(0, source.text.search(/^title\s*:/m));
  const tree = parseMarkdown({ path: source.path, text: title, locate: () => source.locate(offset) });
  setSource(tree, { path: source.path, text: title, locate: () => source.locate(offset) });
  const [first] = tree.children;
  return first?.type === "paragraph" ? first.children : [{ type: "text", value: title }];
}

function reportMissing(tree: Root, file: VFile): void {
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

function leadOf(tree: Root): string {
  let lead = "";
  visit(tree, "paragraph", (paragraph: Paragraph) => {
    lead = textOf(paragraph).replace(/\s+/g, " ").trim();
    return lead === "";
  });
  return lead;
}
