import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { drawFix, drawLevels, drawSimulated, halo, type Marked } from "./curve-marks.ts";
import { type Curves, deviations, type Point } from "./curves.ts";

/** The loss of a guess and half a nat more are half a unit apart on an axis that is linear to about here. */
const linearTo = 0.5;
/** Space for words below the line of a guess. */
const bottom = -0.42;
const tops = [3, 10, 30, 100, 300, 1000, 3000];

/** The expected loss of both heads against the word table's deviation, with the state, the fix and what to compare. */
export function drawCurves(plot: Plot, curves: Curves, marked: Marked): PlotOptions {
  const simulated = marked.loss - marked.guess;
  const highest = Math.max(simulated, ...[...curves.tied, ...curves.untied].map(([, excess]) => excess));
  const top = tops.find((value) => value >= 1.1 * highest) ?? highest;
  return {
    ariaLabel: describeCurves(curves, marked),
    width: 640,
    height: 346,
    marginTop: 34,
    marginRight: 74,
    marginBottom: 52,
    marginLeft: 44,
    x: {
      type: "log",
      domain: [deviations.min, deviations.max],
      ticks: [0.01, 0.1, 1],
      tickFormat: String,
      tickSize: 4,
      label: "s, standard deviation of the word table →",
    },
    y: {
      type: "symlog",
      constant: linearTo,
      domain: [Math.min(bottom, 1.2 * simulated), top],
      ticks: [1, 10, 100, 1000].filter((tick) => tick <= top),
      tickFormat: (tick: number) => `+${tick}`,
      tickSize: 4,
      label: "↑ expected loss, in nats above log V",
    },
    marks: [
      ...drawLevels(plot, marked),
      ...drawFix(plot, marked, top),
      ...drawLines(plot, curves),
      ...drawSimulated(plot, marked),
    ],
  };
}

/** The panel in words. */
function describeCurves(
  { tied, untied }: Curves,
  { deviation, guess, loss, proposed, lossThere }: Marked,
): string {
  const last = (points: readonly Point[]): string => formatQuantity(guess + (points.at(-1)?.[1] ?? 0));
  return [
    `Expected loss against s: from log V = ${formatQuantity(guess)} nats at small s`,
    `to ${last(tied)} for a tied and ${last(untied)} for an untied head at s = 1.`,
    `At the proposed s = ${proposed.toPrecision(3)} the head of this state leaves ${formatQuantity(lossThere)} nats;`,
    `the network drawn at s = ${Number(deviation.toPrecision(3))} has ${formatQuantity(loss)}.`,
  ].join(" ");
}

/** Both heads, named at their right ends, and the prediction from the largest logit. */
function drawLines(plot: Plot, { tied, untied, largest }: Curves) {
  const above = largest.filter(([, excess]) => excess > 0);
  return [
    plot.line(above, { stroke: "var(--p)", strokeWidth: 1.25, strokeDasharray: "2,3" }),
    plot.text(above.slice(0, 1), {
      x: "0",
      y: "1",
      text: () => "largest logit alone",
      fill: "var(--p)",
      textAnchor: "start",
      dx: 8,
      dy: -14,
      ...halo,
    }),
    plot.line(untied, { stroke: "var(--p)", strokeWidth: 1.75, curve: "monotone-x" }),
    plot.line(tied, { stroke: "var(--q)", strokeWidth: 2.25, curve: "monotone-x" }),
    nameAtEnd(plot, tied, "tied", { fill: "var(--q)", dx: 16, dy: -8 }),
    nameAtEnd(plot, untied, "untied", { fill: "var(--p)", dx: 12, dy: 10 }),
  ];
}

function nameAtEnd(plot: Plot, points: readonly Point[], name: string, style: object) {
  return plot.text(points.slice(-1), {
    x: "0",
    y: "1",
    text: () => name,
    textAnchor: "start",
    dx: 8,
    ...style,
  });
}
