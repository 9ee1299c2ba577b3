import { linkIn } from "./link-in.ts";

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
