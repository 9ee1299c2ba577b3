import { formatSize } from "../../size.ts";
import type { ShelfFailure, ShelfRequest, ShelfStatus } from "../version.ts";
import { askShelf, clearShelf } from "./ask-shelf.ts";
import { mayKeep, setMayKeep } from "./permission.ts";
import { whyNot } from "./why-not.ts";

/** The part of “Read offline” about this device: what is kept, and the buttons that change it. */
export class ShelfControls {
  readonly #container: ServiceWorkerContainer;
  readonly #say = document.createElement("p");
  readonly #buttons = document.createElement("p");
  readonly #keepCourse: HTMLButtonElement;
  readonly #keepNothing: HTMLButtonElement;

  /** `register` starts the worker. */
  constructor(place: HTMLElement, container: ServiceWorkerContainer, register: () => Promise<unknown>) {
    this.#container = container;
    this.#say.role = "status";
    this.#buttons.className = "shelf-buttons";
    place.replaceChildren(this.#say, this.#buttons);
    this.#keepCourse = this.#button("Keep the course on this device", async () => {
      setMayKeep(true);
      await register();
      await this.#show("keep");
    });
    this.#keepNothing = this.#button("Keep nothing on this device", async () => {
      setMayKeep(false);
      await clearShelf(container);
      this.#refuse("Nothing is kept on this device.");
    });
    container.addEventListener("message", ({ data }) => {
      const { notKept } = data as Partial<ShelfFailure>;
      if (notKept !== undefined) void this.fail(notKept);
    });
    void this.#show();
  }

  /** Says that the course, or a newer version of it, could not be kept. */
  async fail(reason: string): Promise<void> {
    const registration = await this.#container.getRegistration();
    if (registration?.active) {
      this.#say.append(` A newer version could not be kept: ${reason}. This one stays.`);
    } else this.#refuse(`The course could not be kept: ${reason}.`);
  }

  async #show(request: ShelfRequest = "status"): Promise<void> {
    if (!mayKeep()) return this.#refuse("Nothing is kept on this device.");
    this.#say.textContent = "The course is being kept on this device …";
    this.#buttons.replaceChildren(this.#keepNothing);
    this.#showStatus(await this.#ask(request));
  }

  #refuse(sentence: string): void {
    this.#say.textContent = sentence;
    this.#buttons.replaceChildren(this.#keepCourse);
  }

  #showStatus({ course, experiments, hasCourse, hasExperiments }: ShelfStatus): void {
    const size = formatSize(course);
    const pages = hasCourse
      ? `The course is kept on this device (${size}): its pages open without a network.`
      : "The pages that you have opened are kept on this device: they open again without a network.";
    const more = hasExperiments
      ? "So are its experiments."
      : "The experiments are kept as soon as you use one.";
    this.#say.textContent = experiments === 0 ? pages : `${pages} ${more}`;
    const keepCourse = this.#button(`Keep the whole course (${size})`, () => this.#keep("keep-course"));
    const keepExperiments = this.#button(`Keep all experiments too (${formatSize(experiments)})`, () =>
      this.#keep("keep-experiments"),
    );
    const missing = [...(hasCourse ? [] : [keepCourse]), ...(hasExperiments ? [] : [keepExperiments])];
    this.#buttons.replaceChildren(...missing, this.#keepNothing);
  }

  async #keep(request: "keep-course" | "keep-experiments"): Promise<void> {
    const isCourse = request === "keep-course";
    this.#say.textContent = `${isCourse ? "The course is" : "The experiments are"} being kept …`;
    this.#buttons.replaceChildren(this.#keepNothing);
    // who asks for it wants it to stay; without a word from the browser it is kept as well as may be
    void navigator.storage?.persist?.().catch(() => {});
    const status = await this.#ask(request);
    this.#showStatus(status);
    if (isCourse ? status.hasCourse : status.hasExperiments) return;
    this.#say.append(" Not all could be kept: try again when the server can be reached.");
  }

  async #ask(request: ShelfRequest): Promise<ShelfStatus> {
    return askShelf((await this.#container.ready).active, request);
  }

  #button(text: string, press: () => Promise<void>): HTMLButtonElement {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () =>
      press().catch((error) => this.#refuse(`Not done: ${whyNot(error)}.`)),
    );
    return button;
  }
}
