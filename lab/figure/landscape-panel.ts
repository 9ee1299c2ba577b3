import type { Experiment, Plot } from "../experiment.ts";
import { gridOver, type Landscape, offeredQuantities, planeOf } from "../landscape.ts";
import { drawPlot, type Picture } from "../picture.ts";
import type { Accelerator } from "../worker/accelerator.ts";
import { type LandscapeReply, sentenceOf } from "../worker/messages.ts";
import type { BackendChoice } from "./backend-choice.ts";
import type { State } from "./figure-state.ts";
import { mountGrips, type PlaceGrips, planeGrip } from "./grips.ts";
import { describeLandscape, drawLandscape, drawOverlay } from "./landscape-picture.ts";
import type { Toolbar } from "./toolbar.ts";

/** What a landscape panel works with. */
export interface PanelOptions {
  readonly accelerator: Accelerator;
  readonly backends: BackendChoice;
  readonly plot: Plot;
  readonly toolbar: Toolbar;
  readonly experiment: Experiment;
  /** The figure's name in the page. */
  readonly figure: string;
  /** The experiment's folder. */
  readonly folder: string;
  /** The empty, hidden element that the panel fills. */
  readonly place: HTMLElement;
  readonly state: State;
  /** The newest frame of the run that a reader watches. */
  readonly frame: () => unknown;
}

/** A landscape, its minima, and what it was computed for. */
interface Computed {
  readonly key: string;
  readonly landscape: Landscape;
  readonly minima: LandscapeReply["minima"];
}

/**
 * The landscape of one quantity over the plane, opened by a reader's button.
 * Nothing of tf.js is fetched before the first press.
 */
export class LandscapePanel {
  readonly #options: PanelOptions;
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #quantity: string | undefined;
  #computed: Computed | undefined;
  /** What was asked for last: after a failure it is asked for again only by a press. */
  #requested: string | undefined;
  #picture: Picture | undefined;
  #placeGrips: PlaceGrips = () => {};

  constructor(options: PanelOptions) {
    this.#options = options;
    const { experiment, toolbar, backends } = options;
    for (const name of offeredQuantities(experiment)) {
      const button = toolbar.enable(`landscape-${name}`, () => this.#press(name));
      button.setAttribute("aria-pressed", "false");
      this.#buttons.set(name, button);
    }
    backends.onChoice(() => this.#quantity !== undefined && void this.#compute());
  }

  /** Follows the figure's values; a landscape that does not depend on what has changed is kept. */
  update(): void {
    if (this.#quantity === undefined) return;
    if (this.#picture) this.#lay(this.#picture);
    if (this.#requested !== this.#key()) void this.#compute();
  }

  #press(quantity: string): void {
    this.#quantity = this.#quantity === quantity ? undefined : quantity;
    for (const [name, button] of this.#buttons) {
      button.setAttribute("aria-pressed", String(name === this.#quantity));
    }
    this.#options.place.hidden = this.#quantity === undefined;
    if (this.#quantity === undefined) return;
    if (this.#computed?.key === this.#key()) this.#draw();
    else void this.#compute();
  }

  /** What a landscape depends on: every parameter that is not one of its two axes. */
  #key(): string {
    const { x, y } = planeOf(this.#options.experiment);
    return JSON.stringify(
      Object.entries(this.#options.state.values()).filter(([name]) => name !== x && name !== y),
    );
  }

  async #compute(): Promise<void> {
    const { accelerator, backends, figure, folder, toolbar, experiment, state } = this.#options;
    const key = this.#key();
    this.#requested = key;
    if (this.#computed === undefined) toolbar.say("Computing the landscape …");
    try {
      const asked = { figure, experiment: folder, values: state.values(), ...backends.asked() };
      const reply = await accelerator.landscape(asked);
      if (reply === undefined) return;
      const grid = gridOver(experiment, reply.columns, reply.rows);
      this.#computed = { key, landscape: { grid, fields: reply.fields }, minima: reply.minima };
      this.#report(reply);
      this.#draw();
    } catch (error) {
      toolbar.say(`No landscape: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  #report(reply: LandscapeReply): void {
    const { toolbar, place, backends } = this.#options;
    place.dataset["backend"] = reply.backend;
    place.dataset["tensors"] = String(reply.tensors);
    place.dataset["milliseconds"] = reply.milliseconds.toFixed(1);
    place.dataset["nodes"] = String(reply.columns * reply.rows);
    backends.report(reply);
    const size = `${reply.columns} × ${reply.rows} points in ${Math.round(reply.milliseconds)} ms`;
    toolbar.say(`Landscape: ${size}, computed by ${sentenceOf(reply)}.`);
  }

  #draw(): void {
    const { experiment, plot, place, figure } = this.#options;
    if (this.#computed === undefined || this.#quantity === undefined) return;
    const { landscape, minima } = this.#computed;
    const quantity = this.#quantity;
    const view = { experiment, landscape, quantity, minima: minima[quantity] ?? [] };
    const id = `fig-${figure}-landscape`;
    const picture = drawPlot(drawLandscape(view, plot), describeLandscape(view), { plot, document, id });
    if (this.#picture === undefined) this.#mountFrame();
    place.querySelector("svg")?.remove();
    place.querySelector(".panel")?.prepend(picture.svg);
    this.#picture = picture;
    this.#lay(picture);
  }

  /** Lays marks and grip over the contours. */
  #lay(picture: Picture): void {
    const { experiment, plot, place, figure, frame, state } = this.#options;
    this.#placeGrips(picture, state.values());
    if (experiment.plane?.marks === undefined || this.#quantity === undefined) return;
    const tools = { plot, frame: frame(), quantity: this.#quantity };
    const id = `fig-${figure}-overlay`;
    const { svg } = drawPlot(drawOverlay(experiment, state.values(), tools), "", { plot, document, id });
    svg.setAttribute("aria-hidden", "true");
    svg.classList.add("overlay");
    place.querySelector("svg.overlay")?.remove();
    picture.svg.after(svg);
  }

  #mountFrame(): void {
    const { experiment, place, state } = this.#options;
    const panel = document.createElement("div");
    panel.className = "panel panel-wide";
    place.replaceChildren(panel);
    this.#placeGrips = mountGrips(panel, experiment, [planeGrip(experiment)], state);
  }
}
