import type { Plot } from "../../lab/experiment.ts";
import type { Gaussian } from "./estimators.ts";
import { bands, densityHeight, domain, type Point, shownSample, zAt } from "./layout.ts";

/** Samples in the full pile: then its area is that under the density. */
export const pileSize = 300;
/** Width of a sample's tile, in deviations. */
const tileWidth = 0.25;
/** A tile's height on the scale on which the density's peak is 1: each has the area of 1/300 of the density. */
const tileHeight = Math.sqrt(2 * Math.PI) / (pileSize * tileWidth);

/** The first samples of Z, each a tile, piled up under the density of N(μ, σ²); and the one in the diagram. */
export function drawPile(plot: Plot, gaussian: Gaussian, noise: number, draws: ArrayLike<number>) {
  const { mean, deviation } = gaussian;
  const { top, bottom } = bands.samples;
  const sample = shownSample(gaussian, noise);
  const [left, right] = domain;
  const curve = Array.from({ length: 161 }, (_, k): Point => {
    const z = mean + deviation * (k / 20 - 4);
    return [z, densityHeight(gaussian, z)];
  }).filter(([z]) => z >= left && z <= right);
  const side = mean > 0 ? -1 : 1;
  return [
    plot.areaY(outlines(tiles(gaussian, draws)), {
      x: "0",
      y1: "1",
      y2: "2",
      fill: "var(--encoder)",
      fillOpacity: 0.3,
    }),
    plot.line(curve, { stroke: "var(--encoder)", strokeWidth: 1.75 }),
    plot.link([0], {
      x1: mean,
      x2: mean,
      y1: top,
      y2: bottom,
      stroke: "var(--encoder)",
      strokeDasharray: "2,3",
    }),
    plot.ruleY([bottom], { stroke: "var(--ink-3)" }),
    plot.text([[mean + side * 1.3 * deviation, densityHeight(gaussian, mean + 1.3 * deviation)]], {
      text: () => "density of Z",
      fill: "var(--encoder)",
      textAnchor: side > 0 ? "start" : "end",
      dx: 10 * side,
      dy: -8,
    }),
    plot.text([[side > 0 ? right : left, bottom - 12]], {
      text: () => (draws.length === 1 ? "1 sample" : `${Math.min(pileSize, draws.length)} samples`),
      fill: "var(--ink-3)",
      textAnchor: side > 0 ? "end" : "start",
    }),
    plot.link([0], { x1: sample, x2: sample, y1: top - 26, y2: bands.function.bottom, stroke: "var(--ink)" }),
  ];
}

/** The corners of a tile. */
interface Tile {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The tiles, a little apart, as one path for all: a gap in the data ends each. */
function outlines(pile: readonly Tile[]): readonly (readonly [z: number, top: number, bottom: number])[] {
  const side = 0.5 * (zAt(1) - zAt(0));
  return pile.flatMap(({ left, right, top, bottom }) => [
    [left + side, top + 0.5, bottom - 0.5] as const,
    [right - side, top + 0.5, bottom - 0.5] as const,
    [Number.NaN, Number.NaN, Number.NaN] as const,
  ]);
}

/** One tile for each of the first samples, on top of those that fell into the same bin before; bins move with μ and σ. */
export function tiles({ mean, deviation }: Gaussian, draws: ArrayLike<number>): readonly Tile[] {
  const { top, bottom } = bands.samples;
  const unit = tileHeight * (bottom - top);
  const heights = new Map<number, number>();
  return Array.from({ length: Math.min(pileSize, draws.length) }, (_, k) => {
    const bin = Math.round((draws[k] ?? 0) / tileWidth);
    const below = heights.get(bin) ?? 0;
    heights.set(bin, below + 1);
    return {
      left: mean + deviation * tileWidth * (bin - 0.5),
      right: mean + deviation * tileWidth * (bin + 0.5),
      top: bottom - unit * (below + 1),
      bottom: bottom - unit * below,
    };
  }).filter(({ left, right }) => left >= domain[0] && right <= domain[1]);
}
