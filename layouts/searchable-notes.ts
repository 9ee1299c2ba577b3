/** Below this width notes are sheets (styles/margin.css), which are closed until their claim is tapped. */
const narrow = matchMedia("(width < 68.75em)");

const hiding = "until-found";

/**
 * Lets the browser's own search look into the closed notes of judged claims, and opens the one in which it finds
 * something. What folds (`<details>`) browsers open by themselves.
 */
export function letNotesBeFound(): void {
  const notes = document.querySelectorAll<HTMLElement>(".note[popover]");
  const fold = (): void => {
    for (const note of notes) setSearchable(note);
  };
  for (const note of notes) {
    note.addEventListener("beforematch", () => note.showPopover());
    note.addEventListener("beforetoggle", ({ newState }) => {
      if (newState === "open") note.removeAttribute("hidden");
    });
    note.addEventListener("toggle", () => setSearchable(note));
  }
  narrow.addEventListener("change", fold);
  fold();
}

function setSearchable(note: HTMLElement): void {
  if (narrow.matches && !note.matches(":popover-open")) note.setAttribute("hidden", hiding);
  else note.removeAttribute("hidden");
}
