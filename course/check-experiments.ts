import { checkFigure, checkSetting } from "../checks/figure.ts";
import { checkQuantity } from "../checks/quantity.ts";
import type { Experiment } from "../lab/experiment.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import type { Problem } from "./course.ts";

/** Names of the experiments that could not be loaded, by what was reported of them. */
export function brokenExperiments(mistakes: readonly Mistake[]): ReadonlySet<string> {
  const names = mistakes
    .filter(({ rule }) => rule === "broken-experiment")
    .flatMap(({ file }) => /^experiments\/([^/]+)\//.exec(file)?.[1] ?? []);
  return new Set(names);
}

/** Numbers of the prose that are not what their experiment computes, and figures that it cannot show. */
export function checkExperiments(
  problems: readonly Problem[],
  experiments: ReadonlyMap<string, Experiment>,
): Mistake[] {
  return problems.flatMap(({ compiled: { quantities, figures, settings, mistakes } }) => [
    ...quantities.flatMap((link) => {
      const experiment = experiments.get(link.experiment);
      return (experiment && checkQuantity(link, experiment).mistake) ?? [];
    }),
    ...figures.flatMap((figure) => {
      const experiment = experiments.get(figure.name);
      return experiment === undefined ? [] : checkFigure(figure, experiment);
    }),
    ...settings.flatMap((setting) => {
      const experiment = experiments.get(setting.name);
      if (experiment === undefined) return [];
      const found = checkSetting(setting, figures, experiment);
      return mistakes.some(losesFigure) ? found.filter(({ rule }) => rule !== "figure-not-on-page") : found;
    }),
  ]);
}

/** Whether a mistake may be the reason why a figure is not on its page: then its links need no complaint of their own. */
function losesFigure({ rule }: Mistake): boolean {
  return ["unknown-directive", "unknown-experiment", "unknown-parameter", "missing-attribute"].includes(rule);
}
