let line: HTMLElement | undefined;
let clearing: ReturnType<typeof setTimeout> | undefined;

/** How long a confirmation stays in sight, in milliseconds. */
const duration = 5000;

/** Shows a sentence at the foot of the window, and has it spoken. */
export function say(sentence: string): void {
  line ??= makeLine();
  line.textContent = sentence;
  clearTimeout(clearing);
  clearing = setTimeout(() => line?.replaceChildren(), duration);
}

/** Puts the line into the page before anything is to be said: what comes with its element is not spoken everywhere. */
export function prepareToSay(): void {
  line ??= makeLine();
}

function makeLine(): HTMLElement {
  const made = document.createElement("p");
  made.className = "kit-said";
  made.role = "status";
  document.body.append(made);
  return made;
}
