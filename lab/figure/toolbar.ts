/** The buttons under a figure, with one line of text for what a reader should know. */
export class Toolbar {
  readonly #host: HTMLElement;
  readonly #status: HTMLElement;

  /** Takes the figure whose static frame holds the buttons. */
  constructor(host: HTMLElement) {
    this.#host = host;
    const status = host.querySelector<HTMLElement>(".toolbar .status");
    if (status === null) throw new Error("the static frame has no line for what a reader should know");
    this.#status = status;
  }

  /** Makes a button of the static frame work. */
  enable(action: string, press: () => void): HTMLButtonElement {
    const button = this.#host.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`);
    if (button === null) throw new Error(`the static frame has no button “${action}”`);
    button.disabled = false;
    button.addEventListener("click", press);
    return button;
  }

  /** A list of choices that stays hidden until something is chosen for it. */
  addChoice(
    label: string,
    options: Readonly<Record<string, string>>,
    choose: (name: string) => void,
  ): (name: string) => void {
    const select = document.createElement("select");
    select.setAttribute("aria-label", label);
    select.hidden = true;
    for (const [value, text] of Object.entries(options)) select.add(new Option(text, value));
    select.addEventListener("change", () => choose(select.value));
    this.#status.before(select);
    return (name) => {
      select.hidden = false;
      select.value = name;
    };
  }

  /** Puts an element on a line of its own, above the line of text. */
  addLine(element: HTMLElement): void {
    this.#status.before(element);
  }

  /** Shows a sentence and has it spoken; an empty one clears the line. */
  say(text: string): void {
    this.#status.textContent = text;
  }

  /** Shows the buttons. */
  show(): void {
    this.#host.dataset["tools"] = "live";
  }
}
