import { readExcerpt, targetOf } from "./data.ts";
import { placePreview, renderPreview, showPreview } from "./view.ts";

/** How a reader has asked for a preview. */
export type Way = "pointer" | "keyboard" | "touch";

interface Open {
  readonly link: HTMLAnchorElement;
  readonly preview: HTMLElement;
  readonly way: Way;
}

/** The previews that are open, each but the first by a link of the one before it. */
export class PreviewStack {
  readonly #open: Open[] = [];
  #wanted: HTMLAnchorElement | undefined;

  get size(): number {
    return this.#open.length;
  }

  /** Whether a link's preview is open or on its way. */
  shows(link: HTMLAnchorElement): boolean {
    return this.#wanted === link || this.#open.some((each) => each.link === link);
  }

  /** Whether something stands in a preview, or in a link whose preview is open. */
  holds(element: Node): boolean {
    return this.#open.some(({ link, preview }) => link.contains(element) || preview.contains(element));
  }

  async open(link: HTMLAnchorElement, way: Way): Promise<void> {
    const target = targetOf(link);
    if (target === undefined || this.shows(link)) return;
    this.#wanted = link;
    const excerpt = await readExcerpt(target);
    if (this.#wanted !== link) return;
    this.#wanted = undefined;
    if (excerpt === undefined || !link.isConnected) return;
    this.closeBeside(link);
    const preview = renderPreview(excerpt, link);
    this.#open.push({ link, preview, way });
    link.setAttribute("aria-details", preview.id);
    showPreview(preview, link);
  }

  /** What was asked for and is not there yet is no longer wanted. */
  forget(): void {
    this.#wanted = undefined;
  }

  /** Closes the last one; returns its link, which has the focus if the preview had it. */
  closeLast(): HTMLAnchorElement | undefined {
    const last = this.#open.pop();
    if (last === undefined) return undefined;
    const hadFocus = last.preview.contains(document.activeElement);
    last.link.removeAttribute("aria-details");
    last.preview.remove();
    if (hadFocus) last.link.focus({ preventScroll: true });
    return last.link;
  }

  closeAll(): void {
    this.forget();
    while (this.size > 0) this.closeLast();
  }

  /** Closes the previews that an element does not stand in. */
  closeBeside(element: Node): void {
    while (this.#open.length > 0 && !this.#open.at(-1)?.preview.contains(element)) this.closeLast();
  }

  /** Closes, from the last on, what neither the pointer nor the keyboard is at. What was touched open stays. */
  settle(): void {
    for (let last = this.#open.at(-1); last !== undefined && !isHeld(last); last = this.#open.at(-1))
      this.closeLast();
  }

  /** Follows the links when the page is scrolled; closes all when the first one leaves the window. */
  place(): void {
    const { top = 0, bottom = 0 } = this.#open[0]?.link.getBoundingClientRect() ?? {};
    if (bottom < 0 || top > innerHeight) this.closeAll();
    for (const { preview, link } of this.#open) placePreview(preview, link);
  }
}

function isHeld({ link, preview, way }: Open): boolean {
  const { activeElement } = document;
  if (way === "touch" || preview.contains(activeElement)) return true;
  if (way === "keyboard" && link === activeElement) return true;
  return link.matches(":hover") || preview.matches(":hover");
}
