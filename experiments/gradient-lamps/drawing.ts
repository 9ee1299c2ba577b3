import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { drawCodes } from "./code-panel.ts";
import { drawGraph } from "./graph-panel.ts";
import type { Report, Setting } from "./report.ts";
import type { Trained } from "./training.ts";

/** The graph with its lamps over the plane of the codes; while the networks are trained, as they are at that step. */
export function drawFigure(
  plot: Plot,
  report: Report,
  setting: Setting,
  trained: Trained | undefined,
): readonly PlotOptions[] {
  const norms = trained?.norms ?? report.quantities;
  const note = trained === undefined ? "before training" : `after ${trained.step} steps`;
  return [
    drawGraph(plot, setting.graph, norms, note),
    drawCodes(plot, trained ?? report, setting, report.quantities),
  ];
}
