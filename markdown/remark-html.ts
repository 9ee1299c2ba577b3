import type { Html, Root } from "mdast";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { report } from "./compilation.ts";
import { visit } from "./visit.ts";

/** Elements that contributed text may use as HTML, without attributes. Nothing else of HTML passes. */
export const safeElements = [
  "abbr",
  "b",
  "br",
  "cite",
  "del",
  "dfn",
  "em",
  "i",
  "ins",
  "kbd",
  "mark",
  "q",
  "s",
  "samp",
  "small",
  "strong",
  "sub",
  "sup",
  "u",
  "var",
  "wbr",
] as const;

const voidElements = new Set(["br", "wbr"]);
const safeTag = new RegExp(`<(/?)(${safeElements.join("|")})\\s*/?>`, "gi");

/**
 * Lets a short list of elements without attributes through, hides comments, and reports all other HTML.
 *
 * In:  `H<sub>2</sub>O` → unchanged
 * In:  `<img src=x onerror=…>` → mistake: HTML is not allowed here
 */
export default function remarkHtml() {
  return checkHtml;
}

/** Checks the HTML of a tree, of a document or of a string in a data file. What is not allowed is shown as text. */
export function checkHtml(tree: Root, file: VFile): void {
  const refused = new Set<Node>();
  visit(tree, "html", (node: Html, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (isComment(node.value)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (isSafe(node.value)) return undefined;
    report(file, node, unsafe(node.value));
    refused.add(parent);
    parent.children[index] = { type: "text", value: node.value };
    return undefined;
  });
  visit(tree, (node) => {
    if (!("children" in node)) return;
    for (const { tag, what } of findUnbalanced(node as Parent)) {
      // Where a tag was refused, its partner stands alone by no fault of its own.
      if (!refused.has(node)) report(file, tag, unbalanced(what));
      tag.value = "";
    }
  });
}

function isComment(value: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(value) && !value.includes("ansatz-hole");
}

function isSafe(value: string): boolean {
  const rest = value.replace(safeTag, "");
  return !/[<>&]/.test(rest);
}

/** Tags without their partner in the same paragraph; left in, they would reach beyond it into the page. */
function findUnbalanced(parent: Parent): { tag: Html; what: string }[] {
  const open: { name: string; tag: Html }[] = [];
  const found: { tag: Html; what: string }[] = [];
  for (const tag of parent.children.filter((child): child is Html => child.type === "html")) {
    for (const [, slash, written] of tag.value.matchAll(safeTag)) {
      const name = (written ?? "").toLowerCase();
      if (voidElements.has(name)) continue;
      if (slash === "") open.push({ name, tag });
      else if (open.at(-1)?.name === name) open.pop();
      else found.push({ tag, what: `\`</${name}>\` closes nothing` });
    }
  }
  const unclosed = open.map(({ name, tag }) => ({
    tag,
    what: `\`<${name}>\` is not closed in its paragraph`,
  }));
  return [...found, ...unclosed];
}

function unbalanced(what: string) {
  return {
    rule: "unbalanced-html",
    what,
    hint: "Open and close an element within one paragraph, the last opened first.",
  };
}

function unsafe(value: string) {
  const shown = value.split("\n", 1)[0]?.slice(0, 60) ?? "";
  return {
    rule: "unsafe-html",
    what: `HTML is not allowed here: \`${shown}\``,
    hint: `Write Markdown; or one of ${safeElements.join(", ")}, without attributes. For a bare “<”, write \`\\<\`.`,
  };
}
