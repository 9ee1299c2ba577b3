import type { Code, Heading, Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { checkDisplay, createScope, parseSymbols, type Scope, type Step } from "../derivation/index.ts";
import { compilationOf, report, reportAt, sourceOf } from "./compilation.ts";
import { element, text } from "./element.ts";
import { blankLabels, offsetIn } from "./formula-source.ts";

declare module "mdast-util-math" {
  interface MathData {
    /** What the derivation checker found of the display. */
    check?: readonly Step[];
  }
}

/** Declarations in force below a heading. */
interface Region {
  readonly depth: number;
  scope: Scope;
  /** Whether a `symbols` block declares anything here; without one, displays are not checked yet. */
  isDeclared: boolean;
}

/**
 * Checks each step of the document's own displays where a `symbols` block declares what the letters mean. A block is
 * in force from where it stands to the next heading of the same or a higher level. A false step is a mistake.
 *
 * In:  ```` ```symbols ```` `x in (0, 1)` … `$$ (1+x)^2 = 1 + x^2 $$`
 * Out: mistake at `=`: the step is false, with the values at which the two sides differ
 */
export default function remarkDerivations() {
  return (tree: Root, file: VFile): void => {
    walk(tree, [{ depth: 0, scope: createScope(), isDeclared: false }], file);
  };
}

/** Walks in the order of the page. What a block opens ends with the block. */
function walk(parent: Parent, outer: readonly Region[], file: VFile): void {
  const regions = outer.map((region) => ({ ...region }));
  for (const [index, child] of parent.children.entries()) {
    if (child.type === "heading") enter(child as Heading, regions);
    else if (child.type === "math") check(child as Display, regions, file);
    else if (child.type === "code" && (child as Code).lang === "symbols") {
      parent.children[index] = declare(child as Code, regions, file);
    } else if ("children" in child) walk(child as Parent, regions, file);
  }
}

function enter({ depth }: Heading, regions: Region[]): void {
  while ((regions.at(-1)?.depth ?? 0) >= depth) regions.pop();
  const { scope, isDeclared } = innermost(regions);
  regions.push({ depth, scope: createScope(scope), isDeclared });
}

function innermost(regions: readonly Region[]): Region {
  const region = regions.at(-1);
  if (region === undefined) throw new Error("The outermost region was left");
  return region;
}

/** Reads a `symbols` block; the page shows it folded, as “Notation”. */
function declare(node: Code, regions: readonly Region[], file: VFile): Node {
  const region = innermost(regions);
  const { macros } = compilationOf(file).input;
  const { scope, mistakes } = parseSymbols(node.value, { macros, parent: region.scope });
  Object.assign(region, { scope, isDeclared: true });
  const source = sourceOf(node, file);
  const lines = offsetsOfLines(source.text, (node.position?.start.offset ?? 0) + 1);
  for (const { line, column, reason } of mistakes) {
    reportAt(file, source, (lines[line] ?? 0) + column - 1, {
      rule: "symbols",
      what: `The declaration is not understood: ${reason}`,
      hint: "One declaration a line: `x in (0, 1)`, `n in 1..8`, `f(x) := …`; `%` begins a comment.",
    });
  }
  const summary = element("summary", {}, [
    element("span", { className: ["block-label"] }, [text("Notation")]),
  ]);
  const body = element("pre", {}, [element("code", {}, [text(node.value)])]);
  return element("details", { className: ["block", "block-notation"] }, [
    summary,
    element("div", { className: ["block-body", "code"] }, [body]),
  ]);
}

/** Offsets of the beginnings of lines behind an offset: index 0 is the line that it stands in. */
function offsetsOfLines(text: string, from: number): number[] {
  const offsets = [text.lastIndexOf("\n", from) + 1];
  for (let at = text.indexOf("\n", from); at >= 0; at = text.indexOf("\n", at + 1)) offsets.push(at + 1);
  return offsets;
}

function check(node: Display, regions: readonly Region[], file: VFile): void {
  const { scope, isDeclared } = innermost(regions);
  if (!isDeclared) return;
  const { macros, source } = compilationOf(file).input;
  const { steps } = checkDisplay({
    tex: blankLabels(node.value),
    macros,
    scope,
    seed: `${source.path} ${node.value}`,
  });
  node.data = { ...node.data, check: steps };
  for (const step of steps) {
    if (step.outcome === "false") report(file, node, falseStep(step), offsetIn(node, step.offset, file));
  }
}

function falseStep({ left, right, relation, counterexample }: Step) {
  const at = Object.entries(counterexample?.point ?? {}).map(
    ([name, value]) => `${name} = ${sixDigits(value)}`,
  );
  const where = at.length === 0 ? "" : ` At ${at.join(", ")}:`;
  const values = counterexample ? `${where} ${bothSides(counterexample)}` : "";
  return {
    rule: "false-step",
    what: `The step is false: \`${left.trim()}\` ${relation} \`${right.trim()}\`.${values}`,
    hint: counterexample?.hint ?? "Mend one of the two sides, or what they are declared to mean.",
  };
}

/** Both values with six significant digits, or with all where those do not tell them apart. */
function bothSides(values: { readonly left: number; readonly right: number }): string {
  const isApart = sixDigits(values.left) !== sixDigits(values.right);
  const [left, right] = [values.left, values.right].map((value) => (isApart ? sixDigits(value) : value));
  return `left = ${left}, right = ${right}`;
}

function sixDigits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
