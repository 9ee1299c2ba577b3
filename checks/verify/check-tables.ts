import { agree } from "../compare-number.ts";
import { fromJson, type ManifestFigure } from "../manifest.ts";
import { parseTypedNumber } from "../typed-number.ts";
import type { Outcome } from "./outcome.ts";
import type { ShownTable } from "./read-page.ts";

/** The claim that a figure's table makes of one quantity. */
export function rowClaim({ experiment, file, line, column, page, anchor }: ManifestFigure, quantity: string) {
  return {
    subject: `${experiment}/${quantity} in the figure’s table`,
    place: `${file}:${line}:${column}`,
    address: `${page}#${anchor}`,
  };
}

/** The static tables of one page: each value in full, and each as it is printed, against the manifest. */
export function checkTables(expected: readonly ManifestFigure[], shown: readonly ShownTable[]): Outcome[] {
  return expected.flatMap((figure) => {
    const table = shown.find(({ experiment }) => experiment === figure.experiment);
    return Object.entries(figure.quantities).map(([quantity, value]): Outcome => {
      const claim = {
        ...rowClaim(figure, quantity),
        route: "table" as const,
        expected: String(fromJson(value)),
      };
      if (table === undefined)
        return { ...claim, status: "failed", reason: `the page shows no figure ${figure.experiment}` };
      const row = table.rows.find((each) => each.quantity === quantity);
      if (row === undefined)
        return { ...claim, status: "failed", reason: "the figure’s table has no such row" };
      if (row.value !== String(fromJson(value)))
        return { ...claim, status: "failed", found: row.value, reason: "the table carries another value" };
      const printed = parseTypedNumber(row.text);
      const isRight = printed !== undefined && agree(printed.value, fromJson(value), printed.halfUnit);
      if (isRight) return { ...claim, status: "passed", found: row.text };
      return { ...claim, status: "failed", found: row.text, reason: "a reader reads another number" };
    });
  });
}
