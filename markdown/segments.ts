import type { Hole } from "./document.ts";

const marker = /<!--ansatz-hole "([^"]*)"-->/;
const formulaMarker = /<!--ansatz-formula "(\d+)"-->/g;

/**
 * Cuts a page's HTML at its holes: `"<p>a</p><!--ansatz-hole …--><p>b</p>"` → `["<p>a</p>", {kind: …}, "<p>b</p>"]`.
 * The pieces need not be balanced HTML; written one after the other they are.
 */
export function cutSegments(html: string): (string | Hole)[] {
  return html
    .split(marker)
    .map((piece, index) => (index % 2 === 0 ? piece : (JSON.parse(decodeURIComponent(piece)) as Hole)))
    .filter((piece) => piece !== "");
}

/**
 * Sets rendered formulas into a page's HTML. They are most of it, and stay out of the tree because a tree becomes HTML
 * by joining the strings of each element anew.
 */
export function setFormulas(html: string, formulas: readonly string[]): string {
  return html.replace(formulaMarker, (_, index: string) => formulas[Number(index)] ?? "");
}
