import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { flowAt, lateLoss, type Stop } from "./learning.ts";
import { type State, times } from "./parameters.ts";

/** Both ways of learning, as far as they are drawn. */
export interface Ways {
  readonly flow: readonly Stop[];
  readonly descent: readonly Stop[];
}

/** Size and axis of time: of both panels. */
export const frame = {
  width: 310,
  height: 290,
  marginTop: 36,
  marginRight: 16,
  marginBottom: 36,
  marginLeft: 40,
  x: {
    type: "log",
    domain: [times.min, times.max],
    ticks: [0.1, 1, 10, 100],
    tickFormat: String,
    label: null,
    tickSize: 4,
  },
} as const;

const halo = { stroke: "var(--paper)", strokeWidth: 3 };
const powers = ["1", "0.1", "0.01", "10⁻³", "10⁻⁴", "10⁻⁵", "10⁻⁶", "10⁻⁷", "10⁻⁸", "10⁻⁹", "10⁻¹⁰", "10⁻¹¹"];

/** The loss over the time, both on logarithmic axes: of the flow, of descent, and D²/64t². */
export function drawLoss(plot: Plot, { flow, descent }: Ways, state: State): PlotOptions {
  const last = flow.at(-1)?.loss ?? 1;
  const decades = Math.ceil(-Math.log10(last) + 0.2);
  const floor = 10 ** -decades;
  const late = flow
    .map(({ time }): readonly [number, number] => [time, lateLoss(state, time)])
    .filter(([, loss]) => loss < 1);
  const here = flowAt(state, state.time);
  return {
    ...frame,
    y: {
      type: "log",
      domain: [floor, 1.3],
      ticks: powers.map((_, k) => 10 ** -k).filter((tick) => tick >= floor * 0.99),
      tickFormat: (tick: number) => powers[Math.round(-Math.log10(tick))] ?? "",
      label: null,
      tickSize: 4,
    },
    marks: [
      plot.ruleX([state.time], { stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      plot.line(late, { stroke: "var(--ink-3)", strokeDasharray: "5,4", clip: true }),
      ...drawWay(plot, "descent", descent, (stop) => Math.max(floor / 10, stop.loss)),
      ...drawWay(plot, "flow", flow, (stop) => stop.loss),
      plot.dot([[state.time, here.loss]], {
        r: 4,
        fill: "var(--paper)",
        stroke: "var(--ink-2)",
        strokeWidth: 2,
      }),
      name(plot, [times.min, flow[0]?.loss ?? 1], "flow", { textAnchor: "start", dx: 4, dy: 12 }),
      name(plot, late[0] ?? [times.max, last], "D²/64t²", {
        fill: "var(--ink-3)",
        textAnchor: "start",
        dx: 8,
      }),
      plot.text(["loss over the time"], { frameAnchor: "top-left", dx: -28, dy: -28 }),
    ],
  };
}

/**
 * One of the two ways as a line. Descent stays where it is until a step is done; its steps are dots, as far as they can
 * be told apart.
 */
export function drawWay(
  plot: Plot,
  kind: "flow" | "descent",
  stops: readonly Stop[],
  value: (stop: Stop) => number,
): Markish[] {
  const stroke = kind === "flow" ? "var(--ink-2)" : "var(--q)";
  const steps = kind === "flow" ? [] : stops.slice(1);
  const x = ({ time }: Stop): number => Math.max(times.min, time);
  return [
    plot.line(stops, {
      x,
      y: value,
      stroke,
      strokeWidth: kind === "flow" ? 2.25 : 1.25,
      curve: kind === "flow" ? "linear" : "step-after",
      clip: true,
    }),
    plot.dot(
      steps.filter((stop, k) => x(stop) > 1.12 * (steps[k - 1]?.time ?? 0)),
      { x, y: value, r: 2, fill: "var(--paper)", stroke, clip: true },
    ),
  ];
}

/** A word beside a line. */
export function name(plot: Plot, place: readonly [number, number], words: string, options: object): Markish {
  return plot.text([place], { text: () => words, fill: "var(--ink-2)", ...halo, ...options });
}

/** The panel in words. */
export function describeLoss({ flow, descent }: Ways): string {
  const [from, to] = [flow[0]?.loss ?? Number.NaN, flow.at(-1)?.loss ?? Number.NaN];
  return [
    "The loss over the time, from 0.1 to 100, both on logarithmic axes.",
    `The flow's falls from ${formatQuantity(from)} to ${formatQuantity(to)}, at the end along the line D²/64t²;`,
    `that of descent ends at ${formatQuantity(descent.at(-1)?.loss ?? Number.NaN)}.`,
  ].join(" ");
}
