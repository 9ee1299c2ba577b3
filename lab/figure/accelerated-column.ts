import type { AcceleratedResult, Experiment, Result } from "../experiment.ts";
import { plainLabel } from "../labels.ts";
import { acceleratedOf } from "../measure.ts";
import type { Values } from "../parameters.ts";
import type { Accelerator } from "../worker/accelerator.ts";
import { type ResultReply, sentenceOf } from "../worker/messages.ts";
import type { BackendChoice } from "./backend-choice.ts";
import type { Computed } from "./computation.ts";
import type { State } from "./figure-state.ts";
import type { Toolbar } from "./toolbar.ts";

/** What the column works with. */
export interface ColumnOptions {
  readonly experiment: Experiment;
  readonly accelerator: Accelerator;
  readonly backends: BackendChoice;
  readonly toolbar: Toolbar;
  readonly state: State;
  readonly host: HTMLElement;
  readonly figure: string;
  readonly folder: string;
}

/**
 * The quantities as the reader's GPU computes them, beside those in double precision. Nothing of tf.js is fetched
 * before a reader has acted.
 */
export class AcceleratedColumn {
  readonly #options: ColumnOptions;
  #asked: Values | undefined;
  #isRefused = false;
  /** The newest result in double precision. */
  #computed: Computed | undefined;

  constructor(options: ColumnOptions) {
    this.#options = options;
    options.backends.onChoice(() => {
      this.#isRefused = false;
      void this.#ask();
    });
  }

  /** Computes anew after a reader's act; without a GPU it is tried once, until the reader chooses what computes. */
  update(computed: Computed): void {
    this.#computed = computed;
    if (this.#isRefused || this.#asked === this.#options.state.values()) return;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { accelerator, backends, figure, folder, state } = this.#options;
    const values = state.values();
    this.#asked = values;
    try {
      const reply = await accelerator.accelerate({ figure, experiment: folder, values, ...backends.asked() });
      if (reply === undefined || values !== state.values()) return;
      this.#show(reply, values);
    } catch (error) {
      this.#isRefused = true;
      this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  /** That nothing here computes: in one line where there never was a GPU, with the reason where one has failed. */
  #refuse(words: string): void {
    const { backends, host, toolbar } = this.#options;
    const hadOne = host.dataset["acceleratedAt"] !== undefined || backends.asked().backend !== undefined;
    host.dataset["backend"] = "none";
    host.dataset["refusal"] = words;
    backends.explain(words);
    toolbar.say(
      hadOne
        ? `Computed in double precision: ${words}.`
        : "There is no GPU here: computed in double precision.",
    );
  }

  #show(reply: ResultReply, values: Values): void {
    const { experiment, host, backends, toolbar } = this.#options;
    const result = reply.result as AcceleratedResult;
    host.dataset["backend"] = reply.backend;
    host.dataset["acceleratedAt"] = JSON.stringify(values);
    delete host.dataset["refusal"];
    host.dataset["tensors"] = String(reply.tensors);
    host.dataset["milliseconds"] = reply.milliseconds.toFixed(1);
    for (const { name, text, value } of acceleratedOf(experiment, result)) {
      const data = this.#cell(name);
      data.value = String(value);
      data.textContent = text;
    }
    backends.report(reply);
    const time = `in ${Math.round(reply.milliseconds)} ms`;
    const agreement =
      this.#computed === undefined ? "" : `; ${this.#agreement(result, this.#computed.result)}`;
    toolbar.say(`The right column was computed by ${sentenceOf(reply)} ${time}${agreement}.`);
  }

  /** Whether every quantity is within its declared tolerance of what `compute` yields. */
  #agreement(accelerated: AcceleratedResult, computed: Result): string {
    const { experiment } = this.#options;
    const apart = acceleratedOf(experiment, accelerated).filter(({ name, value }) => {
      const ours = computed.quantities[name] ?? Number.NaN;
      // undefined in both is nothing that a reader could see them differ in
      if (Object.is(value, ours)) return false;
      const tolerance = experiment.quantities[name]?.tolerance ?? 0;
      return value !== ours && !(Math.abs(value - ours) <= tolerance * Math.max(1, Math.abs(ours)));
    });
    if (apart.length === 0) return "it agrees within the declared tolerances";
    return `it differs by more than the declared tolerance in ${apart.map(({ label }) => plainLabel(label)).join(", ")}`;
  }

  #cell(name: string): HTMLDataElement {
    const row = this.#options.host.querySelector(`tr[data-row="${name}"]`);
    const found = row?.querySelector<HTMLDataElement>("data[data-accelerated]");
    if (found) return found;
    const cell = document.createElement("td");
    const data = document.createElement("data");
    cell.className = "accelerated";
    data.dataset["accelerated"] = name;
    cell.append(data);
    row?.append(cell);
    return data;
  }
}
