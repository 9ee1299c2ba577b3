import type { Accelerator } from "./accelerator.ts";
import type { Experiment, Plot } from "./experiment.ts";
import { type Grip, type Move, mountGrips } from "./grips.ts";
import { gridOver, type Landscape, planeOf } from "./landscape.ts";
import { describeLandscape, drawLandscape } from "./landscape-picture.ts";
import type { BackendName, LandscapeReply } from "./messages.ts";
import type { Values } from "./parameters.ts";
import { drawPlot, type Picture } from "./picture.ts";
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
  readonly move: Move;
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
  #values: Values = {};
  #quantity: string | undefined;
  #computed: Computed | undefined;
  #requested: string | undefined;
  #picture: Picture | undefined;
  #placeGrips: (picture: Picture, values: Values) => void = () => {};

  constructor(options: PanelOptions) {
    this.#options = options;
    const { experiment, toolbar } = options;
    for (const [name, { label }] of Object.entries(experiment.quantities)) {
      const toggle = toolbar.addToggle(`Landscape of ${label}`, `landscape-${name}`, () => this.#press(name));
      this.#pressed.set(name, toggle);
    }
    this.#showBackend = toolbar.addChoice("Computed by", backendNames, (name) => this.#choose(name));
  }

  /** Follows the figure's values; a landscape that does not depend on what has changed is kept. */
  show(values: Values): void {
    this.#values = values;
    if (this.#quantity === undefined) return;
    if (this.#picture) this.#placeGrips(this.#picture, values);
    if (this.#requested !== this.#key()) void this.#compute();
  }

  #press(quantity: string): void {
    this.#quantity = this.#quantity === quantity ? undefined : quantity;
    for (const [name, toggle] of this.#pressed) toggle(name === this.#quantity);
    this.#options.place.hidden = this.#quantity === undefined;
    if (this.#quantity === undefined) return;
    if (this.#computed?.key === this.#key()) this.#draw();
    else void this.#compute();
  }

  #choose(name: string): void {
    this.#backend = name === "webgpu" || name === "webgl" || name === "plain" ? name : undefined;
    if (this.#quantity !== undefined) void this.#compute();
  }

  /** What a landscape depends on: every parameter that is not one of its two axes, and what computes it. */
  #key(): string {
    const { x, y } = planeOf(this.#options.experiment);
    const others = Object.entries(this.#values).filter(([name]) => name !== x && name !== y);
    return JSON.stringify([this.#backend, others]);
  }

  async #compute(): Promise<void> {
    const { accelerator, figure, folder, toolbar, experiment } = this.#options;
    const key = this.#key();
    this.#requested = key;
    toolbar.say("Computing the landscape …");
    const chosen = this.#backend === undefined ? {} : { backend: this.#backend };
    try {
      const reply = await accelerator.landscape({
        figure,
        experiment: folder,
        values: this.#values,
        ...chosen,
      });
      if (reply === undefined || key !== this.#key()) return;
      const grid = gridOver(experiment, reply.columns, reply.rows);
      this.#computed = { key, landscape: { grid, fields: reply.fields }, minima: reply.minima };
      this.#report(reply);
      this.#draw();
    } catch (error) {
      this.#requested = undefined;
      toolbar.say(`No landscape: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  #report({ backend, device, columns, rows, milliseconds, tensors }: LandscapeReply): void {
    const { toolbar, place } = this.#options;
    place.dataset["backend"] = backend;
    place.dataset["tensors"] = String(tensors);
    this.#showBackend(backend);
    const size = `${columns} × ${rows} points in ${Math.round(milliseconds)} ms`;
    toolbar.say(
      backend === "plain" ? `${size}, in double precision${because(device)}` : `${size} on ${device}`,
    );
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
    this.#placeGrips(picture, this.#values);
  }

  #mountFrame(): void {
    const { experiment, place, move } = this.#options;
    const picture = document.createElement("div");
    picture.className = "picture";
    place.replaceChildren(picture);
    this.#placeGrips = mountGrips(picture, experiment, [planeGrip(experiment)], move);
  }
}

/** The grip of a landscape: it moves both parameters of the plane. */
function planeGrip(experiment: Parameters<typeof planeOf>[0]): Grip {
  const { x, y, across, up } = planeOf(experiment);
  return {
    across: x,
    up: y,
    position: (values) => [values[x] ?? across.default, values[y] ?? up.default],
    drag: ([right, above]) => ({ [x]: right, [y]: above }),
  };
}

function because(refusals: string): string {
  return refusals === "" ? "" : ` (${refusals})`;
}
