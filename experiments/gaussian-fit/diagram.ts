import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { branches, thresholds } from "./bifurcation.ts";
import type { Fits } from "./fits.ts";
import { separationOf } from "./mixture.ts";
import type { Branching } from "./symmetric-family.ts";

/** What the diagram shows: separations across, divergences up, in nats. */
export const range = { separation: [0, 4.2], divergence: [0, 1.5] } as const;
const [, widest] = range.separation;
const [, highest] = range.divergence;

/** A text stays readable where lines run behind it. */
const halo = { stroke: "var(--paper)", strokeWidth: 4 };
/** Words at the top of the left end. */
const quiet = { textAnchor: "start", lineAnchor: "top", dx: 8, dy: 12, fill: "var(--ink-2)" };

type Place = readonly [x: number, y: number];

/** The stationary values of D(Q‖P) over the separation of P's two equal components, and where the present P and Q stand. */
export function drawDiagram(plot: Plot, fits: Fits, reverse: number): PlotOptions {
  return {
    width: 640,
    height: 306,
    marginTop: 44,
    marginRight: 52,
    marginBottom: 50,
    marginLeft: 34,
    x: { domain: [...range.separation], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [...range.divergence], ticks: 4, label: null, tickSize: 4 },
    marks: [
      ...thresholdMarks(plot),
      plot.ruleY([Math.log(2)], { stroke: "var(--ink-3)", strokeDasharray: "1,4" }),
      words(plot, [widest, Math.log(2)], "log 2", { textAnchor: "start", dx: 8, fill: "var(--ink-2)" }),
      ...branchMarks(plot),
      ...stateMarks(plot, fits, reverse),
      plot.ruleY([0]),
      words(plot, [0, highest], "reverse divergence,\nstationary values", quiet),
      words(plot, [widest, 0], "separation a = (m₂ − m₁) / 2s", {
        textAnchor: "end",
        dy: 40,
        fill: "var(--ink-2)",
      }),
    ],
  };
}

function branchMarks(plot: Plot) {
  const { lowest, broad, mode, saddle } = branches();
  const line = (points: readonly Branching[], style: object) =>
    plot.line(points, { x: "separation", y: "divergence", stroke: "var(--q)", clip: true, ...style });
  const name = (place: Place, text: string, options: object) =>
    words(plot, place, text, { fill: "var(--q)", ...options });
  return [
    line(broad, { strokeWidth: 1 }),
    line(mode, { strokeWidth: 1 }),
    line(saddle, { strokeWidth: 1, strokeDasharray: "4,3" }),
    line(lowest, { strokeWidth: 2.25 }),
    name([1.75, 0.16], "broad", { textAnchor: "end", dx: -6, dy: -6 }),
    name([widest, Math.log(2)], "on a mode", { textAnchor: "end", dy: 16 }),
    name([3.1, 1.05], "saddle", { textAnchor: "end", dx: -10 }),
  ];
}

/** Each threshold as a hairline with its value, computed, and its meaning above. */
function thresholdMarks(plot: Plot) {
  const { bimodal, appearance, exchange } = thresholds();
  const above = (value: number, text: string, textAnchor: "start" | "end") => [
    plot.ruleX([value], { y1: 0, y2: highest, stroke: "var(--hairline)" }),
    words(plot, [value, highest], `${value.toFixed(3)}\n${text}`, {
      textAnchor,
      lineAnchor: "bottom",
      dx: textAnchor === "start" ? -4 : 4,
      dy: -6,
      fill: "var(--ink-2)",
    }),
  ];
  return [
    ...above(bimodal, "two modes", "end"),
    ...above(appearance, "new minima", "end"),
    ...above(exchange, "they are lowest", "start"),
  ];
}

/** The present P: its stationary values, from P itself; and the present Q, where it fits in. */
function stateMarks(plot: Plot, { mixture, stationary }: Fits, reverse: number) {
  const separation = separationOf(mixture);
  if (separation === undefined || separation > widest) {
    const why =
      separation === undefined ? "P’s components are not mirror images" : "P lies farther to the right";
    return [words(plot, [0, highest], why, { ...quiet, dy: 62, fill: "var(--p)" })];
  }
  const shown = stationary.filter(({ divergence }) => divergence <= highest);
  const dots = { x: () => separation, y: "divergence", r: 3.5, fill: "var(--paper)", stroke: "var(--p)" };
  return [
    plot.ruleX([separation], { y1: 0, y2: highest, stroke: "var(--p)", strokeDasharray: "2,3" }),
    plot.dot(shown, dots),
    ...(reverse > highest
      ? []
      : [
          plot.dot([[separation, reverse]], { r: 4, fill: "var(--q)" }),
          plot.text([[separation, reverse]], {
            text: () => "Q",
            fill: "var(--q)",
            dx: 14,
            className: "curve-name",
            ...halo,
          }),
        ]),
  ];
}

function words(plot: Plot, place: Place, text: string, options: object) {
  return plot.text([place], { text: () => text, ...halo, ...options });
}
