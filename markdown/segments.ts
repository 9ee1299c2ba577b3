import type { Hole } from "./document.ts";

const marker = /<!--ansatz-hole ([^ ]*?)-->/;

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
