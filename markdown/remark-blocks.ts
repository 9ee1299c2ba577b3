import type { BlockContent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Node, Parent } from "unist";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { report, sliceOf } from "./compilation.ts";
import { element, text } from "./element.ts";
import { visit } from "./visit.ts";

interface BlockRule {
  /** Attributes by name; the value tells what is wrong with a text, or undefined where it is right. */
  readonly attributes: Readonly<Record<string, (value: string) => string | undefined>>;
  readonly required?: readonly string[];
  render(block: ContainerDirective, context: BlockContext): Node;
}

interface BlockContext {
  /** Which hint of its part this is, and of how many. */
  readonly hint: { readonly index: number; readonly of: number };
}

const isFlag = (value: string) => (["", "true"].includes(value) ? undefined : "Write it without a value.");
const isDate = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : "Write a date as `2026-11-22`.";
const isText = (value: string) => (value === "" ? "Write some text." : undefined);

/** The blocks that a solution may hold. Names are those of PreTeXt where it has one. */
const blocks: ReadonlyMap<string, BlockRule> = new Map(
  Object.entries<BlockRule>({
    statement: {
      attributes: { reconstructed: isFlag },
      render: (block) =>
        section("statement", block, [
          text("Statement"),
          ...("reconstructed" in attributesOf(block)
            ? [text(" "), qualifier("reconstructed from the answer")]
            : []),
        ]),
    },
    hint: {
      attributes: {},
      render: (block, { hint }) => folded("hint", block, `Hint ${hint.index} of ${hint.of}`),
    },
    answer: { attributes: {}, render: (block) => folded("answer", block, "Answer") },
    solution: { attributes: {}, render: (block) => section("solution", block, [text("Solution")]) },
    annotation: {
      attributes: { by: isText },
      required: ["by"],
      render: (block) =>
        element("aside", { className: ["note", "note-annotation"], role: "note" }, [
          label([text(attributesOf(block)["by"] ?? "")]),
          ...block.children,
        ]),
    },
    correction: {
      attributes: { date: isDate },
      required: ["date"],
      render: (block) => section("correction", block, [text(`Corrected on ${attributesOf(block)["date"]}`)]),
    },
  }),
);

const leaves = ["attempt", "experiment"];

/**
 * Checks block directives and turns them into the page's blocks.
 *
 * In:  `:::hint` … `:::`
 * Out: `<details class="block block-hint"><summary>…Hint 1 of 2…</summary><div class="block-body">…`
 */
export default function remarkBlocks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ["paragraph", "tableRow"], (node) => findStray(node, file));
    checkDirectives(tree, file);
    const hints = countHints(tree);
    replaceBlocks(tree, hints);
  };
}

/** Checks the name, the attributes and the closing of each directive; what cannot be used becomes its content. */
function checkDirectives(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (node.type === "containerDirective") checkContainer(node, file);
    if (node.type === "leafDirective") checkLeaf(node, file);
  });
}

function checkContainer(node: ContainerDirective, file: VFile): void {
  const rule = blocks.get(node.name);
  if (rule === undefined) {
    const isLeaf = leaves.includes(node.name);
    report(file, node, {
      rule: "unknown-directive",
      what: `Unknown block \`:::${node.name}\``,
      hint: isLeaf
        ? `\`${node.name}\` holds no text: write \`::${node.name}{…}\` with two colons on one line.`
        : suggestion(node.name, [...blocks.keys()]),
    });
    return;
  }
  checkAttributes(node, rule, file);
  checkClosing(node, file);
  if (node.children.length === 0) {
    report(file, node, {
      rule: "empty-block",
      what: `The block \`:::${node.name}\` is empty`,
      hint: "Write its text, or remove it.",
    });
  }
}

function checkAttributes(node: ContainerDirective, rule: BlockRule, file: VFile): void {
  const attributes = attributesOf(node);
  for (const [name, value] of Object.entries(attributes)) {
    const known = Object.keys(rule.attributes);
    const check = known.includes(name) ? rule.attributes[name] : undefined;
    const problem = check === undefined ? suggestion(name, known) : check(value);
    if (problem === undefined) continue;
    report(file, node, {
      rule: check === undefined ? "unknown-attribute" : "invalid-attribute",
      what:
        check === undefined
          ? `Unknown attribute \`${name}\` of \`:::${node.name}\``
          : `Invalid attribute \`${name}="${value}"\` of \`:::${node.name}\``,
      hint: known.length === 0 ? `\`:::${node.name}\` takes no attributes.` : problem,
    });
  }
  for (const name of rule.required ?? []) {
    if (name in attributes) continue;
    report(file, node, {
      rule: "missing-attribute",
      what: `Missing attribute \`${name}\` of \`:::${node.name}\``,
      hint: `Write \`:::${node.name}{${name}="…"}\`.`,
    });
  }
}

