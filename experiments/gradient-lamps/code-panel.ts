import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import type { Gaussians } from "./bottleneck.ts";
import { type CodePoint, type Codes, pointsOf, stepFrom } from "./code-points.ts";
import { contourOf, levels } from "./contour.ts";
import { describeCodes } from "./description.ts";
import type { Pull } from "./pull.ts";
import { type Setting, weightsOf } from "./report.ts";

/** The stretches of μ and of σ that the panel shows. */
const shown = { mean: [-3.4, 3.4], deviation: [0.03, 4] } as const;
const halo = { stroke: "var(--paper)", strokeWidth: 4 };

/** Every code's μ and σ with the step that each term asks for, over the contours of D; the marked code with its pull. */
export function drawCodes(plot: Plot, codes: Codes, setting: Setting, pull: Pull): PlotOptions {
  const weights = weightsOf(setting);
  const all = pointsOf(codes);
  const points = all.filter(isShown);
  return {
    width: 640,
    height: 340,
    marginTop: 44,
    marginRight: 16,
    marginBottom: 40,
    marginLeft: 52,
    ariaLabel: describeCodes(all, setting, pull),
    x: { domain: [...shown.mean], ticks: 7, label: null, tickSize: 4 },
    y: {
      type: "log",
      domain: [...shown.deviation],
      ticks: [0.1, 0.2, 1, 2],
      tickFormat: String,
      label: null,
      tickSize: 4,
    },
    marks: [
      // they are those of the fixed prior
      ...(setting.graph === "learned" ? [] : drawContours(plot)),
      ...drawSteps(plot, points, "task", weights.task),
      ...drawSteps(plot, points, "divergence", weights.divergence),
      plot.dot(points, { x: "mean", y: "deviation", r: 3.5, fill: "var(--encoder)", stroke: "var(--paper)" }),
      ...drawPrior(plot, codes.prior),
      ...drawMarked(plot, setting, pull),
      plot.text(["μ"], { frameAnchor: "bottom-right", dx: 8, dy: 2, className: "curve-name" }),
      plot.text(["σ"], { frameAnchor: "top-left", dx: -28, dy: -12, className: "curve-name" }),
      plot.text(["codes (μ, σ) and the step that each term asks for"], {
        frameAnchor: "top-left",
        dy: -34,
        dx: -30,
        fill: "var(--ink-2)",
      }),
    ],
  };
}

function isShown({ mean, deviation }: { readonly mean: number; readonly deviation: number }): boolean {
  const [[left, right], [bottom, top]] = [shown.mean, shown.deviation];
  return mean >= left && mean <= right && deviation >= bottom && deviation <= top;
}

/** D is as large as it says on each contour; the value stands at its lower end. */
function drawContours(plot: Plot) {
  const ends = levels.map((level) => ({ level, deviation: Math.min(...contourOf(level).map(([, y]) => y)) }));
  return [
    ...levels.map((level) =>
      plot.line(contourOf(level), { stroke: "var(--q)", strokeOpacity: 0.4, strokeWidth: 1 }),
    ),
    plot.text(ends, {
      x: () => 0,
      y: "deviation",
      text: ({ level }: { level: number }) => (level === levels.at(-1) ? `D = ${level} nats` : String(level)),
      fill: "var(--q)",
      ...halo,
    }),
  ];
}

/** One descent step from each code along the slopes of one term; none where no path leads to the code. */
function drawSteps(plot: Plot, points: readonly CodePoint[], term: "task" | "divergence", weight: number) {
  const steps = points.flatMap((point) => stepFrom(point, point[term], weight) ?? []);
  const style = term === "task" ? { stroke: "var(--p)" } : { stroke: "var(--q)", strokeDasharray: "4,2" };
  return [
    plot.arrow(steps, {
      x1: "mean",
      y1: "deviation",
      x2: "toMean",
      y2: "toDeviation",
      strokeWidth: 1.5,
      headLength: 6,
      ...style,
    }),
  ];
}

function drawPrior(plot: Plot, { means, logDeviations }: Gaussians) {
  const isFixed = [...means, ...logDeviations].every((value) => value === 0);
  const places = means.map((mean, j) => ({
    mean,
    deviation: Math.exp(logDeviations[j] ?? 0),
    name: isFixed ? "prior" : `prior of Z${j === 0 ? "₁" : "₂"}`,
  }));
  return (isFixed ? places.slice(0, 1) : places).filter(isShown).flatMap((place) => [
    plot.dot([place], {
      x: "mean",
      y: "deviation",
      symbol: "times",
      r: 6,
      stroke: "var(--ink)",
      strokeWidth: 2,
    }),
    plot.text([place], {
      x: "mean",
      y: "deviation",
      text: "name",
      fill: "var(--ink)",
      dx: -12,
      dy: 10,
      textAnchor: "end",
      ...halo,
    }),
  ]);
}

/** The code that a reader moves, with the step that D alone asks for, and its value. */
function drawMarked(plot: Plot, { mean, deviation }: Setting, pull: Pull) {
  const slopes = { mean: pull.meanSlope, logDeviation: deviation * pull.deviationSlope };
  const step = stepFrom({ mean, deviation }, slopes, 1);
  return [
    plot.arrow(step === undefined ? [] : [step], {
      x1: "mean",
      y1: "deviation",
      x2: "toMean",
      y2: "toDeviation",
      stroke: "var(--q)",
      strokeWidth: 2.25,
    }),
    plot.dot([[mean, deviation]], { r: 6, fill: "var(--paper)", stroke: "var(--q)", strokeWidth: 2 }),
    plot.text([[mean, deviation]], {
      text: () => `D = ${formatQuantity(pull.divergence)}`,
      fill: "var(--q)",
      dy: 18,
      lineAnchor: "top",
      textAnchor: mean > 2 ? "end" : "start",
      ...halo,
    }),
  ];
}
