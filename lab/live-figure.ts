import type { Accelerator } from "./accelerator.ts";
import { mountControls, type Show } from "./controls.ts";
import type { Experiment, Plot } from "./experiment.ts";
import { gripOf, mountGrips } from "./grips.ts";
import { LandscapePanel } from "./landscape-panel.ts";
import { type Measurement, measure } from "./measure.ts";
import type { Values } from "./parameters.ts";
import { drawPicture, type Picture } from "./picture.ts";
import { initialState, type State, writeState } from "./state.ts";
import { createToolbar, type Toolbar } from "./toolbar.ts";

/** What a live figure works with: loaded once a page. */
export interface FigureTools {
  readonly plot: Plot;
  /** Absent where the route owns no worker: then there is no landscape. */
  readonly accelerator: Accelerator | undefined;
}

/** One frame, drawn but not yet shown. */
interface Drawn {
  readonly picture: Picture;
  readonly quantities: readonly Measurement[];
}

/** The address is rewritten when a reader has paused for this long: browsers limit how often it may change. */
const pause = 300;

/** A figure that a reader has taken over from its static frame. */
export class LiveFigure {
  readonly #host: HTMLElement;
  readonly #experiment: Experiment;
  readonly #tools: FigureTools;
  readonly #name: string;
  readonly #still: readonly Node[];
  readonly #base: Values;
  readonly #state: State = { values: () => this.#values, change: (changed) => this.#set(changed) };
  #values: Values;
  #notes: readonly string[];
  #showControls: Show = () => {};
  #placeGrips: (picture: Picture, values: Values) => void = () => {};
  #toolbar: Toolbar | undefined;
  #panel: LandscapePanel | undefined;
  #frame = 0;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, experiment: Experiment, tools: FigureTools) {
    this.#host = host;
    this.#experiment = experiment;
    this.#tools = tools;
    this.#name = host.dataset["figure"] ?? "figure";
    this.#still = Array.from(host.childNodes, (node) => node.cloneNode(true));
    const authored = host.dataset["values"] ?? "{}";
    const state = initialState(experiment.parameters, authored, location.search, this.#name);
    this.#base = state.base;
    this.#values = state.values;
    this.#notes = state.notes;
  }

  /** Draws the first live frame and only then puts it, and the controls, in place of the static one. */
  start(): void {
    const first = this.#draw();
    try {
      this.#mount();
      this.#swap(first);
      this.#toolbar?.say(this.#notes.join(". "));
      this.#host.dataset["state"] = "live";
    } catch (error) {
      this.#restore(error);
    }
  }

  #mount(): void {
    const place = this.#find(".picture");
    const grips = this.#experiment.handles.map(gripOf);
    this.#showControls = mountControls(this.#host, this.#experiment, this.#state);
    this.#placeGrips = mountGrips(place, this.#experiment, grips, this.#state);
    this.#toolbar = createToolbar(this.#find(".toolbar"), () => this.#set(this.#base));
    this.#panel = this.#createPanel(this.#toolbar);
  }

  #createPanel(toolbar: Toolbar): LandscapePanel | undefined {
    const { accelerator, plot } = this.#tools;
    if (accelerator === undefined || this.#experiment.plane === undefined) return undefined;
    return new LandscapePanel({
      accelerator,
      plot,
      toolbar,
      experiment: this.#experiment,
      figure: this.#name,
      folder: this.#host.dataset["experiment"] ?? "",
      place: this.#find(".landscape"),
      state: this.#state,
    });
  }

  #set(changed: Values): void {
    this.#values = { ...this.#values, ...changed };
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#redraw();
    });
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => this.#writeAddress(), pause);
  }

  #redraw(): void {
    try {
      this.#swap(this.#draw());
    } catch (error) {
      this.#restore(error);
    }
  }

  #draw(): Drawn {
    const { result, quantities } = measure(this.#experiment, this.#values);
    const tools = { plot: this.#tools.plot, document, id: `fig-${this.#name}` };
    return { picture: drawPicture(this.#experiment, result, this.#values, tools), quantities };
  }

  #swap({ picture, quantities }: Drawn): void {
    this.#find(".picture svg").replaceWith(picture.svg);
    for (const { name, value, text } of quantities) {
      const data = this.#find<HTMLDataElement>(`data[data-quantity="${name}"]`);
      data.value = String(value);
      data.textContent = text;
    }
    this.#showControls(this.#values);
    this.#placeGrips(picture, this.#values);
    this.#panel?.update();
  }

  #writeAddress(): void {
    const search = writeState(location.search, this.#name, this.#values, this.#base);
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
  }

  #restore(error: unknown): void {
    this.#host.replaceChildren(...this.#still);
    this.#host.dataset["state"] = "failed";
    this.#find(".toolbar").textContent = "The live figure has stopped; this is the page’s own picture of it.";
    console.warn(`The figure ${this.#name} is a picture again:`, error);
  }

  #find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.#host.querySelector<T>(selector);
    if (found === null) throw new Error(`the static frame of ${this.#name} has no ${selector}`);
    return found;
  }
}
