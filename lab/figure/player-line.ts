import type { Run } from "../experiment.ts";
import type { Toolbar } from "./toolbar.ts";

/** What a reader can do with a run. */
export interface PlayerActions {
  toggle(): void;
  step(): void;
  stop(): void;
}

/** The line that a run is played from: pause, step, back to the start, how far it is, and how long it will take. */
export class PlayerLine {
  readonly #element = document.createElement("div");
  readonly #play: HTMLButtonElement;
  readonly #step: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #bar = document.createElement("progress");
  readonly #words = document.createElement("span");
  #started = 0;
  #firstStep = 0;
  #isOver = false;

  constructor(toolbar: Toolbar, { toggle, step, stop }: PlayerActions) {
    this.#element.className = "player";
    this.#element.hidden = true;
    this.#element.setAttribute("role", "group");
    this.#play = createButton("Pause", "play", toggle);
    this.#step = createButton("Step", "step", step);
    this.#bar.setAttribute("aria-label", "steps done");
    this.#words.className = "player-words";
    this.#back = createButton("Back to start", "stop", stop);
    this.#element.append(this.#play, this.#step, this.#back, this.#bar, this.#words);
    toolbar.addLine(this.#element);
  }

  show({ meaning }: Run): void {
    this.#element.hidden = false;
    this.#isOver = false;
    this.#play.disabled = false;
    this.#step.disabled = false;
    this.#element.setAttribute("aria-label", meaning);
    this.#words.textContent = "starting …";
    this.#bar.removeAttribute("value");
    this.#started = 0;
  }

  hide(): void {
    this.#element.hidden = true;
  }

  setPlaying(isPlaying: boolean): void {
    this.#play.textContent = isPlaying ? "Pause" : "Play";
    this.#started = 0;
  }

  /** How far the run is; the time left once it can be told, where it is over a second. */
  progress(step: number, length: number): void {
    const now = performance.now();
    if (this.#started === 0) {
      this.#started = now;
      this.#firstStep = step;
    }
    const rate = (step - this.#firstStep) / (now - this.#started);
    const seconds = (length - step) / rate / 1000;
    const left = now - this.#started > 500 && seconds >= 1 ? `, about ${roughly(seconds)} left` : "";
    this.#bar.max = length;
    this.#bar.value = step;
    if (!this.#isOver) this.#words.textContent = `step ${step} of ${length}${left}`;
  }

  /** The run is over: it can only be taken back to its start, and a button that stops working hands on the focus. */
  finish(): void {
    this.#isOver = true;
    const { activeElement } = document;
    if (activeElement === this.#play || activeElement === this.#step) this.#back.focus();
    this.#play.disabled = true;
    this.#step.disabled = true;
    this.#words.textContent = `${this.#bar.value} steps`;
    this.#bar.value = this.#bar.max;
  }
}

function roughly(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

function createButton(text: string, name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.dataset["action"] = name;
  button.addEventListener("click", press);
  return button;
}
