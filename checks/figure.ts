import type { Experiment } from "../lab/experiment.ts";
import { defaultValues } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import type { FigurePlacement } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";

/** Values of a figure that are no numbers, or out of range: a page shows what its author wrote, or nothing. */
export function checkFigure({ name, values, ...place }: FigurePlacement, experiment: Experiment): Mistake[] {
  const { parameters } = experiment;
  const { notes } = checkValues(parameters, defaultValues(parameters), values);
  return notes.map((note) => ({
    ...place,
    rule: "figure-parameter",
    what: `The figure \`${name}\` cannot show this state: ${note}`,
    hint: rangesOf(experiment),
    severity: "error",
  }));
}

function rangesOf({ parameters }: Experiment): string {
  const ranges = Object.entries(parameters).map(
    ([name, { min, max }]) => `\`${name}\` from ${min} to ${max}`,
  );
  return `Its parameters: ${ranges.join(", ")}.`;
}
