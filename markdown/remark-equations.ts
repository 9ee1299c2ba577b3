import type { Root, RootContent } from "mdast";
import type { Math as Display, InlineMath } from "mdast-util-math";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { type Compilation, compilationOf, report, sourceOf } from "./compilation.ts";
import { panelOf } from "./derivations/panel.ts";
import { element, text } from "./element.ts";
import { eqrefPattern, labelPattern, type Numbers, numbersOf, tagPattern } from "./equation-numbers.ts";
import { offsetIn, setWritten } from "./formula-source.ts";
import { visit } from "./visit.ts";

/**
 * Supplies `\label` and `\eqref`, which KaTeX lacks, and wraps each display.
 *
 * In:  `$$ \label{eq:kl} D = 0 $$` and `$\eqref{eq:kl}$`
 * Out: `<div class="equation" id="eq:kl">` … `<span class="equation-number">(1)</span>`, and a formula `\href{#eq:kl}{\text{(1)}}`
 *
 * An equation is numbered, in the order of the page, if something in the page refers to it, or by its own `\tag`.
 */
export default function remarkEquations() {
  return (tree: Root, file: VFile): void => {
    const numbers = numbersOf(tree, file);
    visit(tree, "math", (node: Display, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      parent.children[index] = renderEquation(node, numbers, file) as RootContent;
      return index + 1;
    });
    visit(tree, "inlineMath", (node: InlineMath) => {
      setWritten(node, node.value);
      node.value = replaceReferences(node, node.value, numbers, file);
    });
  };
}

function renderEquation(node: Display, numbers: Numbers, file: VFile): Node {
  const compilation = compilationOf(file);
  const labels = [...node.value.matchAll(labelPattern)].map((match) => match[1] ?? "");
  const written = node.value;
  const tex = replaceReferences(node, written, numbers, file);
  const bare = tex.replace(labelPattern, "").trim();
  const part = partOf(node, compilation, file);
  for (const label of labels) {
    const number = numbers.get(label);
    compilation.equations.push({
      label,
      tex: bare,
      ...(number ? { number } : {}),
      ...(part ? { part } : {}),
    });
  }
  const isSingle = labels.length === 1 && !tagPattern.test(tex);
  node.value = tex.replace(labelPattern, (_, label: string) => {
    const number = numbers.get(label);
    return number === undefined || isSingle || tagPattern.test(tex) ? "" : `\\tag{${number}}`;
  });
  const [id] = labels;
  const source = sourceOf(node, file);
  const { line, column } = source.locate(
    (node.position?.start.offset ?? 0) + offsetIn(node, 0, file, written),
  );
  setWritten(node, written);
  const { check, panel } = node.data ?? {};
  compilation.displays.push({
    tex: bare,
    file: source.path,
    line,
    column,
    ...(part ? { part } : {}),
    ...(check ? { check } : {}),
  });
  return element("div", { className: ["equation"], ...(id === undefined ? {} : { id }) }, [
    ...labels.slice(1).map((label) => element("span", { id: label })),
    node,
    ...(isSingle ? equationNumber(numbers.get(labels[0] ?? "")) : []),
    ...(panel ? [panelOf(panel, file)] : []),
  ]);
}

/** The number beside a display of one line; it stays in place where a long formula scrolls. */
function equationNumber(number: string | undefined): Node[] {
  return number === undefined
    ? []
    : [element("span", { className: ["equation-number"] }, [text(`(${number})`)])];
}

function replaceReferences(node: Node, tex: string, numbers: Numbers, file: VFile): string {
  return tex.replace(eqrefPattern, (_, label: string, at: number) => {
    const number = numbers.get(label);
    if (number !== undefined) return `\\href{#${label}}{\\text{(${number})}}`;
    report(file, node, unknownLabel(label, numbers), offsetIn(node as Display, at, file));
    return "\\text{(?)}";
  });
}

function partOf(node: Node, { parts }: Compilation, file: VFile): string | undefined {
  if (node.position?.source !== undefined) return undefined;
  const line = sourceOf(node, file).locate(node.position?.start.offset ?? 0).line;
  return parts.filter((part) => part.line < line).at(-1)?.id;
}

function unknownLabel(label: string, numbers: Numbers) {
  return {
    rule: "unknown-label",
    what: `No equation of this page has the label \`${label}\``,
    hint:
      numbers.size === 0 ? "Write `\\label{…}` inside the equation." : suggestion(label, [...numbers.keys()]),
  };
}
