import type { Experiment, Plot } from "../experiment.ts";
import type { Values } from "../parameters.ts";
import { drawPictures } from "../picture.ts";
import type { Accelerator } from "../worker/accelerator.ts";
import { type Computed, computeAt, isView, shownValues } from "./computation.ts";
import { mountControls, type Show } from "./controls.ts";
import { copyLink } from "./copy-link.ts";
import { FigureState, type Mover } from "./figure-state.ts";
import { Panels } from "./panels.ts";
import { mountPresets } from "./presets.ts";
import { showQuantities } from "./quantity-table.ts";
import { Toolbar } from "./toolbar.ts";
import { mountWorkerParts, type WorkerParts } from "./worker-parts.ts";

/** What a live figure works with: loaded once a page. */
export interface FigureTools {
  readonly plot: Plot;
  /** Absent where the route owns no worker: then nothing is accelerated and nothing runs. */
  readonly accelerator: Accelerator | undefined;
}

/** A figure that a reader has taken over from its static frame. */
export class LiveFigure {
  readonly #host: HTMLElement;
  readonly #experiment: Experiment;
  readonly #tools: FigureTools;
  readonly #name: string;
  readonly #still: readonly Node[];
  readonly #state: FigureState;
  #showControls: Show = () => {};
  #panels: Panels | undefined;
  #toolbar: Toolbar | undefined;
  #parts: WorkerParts = {};
  #computed: Computed | undefined;
  /** Whether the result is older than the state. */
  #isStale = true;
  #hasActed = false;
  #animationFrame = 0;

  constructor(host: HTMLElement, experiment: Experiment, tools: FigureTools) {
    this.#host = host;
    this.#experiment = experiment;
    this.#tools = tools;
    this.#name = host.dataset["figure"] ?? "figure";
    this.#still = Array.from(host.childNodes, (node) => node.cloneNode(true));
    this.#state = new FigureState(experiment, host, (changed, by) => this.#follow(changed, by));
  }

  /** Draws the first live frame and only then puts it, and the controls, in place of the static one. */
  async start(): Promise<void> {
    try {
      const computed = await this.#compute();
      if (computed === undefined) throw new Error("nothing was computed");
      const pictures = this.#draw(computed);
      this.#mount();
      this.#computed = computed;
      this.#isStale = false;
      this.#show(computed, pictures);
      this.#toolbar?.say(this.#state.notes.join(". "));
      this.#host.dataset["state"] = "live";
    } catch (error) {
      this.#restore(error);
    }
  }

  /** Sets a state from a link of the page; what is not fit is said. */
  set(given: Readonly<Record<string, unknown>>): void {
    const notes = this.#state.set(given);
    this.#toolbar?.sayForNow(notes.length === 0 ? "The figure shows what the link says." : notes.join(". "));
  }

  #mount(): void {
    const toolbar = new Toolbar(this.#host);
    this.#toolbar = toolbar;
    const showControls = mountControls(this.#host, this.#experiment, this.#state);
    const showPresets = mountPresets(this.#experiment, this.#state, toolbar);
    this.#showControls = (values) => {
      showControls(values);
      showPresets(values);
    };
    this.#panels = new Panels(this.#find(".picture"), this.#experiment, this.#state);
    this.#mountWorkerParts(toolbar);
    toolbar.enable("reset", () => this.#state.reset());
    toolbar.enable("copy", () => void copyLink(this.#state.address(), toolbar));
    toolbar.show();
  }

  /** All that needs the worker; the buttons of what a figure cannot do without one stay disabled. */
  #mountWorkerParts(toolbar: Toolbar): void {
    const { accelerator, plot } = this.#tools;
    if (accelerator === undefined) return;
    this.#parts = mountWorkerParts({
      host: this.#host,
      place: this.#find(".landscape"),
      experiment: this.#experiment,
      accelerator,
      plot,
      toolbar,
      state: this.#state,
      figure: this.#name,
      redraw: () => this.#schedule(),
    });
  }

  /** A change of what is computed ends a run, unless the run made it; a change of what is shown does not. */
  #follow(changed: Values, by: Mover): void {
    const isComputed = Object.keys(changed).some((name) => !isView(this.#experiment.parameters, name));
    if (by === "reader") {
      this.#toolbar?.outdate();
      this.#hasActed = true;
      if (isComputed) this.#parts.player?.end();
    }
    this.#isStale ||= isComputed;
    this.#schedule();
  }

  #schedule(): void {
    this.#animationFrame ||= requestAnimationFrame(() => {
      this.#animationFrame = 0;
      void this.#refresh();
    });
  }

  async #refresh(): Promise<void> {
    try {
      this.#showControls(this.#state.values());
      if (this.#isStale) {
        this.#isStale = false;
        const computed = await this.#compute();
        if (computed === undefined) return;
        this.#computed = computed;
      }
      if (this.#computed) this.#show(this.#computed, this.#draw(this.#computed));
    } catch (error) {
      this.#restore(error);
    }
  }

  #compute(): Promise<Computed | undefined> {
    const place = { figure: this.#name, folder: this.#host.dataset["experiment"] ?? "" };
    return computeAt(this.#experiment, this.#state.values(), this.#tools.accelerator, place);
  }

  #draw({ values, result }: Computed) {
    const tools = {
      plot: this.#tools.plot,
      document,
      id: `fig-${this.#name}`,
      frame: this.#parts.player?.frame(),
    };
    const shown = shownValues(this.#experiment, values, this.#state.values());
    return drawPictures(this.#experiment, result, shown, tools);
  }

  #show(computed: Computed, pictures: ReturnType<typeof drawPictures>): void {
    this.#panels?.show(pictures, this.#state.values());
    showQuantities(this.#host, this.#experiment, computed);
    this.#showControls(this.#state.values());
    this.#parts.landscape?.update();
    if (this.#hasActed && !this.#isStale) this.#parts.column?.update(computed);
  }

  #restore(error: unknown): void {
    this.#parts.player?.end();
    this.#host.replaceChildren(...this.#still);
    this.#host.dataset["state"] = "failed";
    delete this.#host.dataset["tools"];
    const words = "The live figure has stopped; this is the page’s own picture of it.";
    this.#find(".toolbar").textContent = words;
    console.warn(`The figure ${this.#name} is a picture again:`, error);
  }

  #find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.#host.querySelector<T>(selector);
    if (found === null) throw new Error(`the static frame of ${this.#name} has no ${selector}`);
    return found;
  }
}
