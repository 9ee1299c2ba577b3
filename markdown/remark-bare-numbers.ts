import type { Link, Root } from "mdast";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { report, sliceOf } from "./compilation.ts";
import type { ElementNode } from "./element.ts";
import { alignValue } from "./source.ts";
import { visit } from "./visit.ts";

/** A decimal, a percentage, or a number with a unit; no version (1.2.3), no part of a name. */
const inText =
  /(?<![\p{L}\d.,:/_-])[+−-]?\d+(?:\.\d+(?!\.?\d)(?:[ \u00A0\u2009\u202F]*%)?|[ \u00A0\u2009\u202F]*(?:%|(?:nats?|bits?)\b))/gu;
/** A decimal of a formula that is no length (`0.5em`). */
const inFormula = /\d+\.\d+(?!\d*\s*(?:em|ex|pt|mu|cm|mm)\b)/g;

/** What is no prose of a solution: code, headings, references, displays, which are checked as such. */
const leftOut = new Set([
  "heading",
  "code",
  "inlineCode",
  "link",
  "linkReference",
  "definition",
  "math",
  "html",
  "yaml",
]);

declare module "vfile" {
  interface DataMap {
    /** Whether a document promises that none of its numbers is copied by hand. */
    isRecomputed: boolean;
  }
}

/**
 * Reports numbers that nothing recomputes, in documents that link at least one: whoever quotes one computed number
 * promises that none is copied by hand. The statement of the problem is what is given, and is left out.
 *
 * In: `the loss is 0.693, not [0.69](quantity:…)`; out: a warning at `0.693`
 */
export default function remarkBareNumbers() {
  return (tree: Root, file: VFile): void => {
    let isLinked = false;
    visit(tree, "link", ({ url }: Link) => {
      isLinked ||= /^quantity:/i.test(url);
    });
    const excuse = file.data.frontmatter?.rules?.["bare-number"];
    file.data.isRecomputed = isLinked && excuse === undefined;
    if (file.data.isRecomputed) walk(tree, file);
  };
}

/**
 * The same for what such a document says of a quoted answer. Formulas are left out there: a note has no display in
 * which they could be checked.
 */
export function findBareNumbers(note: Root, file: VFile): void {
  if (file.data.isRecomputed === true) walk(note, file, false);
}

function walk(parent: Parent, file: VFile, readsFormulas = true): void {
  for (const child of parent.children) {
    if (leftOut.has(child.type) || isStatement(child)) continue;
    if (child.type === "text") find(child as Node & { value: string }, inText, file);
    else if (child.type === "inlineMath") {
      if (readsFormulas) find(child as Node & { value: string }, inFormula, file);
    } else if ("children" in child) walk(child as Parent, file, readsFormulas);
  }
}

function isStatement(node: Node): boolean {
  const classes = (node as Partial<ElementNode>).data?.hProperties?.["className"];
  return Array.isArray(classes) && classes.includes("block-statement");
}

function find(node: Node & { value: string }, pattern: RegExp, file: VFile): void {
  const found = [...node.value.matchAll(pattern)];
  const offsets = found.length === 0 ? [] : alignValue(node.value, sliceOf(node, file));
  for (const { 0: number, index } of found) {
    const finding = {
      rule: "bare-number",
      what: `Nothing recomputes \`${number}\``,
      hint: `Link it to what computes it, as \`[${number}](quantity:experiment/quantity)\`; or say in the frontmatter why not, as \`rules: {bare-number: "…"}\`.`,
      severity: "warning" as const,
    };
    report(file, node, finding, offsets[index] ?? 0);
  }
}
