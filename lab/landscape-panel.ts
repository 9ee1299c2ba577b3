import type { Accelerator } from "./accelerator.ts";
import type { Experiment, Plot } from "./experiment.ts";
import { mountGrips, planeGrip } from "./grips.ts";
import { gridOver, type Landscape, planeOf } from "./landscape.ts";
import { describeLandscape, drawLandscape } from "./landscape-picture.ts";
import { type BackendName, type LandscapeReply, sentenceOf } from "./messages.ts";
import type { Values } from "./parameters.ts";
import { drawPlot, type Picture } from "./picture.ts";
import type { State } from "./state.ts";
import type { Toolbar } from "./toolbar.ts";

/** What a landscape panel works with. */
export interface PanelOptions {
  readonly accelerator: Accelerator;
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
}

const backendNames = { webgpu: "on WebGPU", webgl: "on WebGL", plain: "on the CPU" } as const;

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
  readonly #pressed = new Map<string, (pressed: boolean) => void>();
  readonly #showBackend: (name: string) => void;
  #backend: BackendName | undefined;
  #quantity: string | undefined;
  #computed: Computed | undefined;
  /** What was asked for last: after a failure it is asked for again only by a press. */
  #requested: string | undefined;
  #isPending = false;
  #picture: Picture | undefined;
  #placeGrips: (picture: Picture, values: Values) => void = () => {};

  constructor(options: PanelOptions) {
    this.#options = options;
    const { experiment, toolbar } = options;
    const offered = experiment.plane?.quantities ?? Object.keys(experiment.quantities);
    for (const [name, { label }] of Object.entries(experiment.quantities)) {
      if (!offered.includes(name)) continue;
      const toggle = toolbar.addToggle(`Landscape of ${label}`, `landscape-${name}`, () => this.#press(name));
      this.#pressed.set(name, toggle);
    }
    this.#showBackend = toolbar.addChoice("Computed by", backendNames, (name) => this.#choose(name));
  }

  /** Follows the figure's values; a landscape that does not depend on what has changed is kept. */
  update(): void {
    if (this.#quantity === undefined) return;
    if (this.#picture) this.#placeGrips(this.#picture, this.#options.state.values());
    if (this.#requested !== this.#key()) void this.#compute();
  }

  #press(quantity: string): void {
    this.#quantity = this.#quantity === quantity ? undefined : quantity;
    for (const [name, toggle] of this.#pressed) toggle(name === this.#quantity);
    this.#options.place.hidden = this.#quantity === undefined;
    if (this.#quantity === undefined) return;
    if (this.#computed?.key === this.#key()) this.#draw();
    else if (!(this.#isPending && this.#requested === this.#key())) void this.#compute();
  }

  #choose(name: string): void {
    this.#backend = name === "webgpu" || name === "webgl" || name === "plain" ? name : undefined;
    if (this.#quantity !== undefined) void this.#compute();
  }

  /** What a landscape depends on: every parameter that is not one of its two axes, and what computes it. */
  #key(): string {
    const { x, y } = planeOf(this.#options.experiment);
    const others = Object.entries(this.#options.state.values()).filter(([name]) => name !== x && name !== y);
    return JSON.stringify([this.#backend, others]);
  }

  async #compute(): Promise<void> {
    const { accelerator, figure, folder, toolbar, experiment, state } = this.#options;
    const key = this.#key();
    this.#requested = key;
    this.#isPending = true;
    toolbar.say("Computing the landscape …");
    const chosen = this.#backend === undefined ? {} : { backend: this.#backend };
    try {
      const asked = { figure, experiment: folder, values: state.values(), ...chosen };
      const reply = await accelerator.landscape(asked);
      if (reply === undefined || key !== this.#key()) return;
      this.#isPending = false;
      const grid = gridOver(experiment, reply.columns, reply.rows);
      this.#computed = { key, landscape: { grid, fields: reply.fields }, minima: reply.minima };
      this.#report(reply);
      this.#draw();
    } catch (error) {
      this.#isPending = false;
      toolbar.say(`No landscape: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  #report(reply: LandscapeReply): void {
    const { toolbar, place } = this.#options;
    place.dataset["backend"] = reply.backend;
    place.dataset["tensors"] = String(reply.tensors);
    this.#showBackend(reply.backend);
    toolbar.say(sentenceOf(reply));
  }

  #draw(): void {
    const { experiment, plot, place, figure } = this.#options;
    if (this.#computed === undefined || this.#quantity === undefined) return;
    const { landscape, minima } = this.#computed;
    const quantity = this.#quantity;
    const view = { experiment, landscape, quantity, minima: minima[quantity] ?? [] };
    const picture = drawPlot(drawLandscape(view, plot), describeLandscape(view), {
      plot,
      document,
      id: `fig-${figure}-landscape`,
    });
    if (this.#picture === undefined) this.#mountFrame();
    place.querySelector("svg")?.remove();
    place.querySelector(".picture")?.prepend(picture.svg);
    this.#picture = picture;
    this.#placeGrips(picture, this.#options.state.values());
  }

  #mountFrame(): void {
    const { experiment, place, state } = this.#options;
    const picture = document.createElement("div");
    picture.className = "picture";
    place.replaceChildren(picture);
    this.#placeGrips = mountGrips(picture, experiment, [planeGrip(experiment)], state);
  }
}
