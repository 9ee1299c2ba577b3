/**
 * HTML with each formula reduced to its TeX: `<span class="katex">…` → `<span class="katex">x^2</span>`. What KaTeX
 * makes of a formula is KaTeX's to test, and ours in `contract.test.ts`; goldens are to be read.
 */
export function abbreviateFormulas(html: string): string {
  const opening = '<span class="katex">';
  let out = "";
  let at = 0;
  for (let start = html.indexOf(opening); start >= 0; start = html.indexOf(opening, at)) {
    const end = endOfSpan(html, start);
    const [, tex = "?"] = /<annotation [^>]*>([^<]*)<\/annotation>/.exec(html.slice(start, end)) ?? [];
    out += `${html.slice(at, start)}${opening}${tex}</span>`;
    at = end;
  }
  return out + html.slice(at);
}

/** The end of the span that begins at an offset. */
function endOfSpan(html: string, start: number): number {
  const tag = /<(\/?)span\b/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    depth += match[1] === "" ? 1 : -1;
    if (depth === 0) return html.indexOf(">", match.index) + 1;
  }
  throw new Error(`A span is not closed: ${html.slice(start, start + 80)}`);
}
