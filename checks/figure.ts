import type { Experiment } from "../lab/experiment.ts";
import { renderFrame } from "../lab/frame.ts";
import { defaultValues, type Parameter } from "../lab/parameters.ts";
import { checkValues } from "../lab/state.ts";
import type { FigurePlacement } from "../markdown/document.ts";
import type { Mistake } from "../mistakes/mistake.ts";

/**
 * Values of a figure that are no numbers, or out of range, and a picture that cannot be drawn: a page shows what its
 * author wrote, or nothing.
 */
export function checkFigure({ name, values, ...place }: FigurePlacement, experiment: Experiment): Mistake[] {
  return findingsOf(name, values, experiment).map((each) => ({ ...place, ...each, severity: "error" }));
}

/** Values of a link that its figure cannot take, and a figure that is not on the link's page. */
export function checkSetting(
  { name, values: given, ...place }: FigurePlacement,
  figures: readonly Pick<FigurePlacement, "name">[],
  experiment: Experiment,
): Mistake[] {
  const { notes } = checkValues(experiment, defaultValues(experiment.parameters), given);
  const unfit = notes.map((note) => ({
    rule: "figure-parameter",
    what: `The link cannot set this state of \`${name}\`: ${note}`,
    hint: rangesOf(experiment),
  }));
  const isThere = figures.some((figure) => figure.name === name);
  const absent = {
    rule: "figure-not-on-page",
    what: `The link sets the figure \`${name}\`, which is not on this page`,
    hint: `Place it with \`::experiment{name="${name}"}\`, or link to the page that shows it.`,
  };
  return [...unfit, ...(isThere ? [] : [absent])].map((each) => ({ ...place, ...each, severity: "error" }));
}

/** Whether a figure can be shown as its author placed it. */
export function isSound({ name, values }: Pick<FigurePlacement, "name" | "values">, experiment: Experiment) {
  return findingsOf(name, values, experiment).length === 0;
}

function findingsOf(
  name: string,
  given: FigurePlacement["values"],
  experiment: Experiment,
): Pick<Mistake, "rule" | "what" | "hint">[] {
  const { parameters } = experiment;
  const { values, notes } = checkValues(experiment, defaultValues(parameters), given);
  if (notes.length > 0) {
    return notes.map((note) => ({
      rule: "figure-parameter",
      what: `The figure \`${name}\` cannot show this state: ${note}`,
      hint: rangesOf(experiment),
    }));
  }
  try {
    renderFrame(experiment, values);
    return [];
  } catch (error) {
    return [failure(name, `The figure \`${name}\` cannot be drawn at this state`, error)];
  }
}

/** An experiment's own code failed: what failed, and its words. */
export function failure(name: string, what: string, error: unknown) {
  const words = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0];
  return {
    rule: "experiment-failed",
    what: `${what}: ${words}`,
    hint: `Mend \`compute\`, \`draw\` or \`describe\` in \`experiments/${name}/index.ts\`.`,
  };
}

/** What a parameter's value may be, in words. */
export function rangeOf(parameter: Parameter): string {
  if (parameter.kind === "slider") return `from ${parameter.min} to ${parameter.max}`;
  if (parameter.kind === "choice") return `one of ${Object.keys(parameter.options).join(", ")}`;
  return parameter.kind === "toggle" ? "true or false" : "a whole number";
}

function rangesOf({ parameters }: Experiment): string {
  const ranges = Object.entries(parameters).map(([name, each]) => `\`${name}\` ${rangeOf(each)}`);
  return `Its parameters: ${ranges.join(", ")}.`;
}
