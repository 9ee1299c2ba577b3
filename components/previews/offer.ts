/** Links of the text, and of previews; not those that say what a button says, nor those that set a figure. */
const links =
  ":is(.prose, .preview-body) a[href]:not(.permalink, .note-link, .set-figure, [data-footnote-backref], .kit-menu a, .number-panel a)";

const events = ["pointerover", "pointerdown", "focusin"] as const;

/**
 * Shows what a cross-reference leads to before one goes there: by pointer, keyboard and long touch. What shows it is
 * loaded when the first link is met. A page that stands alone has nothing beside it to read.
 */
export function offerPreviews(): void {
  if (document.documentElement.dataset["copy"] === "single") return;
  let latest: Event | undefined;
  for (const type of events) document.addEventListener(type, wake);

  /** While the code is loaded the reader goes on; what counts is where they are when it is there. */
  async function wake(event: Event): Promise<void> {
    const isFirst = latest === undefined;
    if (isFirst && linkIn(event.target) === undefined) return;
    latest = event;
    if (!isFirst) return;
    const { watchLinks } = await import("./watch.ts");
    for (const type of events) document.removeEventListener(type, wake);
    watchLinks(latest);
  }
}

/** The link with a preview that an element stands in. */
export function linkIn(element: EventTarget | null): HTMLAnchorElement | undefined {
  return (element instanceof Element && element.closest<HTMLAnchorElement>(links)) || undefined;
}
