/** What may be wider than a narrow screen, and scrolls by itself then. */
const scrollers = ".katex-display, pre, .table, .note :is(p, li)";

/** Rounding of glyphs' boxes, in pixels: nothing that a reader would scroll for. */
const negligible = 4;

/**
 * Lets the keyboard reach whatever scrolls sideways, and passes by what does not: again whenever its place becomes
 * narrower or wider, and whenever a font arrives, which widens what is inside.
 */
export function focusScrollers(): void {
  const elements = document.querySelectorAll(scrollers);
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) update(target);
  });
  for (const element of elements) observer.observe(element);
  document.fonts.addEventListener("loadingdone", () => {
    for (const element of elements) update(element);
  });
}

function update(element: Element): void {
  if (element.scrollWidth > element.clientWidth + negligible) element.setAttribute("tabindex", "0");
  else element.removeAttribute("tabindex");
}
