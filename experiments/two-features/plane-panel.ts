import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatValue } from "../../lab/parameters.ts";
import { drawLevels } from "./level-lines.ts";
import { squaresAt } from "./loss-surface.ts";
import { parameters, type State } from "./parameters.ts";
import { bound } from "./plane.ts";
import { drawPaths } from "./plane-marks.ts";
import type { Trail } from "./runs.ts";

const axis = { domain: [-bound, bound], ticks: 7, label: null, tickSize: 4 };

/** The plane of the weights: level lines of the loss, which are rays, and how the weights move when they are learned. */
export function drawPlane(plot: Plot, values: State, trail: Trail | undefined): PlotOptions {
  return {
    ariaLabel: "The plane of the weights c₀ and c₁, with level lines of the loss and the paths of learning.",
    width: 310,
    height: 324,
    marginTop: 40,
    marginRight: 36,
    marginBottom: 36,
    marginLeft: 26,
    x: axis,
    y: axis,
    marks: [
      ...drawLevels(plot, squaresAt(values.input)),
      plot.ruleX([0], { stroke: "var(--hairline)" }),
      plot.ruleY([0], { stroke: "var(--hairline)" }),
      plot.frame({ strokeOpacity: 0.25 }),
      ...drawPaths(plot, values, trail),
      name(plot, "c₀", { frameAnchor: "bottom-right", dx: -6, dy: -6 }),
      name(plot, "c₁", { frameAnchor: "top-left", dx: 6, dy: 5 }),
      plot.text([titleOf(values, trail)], { frameAnchor: "top-left", dx: -10, dy: -32 }),
    ],
  };
}

function titleOf({ rate }: State, trail: Trail | undefined): string {
  if (trail === undefined) return "loss over the weights, arrows downhill";
  if (trail.kind === "flow") return `flow, at the time ${trail.progress.toFixed(1)}`;
  return `descent with η = ${formatValue(parameters.rate, rate)}, after ${trail.progress} steps`;
}

function name(plot: Plot, text: string, options: object) {
  return plot.text([text], {
    ...options,
    className: "curve-name",
    fill: "currentColor",
    stroke: "var(--paper)",
    strokeWidth: 3,
  });
}
