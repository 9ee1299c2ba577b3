import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { drawDensities } from "./density-panel.ts";
import type { Piece } from "./divergence.ts";
import { drawIntegral } from "./integral-panel.ts";
import { domain, integralPanel, panels, size } from "./layout.ts";
import type { PairValues } from "./pair.ts";

/** The running integrals of D(P‖Q) and D(Q‖P). */
export interface Integrals {
  readonly forward: readonly Piece[];
  readonly reverse: readonly Piece[];
}

/** Both densities; below them, on the same x, the integrand of each direction with its running integral. */
export function drawFigure(plot: Plot, values: PairValues, { forward, reverse }: Integrals): PlotOptions {
  return {
    ...size,
    x: { domain: [...domain], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [0, size.height], range: [0, size.height], axis: null },
    marks: [
      ...drawEnds(plot, values),
      ...drawDensities(plot, values),
      ...drawIntegral(plot, integralPanel(panels.forward, forward, reverse), {
        pieces: forward,
        color: "var(--p)",
        title: "P log(P/Q), shaded, and its integral up to x",
      }),
      ...drawIntegral(plot, integralPanel(panels.reverse, reverse, forward), {
        pieces: reverse,
        color: "var(--q)",
        title: "Q log(Q/P), shaded, and its integral up to x",
      }),
    ],
  };
}

/** The ends of both supports, as hairlines through all panels. */
function drawEnds(plot: Plot, { pLeft, pRight, qLeft, qRight }: PairValues) {
  const span = { y1: panels.densities.bottom, y2: panels.reverse.bottom, strokeOpacity: 0.35 };
  return [
    plot.ruleX([pLeft, pRight], { ...span, stroke: "var(--p)", strokeDasharray: "2,3" }),
    plot.ruleX([qLeft, qRight], { ...span, stroke: "var(--q)", strokeDasharray: "2,3", strokeDashoffset: 2 }),
  ];
}
