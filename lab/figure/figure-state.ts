import type { Experiment } from "../experiment.ts";
import type { Values } from "../parameters.ts";
import { checkValues, constrained, initialState, writeState } from "../state.ts";

/** Who moves a figure's state: a reader, or a run that a reader watches. */
export type Mover = "reader" | "run";

/** The state of a live figure: always the newest, also while its picture has yet to be drawn. */
export interface State {
  values(): Values;
  /** Lays values, each in its range, over the state's. */
  change(changed: Values, by?: Mover): void;
}

/** The address is rewritten when a reader has paused for this long: browsers limit how often it may change. */
const pause = 300;

/** What a figure is told when its state has changed. */
export type Changed = (changed: Values, by: Mover) => void;

/** A figure's state, kept in the page's address. */
export class FigureState implements State {
  /** The state that the author gave the figure. */
  readonly base: Values;
  /** A sentence for each thing in the address that was not taken as it stands. */
  readonly notes: readonly string[];
  readonly #experiment: Experiment;
  readonly #figure: string;
  readonly #changed: Changed;
  #values: Values;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(experiment: Experiment, host: HTMLElement, changed: Changed) {
    this.#experiment = experiment;
    this.#figure = host.dataset["figure"] ?? "figure";
    this.#changed = changed;
    const state = initialState(experiment, host.dataset["values"] ?? "{}", location.search, this.#figure);
    this.base = state.base;
    this.notes = state.notes;
    this.#values = state.values;
  }

  values(): Values {
    return this.#values;
  }

  change(changed: Values, by: Mover = "reader"): void {
    const laid = { ...this.#values, ...changed };
    this.#values = constrained(this.#experiment, laid, Object.keys(changed));
    this.#changed(changed, by);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#writeAddress(), pause);
  }

  /** Lays values of any origin over the state that the author gave; returns a sentence for each that was not fit. */
  set(given: Readonly<Record<string, unknown>>): readonly string[] {
    const { values, notes } = checkValues(this.#experiment, this.base, given);
    this.change(values);
    return notes;
  }

  reset(): void {
    this.change(this.base);
  }

  /** The address at which the page opens with this figure in its present state. */
  address(): string {
    const url = new URL(location.href);
    url.search = writeState(location.search, this.#figure, this.#values, this.base);
    url.hash = `fig-${this.#figure}`;
    return url.href;
  }

  #writeAddress(): void {
    const search = writeState(location.search, this.#figure, this.#values, this.base);
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
  }
}
