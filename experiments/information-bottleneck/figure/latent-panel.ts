import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../../lab/experiment.ts";
import { isLine, labelsOf, type ModelName } from "../models.ts";
import type { Latent } from "../network/trial.ts";
import { type LatentPoint, pointsOf, reachOf, scalesOf } from "./latent-points.ts";
import { headline, marginTop, number, panelHeight } from "./layout.ts";

/** What the panel shows: latents, and where they come from. */
export interface LatentSpace {
  readonly model: ModelName;
  readonly latents: readonly Latent[];
  readonly dots: "samples" | "means";
  readonly seed: number;
  /** "stored, seed 1, β = 0.001", "live, step 200 of 2000" or "exact optimum". */
  readonly origin: string;
}

const colors = ["var(--p)", "var(--q)", "var(--decoder)", "var(--encoder)"];

/** The latent space with its axes, its second moment and one deviation of the prior. */
export function drawLatentSpace(plot: Plot, space: LatentSpace): PlotOptions {
  const { model, latents, dots, seed } = space;
  const points = pointsOf(model, latents, dots, seed);
  const reach = reachOf(points, isLine(model));
  const ticks = [-reach, 0, reach];
  const axis = { domain: [-reach, reach], ticks, tickFormat: number, label: null, tickSize: 4 };
  return {
    width: 330,
    height: panelHeight,
    marginTop,
    marginRight: 12,
    marginBottom: 30,
    marginLeft: 48,
    x: axis,
    y: isLine(model) ? { domain: [0, latents.length], axis: null } : axis,
    marks: [
      ...headline(plot, wordsAbove(space, reach)),
      ...(isLine(model) ? rowMarks(plot, space, reach) : planeMarks(plot, reach)),
      isLine(model) || model === "three" ? dotMarks(plot, points) : digitMarks(plot, points, model),
    ],
  };
}

function wordsAbove({ model, latents, dots, origin }: LatentSpace, reach: number): readonly string[] {
  const { secondMoment, meanScale } = scalesOf(model, latents);
  const what = dots === "samples" ? "Samples Z" : "Means μ";
  const measure =
    dots === "samples"
      ? `second moment ${secondMoment.toPrecision(3)}`
      : `root mean square ${number(meanScale)}`;
  const isPriorShown = reach >= 1 && reach <= 25;
  return [`${what}: axes to ±${number(reach)}`, `${measure}${isPriorShown ? ", dashed: prior" : ""}`, origin];
}

function planeMarks(plot: Plot, reach: number): Markish[] {
  const frame = [
    plot.ruleX([0], { stroke: "var(--hairline)" }),
    plot.ruleY([0], { stroke: "var(--hairline)" }),
  ];
  if (reach < 1 || reach > 25) return frame;
  const circle = Array.from({ length: 73 }, (_, k) => (k * Math.PI) / 36).map((t) => [
    Math.cos(t),
    Math.sin(t),
  ]);
  return [...frame, plot.line(circle, { stroke: "var(--ink-3)", strokeDasharray: "2,3" })];
}

/** One line for each input, with its name, and the prior's deviations. */
function rowMarks(plot: Plot, { model, latents }: LatentSpace, reach: number): Markish[] {
  const rows = latents.map(([label]) => [-reach, latents.length - 0.5 - label, label] as const);
  return [
    plot.ruleY(rows, { y: "1", stroke: "var(--hairline)" }),
    plot.ruleX(
      [-1, 1].filter((x) => Math.abs(x) <= reach),
      { stroke: "var(--ink-3)", strokeDasharray: "2,3" },
    ),
    plot.text(rows, {
      x: "0",
      y: "1",
      text: ([, , label]: (typeof rows)[number]) => labelsOf[model][label] ?? "",
      fill: ([, , label]: (typeof rows)[number]) => colors[label],
      textAnchor: "start",
      dy: -22,
    }),
  ];
}

function dotMarks(plot: Plot, points: readonly LatentPoint[]): Markish {
  return plot.dot(points, { x: "x", y: "y", r: 3, fill: colorOf, fillOpacity: 0.7 });
}

function digitMarks(plot: Plot, points: readonly LatentPoint[], model: ModelName): Markish {
  return plot.text(points, {
    x: "x",
    y: "y",
    text: ({ label }: LatentPoint) => labelsOf[model][label] ?? "",
    fill: colorOf,
    stroke: "var(--paper)",
    strokeWidth: 2,
  });
}

function colorOf({ label }: LatentPoint): string {
  return colors[label] ?? "var(--ink)";
}
