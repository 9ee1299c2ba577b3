import type { Root } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { blocks } from "./blocks.ts";
import { report, sliceOf, sourceOf } from "./compilation.ts";
import { visit } from "./visit.ts";

/**
 * Reports blocks that are not closed, each at the line that opens it. Of blocks with equally many colons, Markdown
 * gives a closing fence to the outermost, so that the innermost seems open; the author forgot to close the one before.
 */
export function checkClosings(tree: Root, file: VFile): void {
  const shifted = new Set<Node>();
  visit(tree, "containerDirective", (node: ContainerDirective, _, parent) => {
    if (isClosed(node, file) || !blocks.has(node.name)) return;
    const outer = parent?.type === "containerDirective" ? parent : undefined;
    const isEqual = outer !== undefined && fenceOf(outer, file) === fenceOf(node, file);
    if (isEqual && (isClosed(outer, file) || shifted.has(outer))) {
      shifted.add(node);
      reportOuter(outer, node, file);
    } else {
      report(file, node, {
        rule: "unclosed-directive",
        what: `The block \`${nameOf(node, file)}\` is not closed`,
        hint: `Write \`${fenceOf(node, file)}\` on a line of its own behind its text. A block around another one needs more colons than it.`,
      });
    }
  });
}

function reportOuter(outer: ContainerDirective, inner: ContainerDirective, file: VFile): void {
  const { line } = sourceOf(inner, file).locate(inner.position?.start.offset ?? 0);
  const [fence, name] = [fenceOf(outer, file), nameOf(outer, file)];
  report(file, outer, {
    rule: "unclosed-directive",
    what: `The block \`${name}\` is not closed before \`${nameOf(inner, file)}\` opens in line ${line}`,
    hint: `Write \`${fence}\` on a line of its own before line ${line}; or, where the block goes around that one, give it more colons: \`:${name}\` … \`:${fence}\`.`,
  });
}

function isClosed(node: ContainerDirective, file: VFile): boolean {
  const lines = sliceOf(node, file).split("\n");
  const closing = /:+$/.exec((lines.at(-1) ?? "").trim())?.[0].length ?? 0;
  return lines.length > 1 && closing >= fenceOf(node, file).length;
}

/** The colons that open a block. */
function fenceOf(node: ContainerDirective, file: VFile): string {
  return /^:+/.exec(sliceOf(node, file))?.[0] ?? "";
}

function nameOf(node: ContainerDirective, file: VFile): string {
  return `${fenceOf(node, file)}${node.name}`;
}
