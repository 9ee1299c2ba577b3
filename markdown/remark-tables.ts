import type { Root, RootContent } from "mdast";
import { element } from "./element.ts";
import { SKIP, visit } from "./visit.ts";

/**
 * Wraps tables, so that a wide one scrolls by itself on a small screen.
 *
 * In:  `| a | b |` …
 * Out: `<div class="table" tabindex="0"><table>…</table></div>`
 */
export default function remarkTables() {
  return (tree: Root): void => {
    visit(tree, "table", (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      parent.children[index] = element("div", { className: ["table"], tabIndex: 0 }, [
        node,
      ]) as unknown as RootContent;
      return SKIP;
    });
  };
}
