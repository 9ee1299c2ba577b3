/**
 * Runs in the page: sets what is wider than the text smaller until it fits, for paper does not scroll. A formula within
 * a sentence may break at every sign, and code gets smaller only as far as it can be read: then its lines break.
 */
export async function fitToMeasure(): Promise<void> {
  // a face that is still being loaded when the page is printed leaves its text out
  await Promise.all([...document.fonts].map((face) => face.load()));
  const excess = ({ scrollWidth, clientWidth }: Element) =>
    clientWidth === 0 ? 1 : scrollWidth / clientWidth;
  for (const block of document.querySelectorAll<HTMLElement>(":is(p, .p, li, dd, td, th)")) {
    if (excess(block) <= 1.005) continue;
    for (const formula of block.querySelectorAll<HTMLElement>(".unbroken, .katex-html")) {
      if (formula.closest(".katex-display") === null) formula.style.whiteSpace = "normal";
    }
  }
  const shrink = (block: HTMLElement, least: number) => {
    for (let size = 1, tries = 0; excess(block) > 1.002 && size > least && tries < 6; tries++) {
      size = Math.max(least, (size * 0.995) / excess(block));
      block.style.zoom = size.toFixed(3);
    }
  };
  for (const block of document.querySelectorAll<HTMLElement>(".katex-display, .table")) shrink(block, 0.3);
  for (const code of document.querySelectorAll<HTMLElement>("pre")) {
    code.style.whiteSpace = "pre";
    shrink(code, 0.8);
    code.style.removeProperty("white-space");
  }
}

/** Runs in the page: the words of its headings, formulas as they are spoken, in order; not those for screen readers alone. */
export function readHeadings(): string[] {
  return [...document.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")]
    .filter((heading) => heading.checkVisibility() && heading.offsetWidth > 1)
    .map((heading) => {
      const copy = heading.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll(".katex-mathml")) hidden.remove();
      for (const formula of copy.querySelectorAll("[role=img][aria-label]")) {
        formula.textContent = (formula.getAttribute("aria-label") ?? "").replace("\ue000", "");
      }
      return (copy.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    });
}
