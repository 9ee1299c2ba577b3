import type { PlotOptions } from "@observablehq/plot";
import type { Plot } from "../../lab/experiment.ts";
import { fourierFeature } from "./fourier.ts";
import type { Shares } from "./shares.ts";

/** Room that a name needs, in the picture's pixels, and the height of a line of names. */
const room = 92;
const line = 22;
/** A bar below this is not seen, and has no name. */
const smallest = 0.005;
const width = 640;
const margin = 34;

/** The effective weight of every feature as a bar, those of the alias group named; the given weights as points. */
export function drawCredits(plot: Plot, fit: Shares, target: number): PlotOptions {
  const { credits, weights } = fit;
  const bars = fit.group.map(({ index }) => ({ index, credit: credits[index] ?? Number.NaN }));
  const values = bars.map(({ credit }) => credit);
  const lowest = Math.min(0, ...values);
  return {
    ariaLabel: "The effective weight of each feature, by its index, and the weight that it was given.",
    width,
    height: 230,
    marginTop: 34,
    marginRight: margin,
    marginBottom: 34,
    marginLeft: margin,
    x: { domain: [-0.8, credits.length - 0.2], ticks: 8, label: null, tickSize: 4, tickFormat: "d" },
    y: {
      domain: [lowest < 0 ? lowest - 0.3 : 0, 1.15 * Math.max(1, ...values)],
      ticks: [0, 0.5, 1],
      label: null,
      tickSize: 4,
    },
    marks: [
      plot.dot(weights, {
        x: (_: number, k: number) => k,
        y: (weight: number) => weight,
        r: 1.6,
        fill: "var(--ink-3)",
      }),
      plot.rectY(bars, {
        x1: ({ index }) => index - 0.4,
        x2: ({ index }) => index + 0.4,
        y: "credit",
        fill: ({ index }) => (index === target ? "var(--p)" : "var(--q)"),
        fillOpacity: 0.75,
      }),
      plot.ruleY([0]),
      ...namesOf(bars, credits.length).map(({ index, credit, row }) =>
        plot.text([[index, credit]], {
          text: () => fourierFeature(index).name,
          fill: index === target ? "var(--p)" : "var(--q)",
          stroke: "var(--paper)",
          strokeWidth: 3,
          dy: Math.sign(credit) * -(10 + line * row),
        }),
      ),
      plot.text(["k"], { frameAnchor: "bottom-right", dx: 20, dy: 20, className: "curve-name" }),
      plot.text(["bars: effective weights wₖ; points: given weights cₖ"], {
        frameAnchor: "top-left",
        dy: -26,
      }),
    ],
  };
}

interface Bar {
  readonly index: number;
  readonly credit: number;
}

/** The bars that are seen and have room for their name, which stands in one of two rows. */
function namesOf(bars: readonly Bar[], count: number): readonly (Bar & { readonly row: number })[] {
  const pixels = (width - 2 * margin) / count;
  const ends = { above: [-Infinity, -Infinity], below: [-Infinity, -Infinity] };
  return bars.flatMap((bar) => {
    const rows = bar.credit > 0 ? ends.above : ends.below;
    const row = rows.findIndex((end) => (bar.index - end) * pixels >= room);
    if (row === -1 || Math.abs(bar.credit) < smallest) return [];
    rows[row] = bar.index;
    return [{ ...bar, row }];
  });
}
