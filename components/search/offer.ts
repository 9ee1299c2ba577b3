/** Shows the search's button, and opens the search by it and by `/`; the search itself is loaded by the first use. */
export function offerSearch(): void {
  const button = document.querySelector<HTMLButtonElement>(".search-button");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
}

async function open(): Promise<void> {
  const { openSearchDialog } = await import("./dialog.ts");
  openSearchDialog();
}

/** A field that was closed has the focus until the next frame, and nobody writes in it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
