import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import type { Comparison, Setting } from "./comparison.ts";
import { drawDiagram } from "./diagram.ts";
import { drawFunction } from "./function-band.ts";
import { bands, columns, domain, shownSample, size, zAt } from "./layout.ts";
import { drawPile } from "./pile.ts";
import { drawRace } from "./race-panel.ts";

/** The block diagram over the samples that it makes and over f, and the race; both show the first draws alone. */
export function drawFigure(
  plot: Plot,
  comparison: Comparison,
  setting: Setting,
  count: number,
): readonly PlotOptions[] {
  const sample = shownSample(setting, setting.noise);
  return [
    {
      ...size,
      x: { domain: [...domain], ticks: 11, label: null, tickSize: 4 },
      y: { domain: [0, size.height], range: [0, size.height], axis: null },
      marks: [
        ...drawPile(plot, setting, setting.noise, comparison.draws.subarray(0, count)),
        plot.link([0], {
          x1: zAt(columns.sample - 30),
          x2: sample,
          y1: bands.line + 14,
          y2: bands.samples.top - 26,
          stroke: "var(--ink-3)",
        }),
        ...drawFunction(plot, setting),
        ...drawDiagram(plot, setting, setting.noise),
      ],
    },
    drawRace(plot, comparison, count),
  ];
}
