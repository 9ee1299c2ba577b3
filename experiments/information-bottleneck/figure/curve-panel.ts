import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../../lab/experiment.ts";
import type { ModelName } from "../models.ts";
import type { Figures } from "../optimum.ts";
import { betaRange } from "../state.ts";
import { storedSweep } from "../stored-sweep.ts";
import { type CurvePoint, curveOf } from "./curves.ts";
import { placeLabels } from "./label-places.ts";
import { headline, marginTop, number, panelHeight } from "./layout.ts";

/** What the panel shows: a model's curves, the state on them, and a live run beside them. */
export interface CurveView {
  readonly model: ModelName;
  readonly curve: "error" | "loss";
  readonly beta: number;
  readonly figures: Figures;
  /** What a live training has reached. */
  readonly live: Figures | undefined;
}

/** A curve of the panel: how it looks, and what it is called. */
interface Curve {
  readonly name: keyof Figures;
  readonly words: string;
  readonly color: string;
  readonly dash?: string;
  readonly points: readonly CurvePoint[];
}

/** Training and validation over β, with their spread where there are seeds. */
export function drawCurves(plot: Plot, view: CurveView): PlotOptions {
  const curves = curvesFor(view);
  const top = topOf(curves);
  return {
    ariaLabel: wordsFor(view).join(", "),
    width: 330,
    height: panelHeight,
    marginTop,
    marginRight: 12,
    marginBottom: 30,
    marginLeft: 48,
    x: {
      type: "log",
      domain: [...betaRange],
      ticks: [1e-6, 1e-4, 1e-2, 1, 100],
      tickFormat: number,
      label: null,
      tickSize: 4,
    },
    y: { domain: [0, top], ticks: 4, tickFormat: number, label: null, tickSize: 4 },
    marks: [
      ...headline(plot, wordsFor(view)),
      plot.ruleX([view.beta], { stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      ...curves.flatMap((curve) => curveMarks(plot, curve, top)),
      ...stateMarks(plot, view, curves),
      ...placeLabels(
        curves.map(({ points }) => points),
        top,
      ).map(({ x, y, dy }, k) =>
        plot.text([[x, y]], { text: () => curves[k]?.words ?? "", fill: curves[k]?.color ?? "", dy }),
      ),
      plot.ruleY([0]),
    ],
  };
}

/** The curves of a view. Where the law is known there are no training data of their own. */
function curvesFor({ model, curve }: CurveView): Curve[] {
  const [training, mean, sample]: (keyof Figures)[] =
    curve === "error"
      ? ["trainingError", "validationErrorMean", "validationErrorSample"]
      : ["trainingLoss", "validationLossMean", "validationLossSample"];
  const isKnown = model === "two" || model === "three";
  const specs = [
    ...(isKnown ? [] : [{ name: training, words: "training", color: "var(--ink-2)", dash: "5,4" }]),
    { name: mean, words: isKnown ? "mean latent" : "validation, mean", color: "var(--p)" },
    { name: sample, words: isKnown ? "sampled latent" : "validation, sample", color: "var(--q)" },
  ];
  return specs.flatMap(({ name, ...rest }) =>
    name === undefined ? [] : [{ ...rest, name, points: curveOf(model, name) }],
  );
}

function wordsFor({ model, curve }: CurveView): readonly string[] {
  const what =
    model === "linear"
      ? { error: "Squared error", loss: "Task loss" }
      : { error: "Error", loss: "Task loss" };
  const unit = curve === "loss" ? ", nats" : model === "linear" ? "" : ", share of wrong digits";
  const share = model === "digits" ? unit : unit.replace("digits", "answers");
  const source =
    model === "digits"
      ? [`stored: ${storedSweep.seeds.length} seeds, mean and`, "standard deviation between seeds"]
      : ["exact, computed here", ""];
  return [`${what[curve]} over β${share}`, ...source].filter((line) => line !== "");
}

/** The highest point of all bands, rounded up. */
function topOf(curves: readonly Curve[]): number {
  const highest = Math.max(
    ...curves.flatMap(({ points }) => points.map(({ value, deviation }) => value + deviation)),
  );
  return [0.6, 0.7, 0.8, 1, 1.2, 1.5, 2, 3, 4, 6, 8, 10].find((each) => each >= 1.04 * highest) ?? highest;
}

function curveMarks(plot: Plot, { points, color, dash }: Curve, top: number): Markish[] {
  const line = {
    x: "beta",
    stroke: color,
    strokeWidth: 2,
    ...(dash !== undefined && { strokeDasharray: dash }),
  };
  const band = points.some(({ deviation }) => deviation > 0)
    ? [
        plot.areaY(points, {
          x: "beta",
          y1: ({ value, deviation }: CurvePoint) => Math.max(0, value - deviation),
          y2: ({ value, deviation }: CurvePoint) => Math.min(top, value + deviation),
          fill: color,
          fillOpacity: 0.14,
        }),
      ]
    : [];
  return [...band, plot.line(points, { ...line, y: "value" })];
}

/** Dots where the state stands on the curves; rings where a live training stands. */
function stateMarks(plot: Plot, { beta, figures, live }: CurveView, curves: readonly Curve[]): Markish[] {
  return curves.flatMap(({ name, color }) => [
    plot.dot([[beta, figures[name]]], { r: 4, fill: color }),
    ...(live ? [plot.dot([[beta, live[name]]], { r: 6, stroke: color, strokeWidth: 2, clip: true })] : []),
  ]);
}
