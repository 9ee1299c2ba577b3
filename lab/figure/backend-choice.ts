import type { Experiment } from "../experiment.ts";
import type { BackendName, Report } from "../worker/messages.ts";
import type { Toolbar } from "./toolbar.ts";

const names = {
  webgpu: "computed on WebGPU",
  webgl: "computed on WebGL",
  cpu: "computed in tf.js on the CPU",
  plain: "computed in double precision",
} as const;

/** What computes for a figure: the best there is, until a reader chooses. */
export class BackendChoice {
  readonly #show: ((name: string, why?: string) => void) | undefined;
  readonly #listeners: (() => void)[] = [];
  #chosen: BackendName | undefined;

  constructor(experiment: Experiment, toolbar: Toolbar) {
    if (!usesTensors(experiment)) return;
    this.#show = toolbar.addChoice("Computed by", names, (name) => {
      this.#chosen = name as BackendName;
      for (const listen of this.#listeners) listen();
    });
  }

  /** The reader's choice as part of a request; empty where there is none. */
  asked(): { readonly backend?: BackendName } {
    return this.#chosen === undefined ? {} : { backend: this.#chosen };
  }

  /** Calls back when a reader has chosen. */
  onChoice(listen: () => void): void {
    this.#listeners.push(listen);
  }

  /** Shows what has computed, and where it was no GPU, why. */
  report({ backend, device }: Report): void {
    this.#show?.(backend, device);
  }

  /** Shows that there was nothing but double precision, and why. */
  explain(why: string): void {
    this.#show?.("plain", why);
  }
}

function usesTensors({ accelerate, plane, runs }: Experiment): boolean {
  return Boolean(accelerate ?? plane?.accelerate) || Object.values(runs ?? {}).some((run) => run.usesTensors);
}
