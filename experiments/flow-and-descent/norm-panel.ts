import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { squaredNorm } from "./learning.ts";
import { drawWay, frame, name, type Ways } from "./loss-panel.ts";
import { times } from "./parameters.ts";

/** D over the time: constant along the flow, growing with every step of descent; and what short steps lead to. */
export function drawNorm(plot: Plot, { flow, descent }: Ways, expected: number, time: number): PlotOptions {
  const start = squaredNorm(flow[0]?.weights ?? [0, 0]);
  const end = squaredNorm(descent.at(-1)?.weights ?? [0, 0]);
  const top = Math.max(expected, end);
  const room = 0.15 * (top - start);
  return {
    ...frame,
    ariaLabel: [
      "The squared norm D over the time, on a logarithmic axis.",
      `Along the flow it stays at ${formatQuantity(start)};`,
      `descent makes it grow to ${formatQuantity(end)}, and short steps would to about ${formatQuantity(expected)}.`,
    ].join(" "),
    y: { domain: [start - room, top + room], ticks: 4, label: null, tickSize: 4 },
    marks: [
      plot.ruleX([time], { stroke: "var(--ink-3)", strokeDasharray: "2,3" }),
      plot.ruleY([expected], { stroke: "var(--ink-3)", strokeDasharray: "5,4" }),
      ...drawWay(plot, "flow", flow, ({ weights }) => squaredNorm(weights)),
      ...drawWay(plot, "descent", descent, ({ weights }) => squaredNorm(weights)),
      name(plot, [times.max, start], "flow", { textAnchor: "end", dy: -9 }),
      name(plot, [times.max, end], "descent", { fill: "var(--q)", textAnchor: "end", dy: 11 }),
      name(plot, [times.min, expected], "D + ηL", {
        fill: "var(--ink-3)",
        textAnchor: "start",
        dx: 4,
        dy: -9,
      }),
      plot.text(["squared norm D over the time"], { frameAnchor: "top-left", dx: -28, dy: -28 }),
    ],
  };
}
