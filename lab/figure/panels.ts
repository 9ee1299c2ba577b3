import type { Experiment } from "../experiment.ts";
import type { Values } from "../parameters.ts";
import { type Picture, panelClass } from "../picture.ts";
import type { State } from "./figure-state.ts";
import { gripOf, mountGrips, type PlaceGrips } from "./grips.ts";

/** The panels of a live figure: pictures, and the grips that lie over them. */
export class Panels {
  readonly #place: HTMLElement;
  readonly #experiment: Experiment;
  readonly #state: State;
  #hosts: readonly HTMLElement[] = [];
  #placeGrips: readonly PlaceGrips[] = [];

  constructor(place: HTMLElement, experiment: Experiment, state: State) {
    this.#place = place;
    this.#experiment = experiment;
    this.#state = state;
  }

  /** Puts newly drawn pictures in place of the old ones; grips keep the focus. */
  show(pictures: readonly Picture[], values: Values): void {
    if (pictures.length !== this.#hosts.length) this.#mount(pictures);
    for (const [index, picture] of pictures.entries()) {
      const host = this.#hosts[index];
      const old = host?.querySelector("svg");
      if (old) old.replaceWith(picture.svg);
      else host?.prepend(picture.svg);
      this.#placeGrips[index]?.(picture, values);
    }
  }

  #mount(pictures: readonly Picture[]): void {
    this.#hosts = pictures.map((picture) => {
      const host = document.createElement("div");
      host.className = panelClass(picture);
      return host;
    });
    this.#placeGrips = this.#hosts.map((host, index) => {
      const handles = this.#experiment.handles.filter(({ panel = 0 }) => panel === index);
      return mountGrips(host, this.#experiment, handles.map(gripOf), this.#state);
    });
    this.#place.replaceChildren(...this.#hosts);
  }
}
