import type { Plot } from "../../lab/experiment.ts";
import { densityEnds, outline } from "./curve.ts";
import { type Cell, compareOverCells } from "./divergence.ts";
import { bands, bentPanel, cellsIn, type Panel, roundUp } from "./layout.ts";
import { drawText, drawTicks, large, type Point, thinned } from "./marks.ts";
import { pairOf, views } from "./pair.ts";
import type { PairValues } from "./parameters.ts";

const [ofP, ofQ] = [densityEnds(({ logP }) => logP), densityEnds(({ logQ }) => logQ)];

/** P as a filled curve, Q as a line, points as arrows; each is named where it stands. `cells` are those in the domain. */
export function drawDensities(plot: Plot, cells: readonly Cell[], values: PairValues) {
  const { domain } = views[values.pair];
  const panel = densityPanel(cells, values);
  const width = domain[1] - domain[0];
  const line = (ends: typeof ofP): readonly Point[] => {
    const points = outline(cells, ends, 0).map(([x, value]): Point => [x, panel.y(value)]);
    return thinned(points, width);
  };
  const [p, q] = [line(ofP), line(ofQ)];
  return [
    ...drawTicks(plot, panel, domain[0]),
    plot.areaY(p, { x: "0", y1: panel.bottom, y2: "1", fill: "var(--p)", fillOpacity: 0.16 }),
    plot.line(p, { stroke: "var(--p)", strokeWidth: 1.75 }),
    plot.line(q, { stroke: "var(--q)", strokeWidth: 2.25 }),
    ...cells.filter(({ from, to }) => from === to).flatMap((cell) => drawAtom(plot, cell, panel)),
    ...drawName(plot, p, "P", domain),
    ...drawName(plot, q, "Q", domain),
  ];
}

/** Arrows for the probability of a single point, P's and Q's side by side; a full panel is probability 1. */
function drawAtom(plot: Plot, { from, massP, massQ }: Cell, { bottom, top }: Panel) {
  const arrow = (share: number, color: string, dx: number, name: string) => {
    if (share === 0) return [];
    const tip = bottom - share * (bottom - top);
    const words = `${name} has ${formatShare(share)} here`;
    const anchor = dx < 0 ? "end" : "start";
    return [
      plot.arrow([from], {
        x1: from,
        x2: from,
        y1: bottom,
        y2: tip,
        dx,
        stroke: color,
        strokeWidth: 2.25,
        inset: 0,
      }),
      drawText(plot, [from, tip + 10], words, {
        fill: color,
        textAnchor: anchor,
        dx: dx + Math.sign(dx) * 8,
      }),
    ];
  };
  return [...arrow(massP, "var(--p)", -3, "P"), ...arrow(massQ, "var(--q)", 3, "Q")];
}

/** A share in up to three decimals. */
function formatShare(share: number): string {
  return String(Number(share.toFixed(3)));
}

/** A curve's name: P's on its left flank, Q's on its right. */
function drawName(plot: Plot, line: readonly Point[], name: "P" | "Q", domain: readonly [number, number]) {
  const place = flank(line, name === "P", domain);
  if (place === undefined) return [];
  const side = name === "P" ? { textAnchor: "end", dx: -9 } : { textAnchor: "start", dx: 9 };
  return [
    drawText(plot, place, name, {
      fill: name === "P" ? "var(--p)" : "var(--q)",
      ...side,
      ...large,
      stroke: "var(--paper)",
      strokeWidth: 4,
    }),
  ];
}

/** Where a curve has reached two thirds of its height, coming from one side. */
function flank(line: readonly Point[], fromLeft: boolean, [left, right]: readonly [number, number]) {
  const points = line.filter(([x]) => x >= left && x <= right);
  const top = Math.min(...points.map(([, y]) => y));
  const isHigh = ([, y]: Point): boolean => y <= top + (bands.densities.bottom - top) / 3;
  const point = fromLeft ? points.find(isHigh) : points.findLast(isHigh);
  return point && ([point[0], top + (bands.densities.bottom - top) / 3] as const);
}

/** The panel of the densities. A point, or a normal that is narrow in its place, is taken as reaching to ∞. */
function densityPanel(cells: readonly Cell[], { pair }: PairValues): Panel {
  const heights = cells.flatMap((cell) => [...(ofP(cell) ?? []), ...(ofQ(cell) ?? [])]);
  const highest = Math.max(...heights);
  if (pair === "point" || pair === "atom") {
    return bentPanel(bands.densities, { lowest: 0, highest: 0.5, isExceeded: true });
  }
  const panel = bentPanel(bands.densities, { lowest: 0, highest, isExceeded: false });
  const tick = [0.1, 0.2, 0.3, 0.5, 1, 2, 4, 8, 16].findLast((value) => value <= 1.05 * highest);
  return { ...panel, ticks: [0, tick ?? roundUp(highest)] };
}

/** Where an end of P is taken hold of: at P's height there, and well above the ends of Q in any case. */
export function gripOfP(x: number, values: PairValues): Point {
  const { top, bottom } = bands.densities;
  const cells = shownCells(values);
  const beside = cells.flatMap((cell) => {
    const ends = ofP(cell);
    return ends === undefined ? [] : [cell.from === x ? ends[0] : 0, cell.to === x ? ends[1] : 0];
  });
  const height = densityPanel(cells, values).y(Math.max(0, ...beside));
  return [x, Math.min(height, (top + bottom) / 2)];
}

/** Where an end of Q is taken hold of: on the axis. */
export function gripOfQ(x: number): Point {
  return [x, bands.densities.bottom];
}

function shownCells(values: PairValues): readonly Cell[] {
  const { p, q } = pairOf(values);
  return cellsIn(compareOverCells(p, q), views[values.pair].domain);
}
