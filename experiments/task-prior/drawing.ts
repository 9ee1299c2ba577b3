import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { averageLoss, weightsFor } from "./average-loss.ts";
import { isStuckAt } from "./learning.ts";

const shares = Array.from({ length: 41 }, (_, k) => k / 40);
const halo = { stroke: "var(--paper)", strokeWidth: 3 };
const size = { width: 310, height: 290, marginTop: 36, marginRight: 16, marginBottom: 36, marginLeft: 30 };

/** The loss over the share r: of each kind of task, and of their mean, which is least at r = p. */
export function drawLosses(plot: Plot, prior: number, share: number): PlotOptions {
  const mean = (at: number): number => averageLoss(prior, weightsFor(at));
  const least = mean(prior);
  return {
    ...size,
    x: { domain: [0, 1], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [0, 1.05], ticks: [0, 0.5, 1], label: null, tickSize: 4 },
    marks: [
      plot.ruleY([0], { strokeOpacity: 0.25 }),
      plot.ruleX([prior], { y1: 0, y2: least, stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      curve(plot, (at) => averageLoss(1, weightsFor(at)), { stroke: "var(--p)", strokeWidth: 1.25 }),
      curve(plot, (at) => averageLoss(0, weightsFor(at)), {
        stroke: "var(--ink-2)",
        strokeWidth: 1.25,
        strokeDasharray: "5,4",
      }),
      curve(plot, mean, { stroke: "var(--q)", strokeWidth: 2.25 }),
      plot.dot([[prior, least]], { r: 3, fill: "var(--q)", ...halo, strokeWidth: 1 }),
      plot.dot([[share, mean(share)]], { r: 4, fill: "var(--paper)", stroke: "var(--q)", strokeWidth: 2 }),
      name(plot, [0.16, averageLoss(1, weightsFor(0.16))], "φₜ is true", {
        fill: "var(--p)",
        textAnchor: "start",
        dx: 8,
        dy: -4,
      }),
      name(plot, [0.84, averageLoss(0, weightsFor(0.84))], "φₐ is true", {
        fill: "var(--ink-2)",
        textAnchor: "end",
        dx: -8,
        dy: -4,
      }),
      name(plot, [1, mean(1)], "mean", { fill: "var(--q)", textAnchor: "end", dy: -12 }),
      plot.text(["loss over the share r; least at r = p"], { frameAnchor: "top-left", dx: -14, dy: -28 }),
    ],
  };
}

/** The share r before the first task and after each, beside p. */
export function drawLearning(plot: Plot, prior: number, path: readonly number[]): PlotOptions {
  const last = path.at(-1) ?? 0;
  const course = isStuckAt(last) ? `it stays at ${last}` : "it settles around p";
  return {
    ...size,
    ariaLabel: `The share r while the weights are learned, over the number of tasks; ${course}.`,
    x: { domain: [0, path.length - 1], ticks: 4, label: null, tickSize: 4 },
    y: { domain: [0, 1.05], ticks: [0, 0.5, 1], label: null, tickSize: 4 },
    marks: [
      plot.ruleY([0], { strokeOpacity: 0.25 }),
      plot.ruleY([prior], { stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      plot.line(path, {
        x: (_: number, k: number) => k,
        y: (value: number) => value,
        stroke: "var(--q)",
        strokeWidth: 1.25,
      }),
      name(plot, [path.length - 1, prior], "p", { fill: "var(--ink-2)", textAnchor: "start", dx: 5 }),
      plot.text(["r, learned from one task after the other"], { frameAnchor: "top-left", dx: -14, dy: -28 }),
    ],
  };
}

function curve(plot: Plot, f: (share: number) => number, style: object): Markish {
  return plot.line(shares, { x: (share: number) => share, y: f, ...style });
}

function name(plot: Plot, place: readonly [number, number], words: string, options: object): Markish {
  return plot.text([place], { text: () => words, ...halo, ...options });
}
