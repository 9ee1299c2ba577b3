import type { Root } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { suggestion } from "../mistakes/suggest.ts";
import { attributesOf, type BlockRule, blocks } from "./blocks.ts";
import { checkClosings } from "./check-closings.ts";
import { report, sliceOf } from "./compilation.ts";
import { visit } from "./visit.ts";

/** Directives without a text of their own. */
const leaves = ["attempt", "experiment"];

/** Checks the name, the attributes and the closing of each directive; what cannot be used becomes its content. */
export function checkDirectives(tree: Root, file: VFile): void {
  checkClosings(tree, file);
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
export function findStray(node: Node, file: VFile): void {
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
