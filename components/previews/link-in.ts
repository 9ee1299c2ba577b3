/** Links of the text, and of previews; not those that say what a button says, nor those that set a figure. */
const links =
  ":is(.prose, .preview-body) a[href]:not(.permalink, .note-link, .set-figure, [data-footnote-backref], .kit-menu a, .number-panel a)";

/** The link with a preview that an element stands in. */
export function linkIn(element: EventTarget | null): HTMLAnchorElement | undefined {
  return (element instanceof Element && element.closest<HTMLAnchorElement>(links)) || undefined;
}
