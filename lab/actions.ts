import type { Experiment } from "./experiment.ts";
import { offeredQuantities } from "./landscape.ts";

/** A button of a figure. The build writes it, so that nothing moves when the page makes it work. */
export interface Action {
  /** What it does: "reset", "run-descend", "preset-default". */
  readonly name: string;
  readonly text: string;
  /** What it does in words, where its text does not say it all. */
  readonly meaning?: string;
}

/** The buttons of an experiment's figure, in the order in which they stand: named states first, then what it can do. */
export function actionsOf(experiment: Experiment): {
  readonly presets: readonly Action[];
  readonly tools: readonly Action[];
} {
  const presets = Object.entries(experiment.presets ?? {}).map(([name, { label }]) => ({
    name: `preset-${name}`,
    text: label,
  }));
  const runs = Object.entries(experiment.runs ?? {}).map(([name, { label, meaning }]) => ({
    name: `run-${name}`,
    text: label,
    meaning,
  }));
  const copy = { name: "copy", text: "Copy link", meaning: "copy a link to this state of the figure" };
  return {
    presets,
    tools: [...runs, ...landscapesOf(experiment), copy, { name: "reset", text: "Reset" }],
  };
}

function landscapesOf(experiment: Experiment): Action[] {
  if (experiment.plane === undefined) return [];
  return offeredQuantities(experiment).map((name) => ({
    name: `landscape-${name}`,
    text: `Landscape of ${experiment.quantities[name]?.label ?? name}`,
  }));
}
