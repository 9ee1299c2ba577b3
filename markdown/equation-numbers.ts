import type { Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import type { VFile } from "vfile";
import { decodeLink } from "./address.ts";
import { claimAnchor, report } from "./compilation.ts";
import { offsetIn, setReported } from "./formula-source.ts";
import { visit } from "./visit.ts";

/** What the LaTeX commands look like that KaTeX lacks. */
export const labelPattern = /\\label\s*\{([^{}]*)\}/g;
export const eqrefPattern = /\\eqref\s*\{([^{}]*)\}/g;
export const tagPattern = /\\tag\*?\s*\{([^{}]*)\}/;

/** The labels of a page with the number of each; a label that nobody refers to has none. */
export type Numbers = ReadonlyMap<string, string | undefined>;

/** Numbers the equations of a page that something refers to, in their order; one with a `\tag` keeps that. */
export function numbersOf(tree: Root, file: VFile): Numbers {
  return numberEquations(tree, collectLabels(tree, file));
}

/** Labels in the order of the page, with the tag of each that has one. */
function collectLabels(tree: Root, file: VFile): Map<string, string | undefined> {
  const labels = new Map<string, string | undefined>();
  visit(tree, "math", (node: Display) => {
    for (const [index, match] of [...node.value.matchAll(labelPattern)].entries()) {
      const label = match[1] ?? "";
      if (index > 0 && !node.value.includes("\\\\")) {
        setReported(node);
        labels.set(label, undefined);
        report(file, node, secondLabel(label), offsetIn(node, match.index, file));
      } else if (labels.has(label) || /^[A-Za-z][\w:.-]*$/.test(label)) {
        claimAnchor(file, node, label, `equation \`${label}\``);
        labels.set(label, tagPattern.exec(node.value)?.[1]);
      } else {
        report(file, node, invalidLabel(label), offsetIn(node, match.index, file));
      }
    }
  });
  return labels;
}

function numberEquations(tree: Root, labels: ReadonlyMap<string, string | undefined>): Numbers {
  const referred = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "link" && node.url.startsWith("#")) referred.add(decodeLink(node.url.slice(1)));
    if (node.type !== "math" && node.type !== "inlineMath") return;
    for (const match of node.value.matchAll(eqrefPattern)) referred.add(match[1] ?? "");
  });
  const taken = new Set([...labels.values()].filter((tag) => tag !== undefined));
  let next = 1;
  const numbers = new Map<string, string | undefined>();
  for (const [label, tag] of labels) {
    if (tag !== undefined || !referred.has(label)) {
      numbers.set(label, tag);
      continue;
    }
    while (taken.has(String(next))) next++;
    numbers.set(label, String(next++));
  }
  return numbers;
}

function secondLabel(label: string) {
  return {
    rule: "second-label",
    what: `A second label \`${label}\` of one display: a display of one line has one label`,
    hint: "Remove one of the two. Lines of `\\begin{align} … \\\\ … \\end{align}` have one each.",
  };
}

function invalidLabel(label: string) {
  return {
    rule: "invalid-label",
    what: label === "" ? "An empty label of an equation" : `Invalid label \`${label}\` of an equation`,
    hint: "A label begins with a letter and holds letters, digits, `:`, `-`, `_` and `.`: `\\label{eq:name}`.",
  };
}