function checkClosing(node: ContainerDirective, file: VFile): void {
  const lines = sliceOf(node, file).split("\n");
  const opening = /^:+/.exec(lines[0] ?? "")?.[0].length ?? 0;
  const closing = /:+$/.exec((lines.at(-1) ?? "").trim())?.[0].length ?? 0;
  if (lines.length > 1 && closing >= opening) return;
  report(file, node, {
    rule: "unclosed-directive",
    what: `The block \`${":".repeat(opening)}${node.name}\` is not closed`,
    hint: `Write \`${":".repeat(opening)}\` on a line of its own behind its text. A block around another one needs more colons than it.`,
  });
}

function checkLeaf(node: LeafDirective, file: VFile): void {
  if (leaves.includes(node.name)) return;
  report(file, node, {
    rule: "unknown-directive",
    what: `Unknown directive \`::${node.name}\``,
    hint: blocks.has(node.name)
      ? `\`${node.name}\` holds text: write \`:::${node.name}\` with three colons, and \`:::\` behind the text.`
      : suggestion(node.name, leaves),
  });
}

/** A line of colons that opened or closed nothing is shown as text by Markdown; nobody means that. */
function findStray(node: Node, file: VFile): void {
  if (node.position?.source !== undefined) return;
  const slice = sliceOf(node, file);
  const match = /^[ \t]*(:{3,}|::(?=\w))(.*)$/m.exec(slice);
  if (match === null) return;
  const isFence = (match[2] ?? "").trim() === "";
  report(
    file,
    node,
    {
      rule: "stray-fence",
      what: isFence
        ? `A stray \`${match[1]}\` that closes nothing`
        : `\`${match[0].trim()}\` is not a directive`,
      hint: isFence
        ? "Remove it, or open its block with `:::name`. A block around another one needs more colons than it."
        : "A directive begins its line and reads `:::name` or `:::name{key=value}`, without a space before the name.",
    },
    match.index + (match[0].length - match[0].trimStart().length),
  );
}

/** Numbers the hints of each part; hints stand at the top level or inside other blocks. */
function countHints(tree: Root): Map<Node, BlockContext["hint"]> {
  const numbers = new Map<Node, BlockContext["hint"]>();
  let group: Node[] = [];
  const close = () => {
    for (const [index, hint] of group.entries()) numbers.set(hint, { index: index + 1, of: group.length });
    group = [];
  };
  for (const node of tree.children) {
    if (node.type === "heading") close();
    visit(node as RootContent, "containerDirective", (block: ContainerDirective) => {
      if (block.name === "hint") group.push(block);
    });
  }
  close();
  return numbers;
}

function replaceBlocks(parent: Parent, hints: Map<Node, BlockContext["hint"]>): void {
  for (const [index, child] of parent.children.entries()) {
    if ("children" in child) replaceBlocks(child as Parent, hints);
    if (child.type !== "containerDirective") continue;
    const block = child as ContainerDirective;
    const hint = hints.get(block) ?? { index: 1, of: 1 };
    parent.children[index] =
      blocks.get(block.name)?.render(block, { hint }) ?? element("div", {}, block.children);
  }
}

function attributesOf(node: ContainerDirective): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""]),
  );
}

function section(name: string, block: ContainerDirective, heading: Node[]): Node {
  return element("section", { className: ["block", `block-${name}`] }, [label(heading), ...block.children]);
}

function folded(name: string, block: ContainerDirective, heading: string): Node {
  const body = element("div", { className: ["block-body"] }, block.children as BlockContent[]);
  const summary = element("summary", {}, [element("span", { className: ["block-label"] }, [text(heading)])]);
  return element("details", { className: ["block", `block-${name}`] }, [summary, body]);
}

function label(children: Node[]): Node {
  return element("p", { className: ["block-label"] }, children);
}

function qualifier(words: string): Node {
  return element("span", { className: ["block-qualifier"] }, [text(words)]);
}
