import type { Experiment, Plot } from "../experiment.ts";
import type { Accelerator } from "../worker/accelerator.ts";
import { AcceleratedColumn } from "./accelerated-column.ts";
import { BackendChoice } from "./backend-choice.ts";
import type { State } from "./figure-state.ts";
import { LandscapePanel } from "./landscape-panel.ts";
import { RunPlayer } from "./run-player.ts";
import type { Toolbar } from "./toolbar.ts";

/** What of a figure needs the worker. */
export interface WorkerParts {
  readonly player?: RunPlayer;
  readonly column?: AcceleratedColumn;
  readonly landscape?: LandscapePanel;
}

/** What those parts work with. */
export interface WorkerPartsOptions {
  readonly host: HTMLElement;
  /** Where landscapes stand. */
  readonly place: HTMLElement;
  readonly experiment: Experiment;
  readonly accelerator: Accelerator;
  readonly plot: Plot;
  readonly toolbar: Toolbar;
  readonly state: State;
  readonly figure: string;
  readonly redraw: () => void;
}

/** Mounts what an experiment has of runs, landscapes and quantities in tf.js. A run rests while it is off the screen. */
export function mountWorkerParts({ host, place, plot, redraw, ...shared }: WorkerPartsOptions): WorkerParts {
  const { experiment, toolbar } = shared;
  const backends = new BackendChoice(experiment, toolbar);
  const options = { ...shared, backends, folder: host.dataset["experiment"] ?? "" };
  const player = experiment.runs && new RunPlayer({ ...options, redraw });
  const column = experiment.accelerate && new AcceleratedColumn({ ...options, host });
  const frame = () => player?.frame();
  const landscape = experiment.plane && new LandscapePanel({ ...options, plot, place, frame });
  const observer = new IntersectionObserver((entries) => {
    player?.setOnScreen(entries.some((entry) => entry.isIntersecting));
  });
  observer.observe(host);
  return { ...(player && { player }), ...(column && { column }), ...(landscape && { landscape }) };
}
