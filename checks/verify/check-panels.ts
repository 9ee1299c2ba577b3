import { printInFull } from "../in-full.ts";
import { fromJson, type ManifestNumber } from "../manifest.ts";
import { claimOf } from "./check-numbers.ts";
import type { Outcome } from "./outcome.ts";
import type { ShownPanel } from "./read-page.ts";

/** The panels of one page's numbers: each opens, and says the typed text, the computed value and the formula's. */
export function checkPanels(expected: readonly ManifestNumber[], shown: readonly ShownPanel[]): Outcome[] {
  const byAnchor = new Map(shown.map(({ anchor, rows }) => [anchor, rows]));
  return expected.map((number): Outcome => {
    const claim = { ...claimOf(number), route: "panel" as const };
    const rows = byAnchor.get(number.anchor);
    if (rows === undefined || Object.keys(rows).length === 0)
      return { ...claim, status: "failed", reason: "the number has no panel that opens" };
    const wrong = wordsOf(number).find(([row, words]) => !startsWith(rows[row], words));
    if (wrong === undefined) return { ...claim, status: "passed" };
    const [row, words] = wrong;
    return {
      ...claim,
      status: "failed",
      expected: words,
      found: rows[row] ?? "nothing",
      reason: `the panel’s row “${row}” says something else`,
    };
  });
}

/** What the rows of a number's panel have to begin with. */
function wordsOf({ text, value, formula }: ManifestNumber): (readonly [row: string, words: string])[] {
  const rows = [["Typed", text] as const, ["Computed", printInFull(fromJson(value))] as const];
  return formula === undefined ? rows : [...rows, ["Formula", printInFull(fromJson(formula.value))]];
}

/** Whether a text begins with words that end there. */
function startsWith(text = "", words: string): boolean {
  const bare = text.replace(/\s+/g, " ");
  const wanted = words.replace(/\s+/g, " ");
  return bare === wanted || (bare.startsWith(wanted) && /^[,\s]/.test(bare.slice(wanted.length)));
}
