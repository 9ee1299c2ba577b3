import type { Code, Heading, Link, Paragraph, Root } from "mdast";
import type { Math as Display, InlineMath } from "mdast-util-math";
import type { Parent } from "unist";
import type { VFile } from "vfile";
import { compilationOf } from "./compilation.ts";
import type { FormulaContext } from "./document.ts";
import { labelPattern } from "./equation-numbers.ts";
import { blankLabels } from "./formula-source.ts";
import { visit } from "./visit.ts";

declare module "vfile" {
  interface DataMap {
    /** By label, each formula that a number of the document is said to equal. */
    formulaContexts: ReadonlyMap<string, FormulaContext>;
  }
}

/** What a region of the page declares and defines, in order; it ends where a heading of its depth begins. */
interface Region {
  readonly depth: number;
  readonly before: FormulaContext["before"];
}

/**
 * Remembers, for each labelled display, what is in force where it stands: `symbols` blocks, and earlier displays and
 * formulas of the text, which may define names. A check that evaluates the formula later reads them again. Nothing is remembered in a document none
 * of whose numbers names a formula.
 *
 * In: `[0.693](quantity:uniform-divergence/forward?equals=eq:kl)` and `$$ \label{eq:kl} … $$`
 */
export default function remarkFormulaContexts() {
  return (tree: Root, file: VFile): void => {
    let isAsked = false;
    visit(tree, "link", ({ url }: Link) => {
      isAsked ||= /^quantity:.*[?&]equals=/i.test(url);
    });
    const contexts = new Map<string, FormulaContext>();
    if (isAsked) walk(tree, [{ depth: 0, before: [] }], contexts, compilationOf(file).input.macros);
    file.data.formulaContexts = contexts;
  };
}

/** Walks in the order of the page. What a block opens ends with the block. */
function walk(
  parent: Parent,
  outer: readonly Region[],
  contexts: Map<string, FormulaContext>,
  macros: FormulaContext["macros"],
): void {
  let regions = [...outer];
  for (const child of parent.children) {
    const before = regions.at(-1)?.before ?? [];
    if (child.type === "heading") regions = enter(child as Heading, regions);
    else if (child.type === "code" && (child as Code).lang === "symbols")
      regions = add(regions, { kind: "symbols", text: (child as Code).value });
    else if (child.type === "math") {
      const { value } = child as Display;
      const tex = blankLabels(value);
      for (const [, label = ""] of value.matchAll(labelPattern))
        contexts.set(label, { label, tex, macros, before });
      regions = add(regions, { kind: "display", text: tex });
    } else if (child.type === "paragraph") {
      for (const text of definitionsIn(child as Paragraph)) regions = add(regions, { kind: "inline", text });
    } else if ("children" in child) walk(child as Parent, regions, contexts, macros);
  }
}

/** The formulas of a paragraph that may define something. */
function definitionsIn(paragraph: Paragraph): string[] {
  const found: string[] = [];
  visit(paragraph, "inlineMath", ({ value }: InlineMath) => {
    if (value.includes("=")) found.push(value);
  });
  return found;
}

function enter({ depth }: Heading, regions: readonly Region[]): Region[] {
  const outer = regions.filter((region) => region.depth < depth);
  return [...outer, { depth, before: outer.at(-1)?.before ?? [] }];
}

function add(regions: readonly Region[], entry: FormulaContext["before"][number]): Region[] {
  const last = regions.at(-1) ?? { depth: 0, before: [] };
  return [...regions.slice(0, -1), { ...last, before: [...last.before, entry] }];
}
