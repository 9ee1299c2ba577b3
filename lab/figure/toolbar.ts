/** The buttons under a figure, with one line of text for what a reader should know. */
export class Toolbar {
  readonly #host: HTMLElement;
  readonly #status: HTMLElement;
  /** The sentence that holds only for the present state, if it is the newest. */
  #passing = "";

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

  /** A list of choices that stays hidden until something is chosen for it; `why` is said to who asks. */
  addChoice(
    label: string,
    options: Readonly<Record<string, string>>,
    choose: (name: string) => void,
  ): (name: string, why?: string) => void {
    const select = document.createElement("select");
    select.setAttribute("aria-label", label);
    select.hidden = true;
    for (const [value, text] of Object.entries(options)) select.add(new Option(text, value));
    select.addEventListener("change", () => choose(select.value));
    this.#status.before(select);
    return (name, why = "") => {
      select.hidden = false;
      select.value = name;
      select.title = why;
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

  /** Shows a sentence that the next change of the state, or the next run, makes untrue. */
  sayForNow(text: string): void {
    this.say(text);
    this.#passing = text;
  }

  /** Clears a sentence that has become untrue; others stay. */
  outdate(): void {
    if (this.#passing !== "" && this.#status.textContent === this.#passing) this.say("");
    this.#passing = "";
  }

  /** Shows the buttons. */
  show(): void {
    this.#host.dataset["tools"] = "live";
  }
}
