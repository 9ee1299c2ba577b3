import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { drawDensities } from "./density-panel.ts";
import type { Cell } from "./divergence.ts";
import { drawIntegral, forward, reverse } from "./integral-panel.ts";
import { bands, cellsIn, size } from "./layout.ts";
import { views } from "./pair.ts";
import type { PairValues } from "./parameters.ts";

/** Both distributions; below them, on the same x, the integrand of each direction with its running integral. */
export function drawPair(plot: Plot, cells: readonly Cell[], values: PairValues): PlotOptions {
  const view = views[values.pair];
  const isMirrored = view.from === "right";
  return {
    ...size,
    ...(isMirrored && { marginLeft: size.marginRight, marginRight: size.marginLeft }),
    x: { domain: [...view.domain], ticks: 5, label: null, tickSize: 4 },
    y: { domain: [0, size.height], range: [0, size.height], axis: null },
    marks: [
      ...drawEnds(plot, values),
      ...drawDensities(plot, cellsIn(cells, view.domain), values),
      ...drawIntegral(plot, cells, view, forward, bands.forward),
      ...drawIntegral(plot, cells, view, reverse, bands.reverse),
    ],
  };
}

/** The ends of supports that can be moved, as hairlines through all panels. */
function drawEnds(plot: Plot, values: PairValues) {
  const { ends } = views[values.pair];
  const span = { y1: bands.densities.bottom, y2: bands.reverse.bottom, strokeOpacity: 0.35 };
  return ends.map((end) =>
    plot.ruleX([values[end]], {
      ...span,
      stroke: end.startsWith("p") ? "var(--p)" : "var(--q)",
      strokeDasharray: "2,3",
      strokeDashoffset: end.startsWith("p") ? 0 : 2,
    }),
  );
}
