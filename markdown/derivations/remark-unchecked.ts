import type { Html, Root } from "mdast";
import type { Math as Display } from "mdast-util-math";
import type { VFile } from "vfile";
import { report } from "../compilation.ts";
import { visit } from "../visit.ts";

declare module "mdast-util-math" {
  interface MathData {
    /** Why its author says that it cannot be checked. */
    excuse?: string;
  }
}

const mark = /^\s*<!--\s*unchecked\b\s*:?\s*([\s\S]*?)\s*-->\s*$/;

/**
 * Reads the marks of displays that cannot be checked, before comments are taken out.
 *
 * In:  `$$ … $$` and on the next line `<!-- unchecked: an abstract objective -->`
 * Out: the display with its excuse; a mark without a reason, or behind no display, is a mistake
 */
export default function remarkUnchecked() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "html", (node: Html, index, parent) => {
      const reason = mark.exec(node.value)?.[1];
      if (reason === undefined || parent === undefined || index === undefined) return undefined;
      const before = parent.children[index - 1];
      if (before?.type !== "math") report(file, node, outOfPlace);
      else if (reason === "") report(file, node, withoutReason);
      else excuse(before, reason);
      parent.children.splice(index, 1);
      return index;
    });
  };
}

function excuse(display: Display, reason: string): void {
  display.data = { ...display.data, excuse: reason.replaceAll(/\s+/g, " ") };
}

const outOfPlace = {
  rule: "unchecked-out-of-place",
  what: "A comment `unchecked` that stands behind no display",
  hint: "Write it on the line below the display that cannot be checked.",
};

const withoutReason = {
  rule: "unchecked-without-reason",
  what: "A display is marked unchecked without a reason",
  hint: "Readers see the reason: `<!-- unchecked: P is any density -->`.",
};
