import type { Html, Root } from "mdast";
import type { Parent } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./compilation.ts";

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
  return (tree: Root, file: VFile): void => {
    visit(tree, "html", (node: Html, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      if (isComment(node.value)) {
        parent.children.splice(index, 1);
        return index;
      }
      if (!isSafe(node.value)) {
        report(file, node, unsafe(node.value));
        parent.children[index] = { type: "text", value: node.value };
      }
      return undefined;
    });
    visit(tree, (node) => {
      if ("children" in node) checkBalance(node as Parent, file);
    });
  };
}

function isComment(value: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)+$/.test(value) && !value.includes("ansatz-hole");
}

function isSafe(value: string): boolean {
  const rest = value.replace(safeTag, "");
  return !/[<>&]/.test(rest);
}

/** Every opened element is closed by its own end tag in the same paragraph, so that no tag leaks into the page. */
function checkBalance(parent: Parent, file: VFile): void {
  const open: { name: string; node: Html }[] = [];
  for (const child of parent.children) {
    if (child.type !== "html") continue;
    const node = child as Html;
    for (const [, slash, tag] of node.value.matchAll(safeTag)) {
      const name = (tag ?? "").toLowerCase();
      if (voidElements.has(name)) continue;
      if (slash === "") open.push({ name, node });
      else if (open.at(-1)?.name === name) open.pop();
      else unbalanced(node, `\`</${name}>\` closes nothing`, file);
    }
  }
  for (const { name, node } of open) unbalanced(node, `\`<${name}>\` is not closed in its paragraph`, file);
}

function unbalanced(node: Html, what: string, file: VFile): void {
  report(file, node, {
    rule: "unbalanced-html",
    what,
    hint: "Open and close an element within one paragraph, the last opened first.",
  });
  node.value = "";
}

function unsafe(value: string) {
  const shown = value.split("\n", 1)[0]?.slice(0, 60) ?? "";
  return {
    rule: "unsafe-html",
    what: `HTML is not allowed here: \`${shown}\``,
    hint: `Write Markdown; or one of ${safeElements.join(", ")}, without attributes. For a bare “<”, write \`\\<\`.`,
  };
}
