/**
 * Puts a button under each quoted note that the margin shortens (styles/quoted-notes.css), which shows all of its
 * words. Without script nothing is shortened.
 */
export function unfoldQuotedNotes(): void {
  for (const note of document.querySelectorAll<HTMLElement>(".note-quoted")) {
    const words = note.querySelectorAll<HTMLElement>(":scope > :not(.note-close, .note-by, .note-reply)");
    const last = words[words.length - 1];
    const isLong = words.length > 1 || (last && last.scrollHeight > last.clientHeight + 4);
    if (last && isLong) last.after(makeButton(note));
  }
}

function makeButton(note: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "note-unfold note-cue";
  button.textContent = "more";
  button.setAttribute("aria-label", "more of this note");
  button.addEventListener("click", () => {
    note.classList.add("unfolded");
    button.remove();
  });
  return button;
}
