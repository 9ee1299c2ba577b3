import type { Plot } from "../../lab/experiment.ts";
import { heightBeside, type StepDensity, stretchesBetween } from "./density.ts";
import { densityPanel, type Panel, panels } from "./layout.ts";
import { drawTicks, type Point } from "./marks.ts";
import { type Pair, type PairValues, pairOf } from "./pair.ts";

/** P as a filled step, Q as a line; each is named where it stands. */
export function drawDensities(plot: Plot, values: PairValues) {
  const { pLeft, pRight, qLeft, qRight } = values;
  const pair = pairOf(values);
  const panel = panelOf(pair);
  const [p, q] = [outline(pair.p, panel), outline(pair.q, panel)];
  const [inP, inQ] = [(pLeft + pRight) / 2, qLeft + 0.75 * (qRight - qLeft)];
  return [
    ...drawTicks(plot, panel),
    plot.areaY(p, { x: "0", y1: panel.bottom, y2: "1", fill: "var(--p)", fillOpacity: 0.16 }),
    plot.line(p, { stroke: "var(--p)", strokeWidth: 1.75 }),
    plot.line(q, { stroke: "var(--q)", strokeWidth: 2.25 }),
    name(plot, [inP, panel.y(pair.p.at(inP))], "P", "var(--p)"),
    name(plot, [inQ, panel.y(pair.q.at(inQ))], "Q", "var(--q)"),
  ];
}

/** Where an end of P is taken hold of: at P's height there, and well above the ends of Q in any case. */
export function gripOfP(x: number, values: PairValues): Point {
  const pair = pairOf(values);
  const { top, bottom } = panels.densities;
  return [x, Math.min(panelOf(pair).y(heightBeside(pair.p, x)), (top + bottom) / 2)];
}

/** Where an end of Q is taken hold of: on the axis. */
export function gripOfQ(x: number): Point {
  return [x, panels.densities.bottom];
}

function panelOf({ p, q }: Pair): Panel {
  return densityPanel(Math.max(...p.ends.map(p.at), ...q.ends.map(q.at)));
}

/** The corners of a density whose support is one interval, from the axis up and back to it. */
function outline(density: StepDensity, panel: Panel): Point[] {
  const support = stretchesBetween(density.ends).filter((part) => density.at(part.from) > 0);
  const corners = support.flatMap((part): Point[] => {
    const y = panel.y(density.at(part.from));
    return [
      [part.from, y],
      [part.to, y],
    ];
  });
  const [left, right] = [support[0]?.from ?? 0, support.at(-1)?.to ?? 0];
  return [[left, panel.bottom], ...corners, [right, panel.bottom]];
}

function name(plot: Plot, place: Point, text: string, fill: string) {
  return plot.text([place], {
    text: () => text,
    fill,
    lineAnchor: "bottom",
    dy: -7,
    className: "curve-name",
  });
}
