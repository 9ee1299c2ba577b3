import type { Root, Table } from "mdast";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { report, sliceOf } from "./compilation.ts";
import { visit } from "./visit.ts";

const barHint = "A bar inside a cell ends it: write `\\lvert x\\rvert` or `\\|`.";

/** Reports rows whose number of cells is not the header's: the page would drop or invent some. Gives those rows. */
export function checkRows(tree: Root, file: VFile): Set<Node> {
  const broken = new Set<Node>();
  visit(tree, "table", (table: Table) => {
    const [header, ...rows] = table.children;
    const expected = header?.children.length ?? 0;
    for (const row of rows) {
      const isFence = /^\s*::/.test(sliceOf(row, file)); // said by `check-directives.ts`
      if (row.children.length === expected || isFence) continue;
      broken.add(row);
      report(file, row, {
        rule: "table-row",
        what: `A row of ${cells(row.children.length)} in a table of ${expected}`,
        hint: `Write ${cells(expected)}, empty ones too. ${barHint} A blank line ends the table.`,
      });
    }
  });
  return broken;
}

/** Whether a line is the one of dashes below the header of a table. */
export function isSeparator(line: string): boolean {
  return (
    line.includes("|") && line.includes("-") && /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line)
  );
}

/** Reports a header and a line of dashes that are no table; the header stands `within` characters behind the node. */
export function reportNoTable(
  node: Node,
  header: string,
  separator: string,
  within: number,
  file: VFile,
): void {
  const [above, below] = [countCells(header), countCells(separator)];
  report(
    file,
    node,
    {
      rule: "table-header",
      what: `No table: its header has ${cells(above)}, the line of dashes ${below}`,
      hint: `Write as many \`---\` as the header has cells. ${barHint}`,
    },
    within,
  );
}

function countCells(line: string): number {
  const bare = line.replace(/^[\s>]*\|?/, "").replace(/(?<!\\)\|?\s*$/, "");
  return bare.split(/(?<!\\)\|/).length;
}

function cells(count: number): string {
  return `${count} cell${count === 1 ? "" : "s"}`;
}
