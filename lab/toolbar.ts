/** The line of buttons under a figure, with one line of text for what a reader should know. */
export interface Toolbar {
  /** A button that is pressed or not; what is returned sets its state. */
  addToggle(text: string, name: string, press: () => void): (pressed: boolean) => void;
  /** A list of choices that stays hidden until something is chosen for it. */
  addChoice(
    label: string,
    options: Readonly<Record<string, string>>,
    choose: (name: string) => void,
  ): (name: string) => void;
  /** Shows a sentence and has it spoken; an empty one clears the line. */
  say(text: string): void;
}

/** Fills the place that the static frame keeps free for the buttons. */
export function createToolbar(place: HTMLElement, reset: () => void): Toolbar {
  const status = document.createElement("span");
  status.className = "status";
  status.setAttribute("role", "status");
  const button = createButton("Reset", "reset");
  button.addEventListener("click", reset);
  place.replaceChildren(button, status);

  return {
    addToggle(text, name, press) {
      const toggle = createButton(text, name);
      toggle.setAttribute("aria-pressed", "false");
      toggle.addEventListener("click", press);
      status.before(toggle);
      return (pressed) => toggle.setAttribute("aria-pressed", String(pressed));
    },
    addChoice(label, options, choose) {
      const select = document.createElement("select");
      select.setAttribute("aria-label", label);
      select.hidden = true;
      for (const [value, text] of Object.entries(options)) select.add(new Option(text, value));
      select.addEventListener("change", () => choose(select.value));
      status.before(select);
      return (name) => {
        select.hidden = false;
        select.value = name;
      };
    },
    say(text) {
      status.textContent = text;
    },
  };
}

function createButton(text: string, name: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.dataset["action"] = name;
  return button;
}
