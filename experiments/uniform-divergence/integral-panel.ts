import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { outline } from "./curve.ts";
import { type Cell, weighRatio } from "./divergence.ts";
import { type Band, bentPanel, cellsIn, type Panel, roundUp } from "./layout.ts";
import { drawText, drawTicks, halo, large, type Point, thinned } from "./marks.ts";
import type { View } from "./pair.ts";
import { type Part, type Reached, runningIntegral } from "./running.ts";

/** One direction of the divergence, with the CSS colour that stands for it. */
export interface Direction {
  readonly part: Part;
  /** Logarithms of the density in front and of the one behind. */
  readonly logs: (cell: Cell) => readonly [front: Cell["logP"], behind: Cell["logP"]];
  readonly color: string;
  /** The integrand in symbols. */
  readonly integrand: string;
}

/** D(P‖Q). */
export const forward: Direction = {
  part: ({ forward }) => forward,
  logs: ({ logP, logQ }) => [logP, logQ],
  color: "var(--p)",
  integrand: "P log(P/Q)",
};
/** D(Q‖P). */
export const reverse: Direction = {
  part: ({ reverse }) => reverse,
  logs: ({ logP, logQ }) => [logQ, logP],
  color: "var(--q)",
  integrand: "Q log(Q/P)",
};

/** What the running integral is called, by where it starts. */
const range = { left: "up to x", right: "from x on", centre: "over [−x, x]" } as const;

/** The integrand as a filled curve, its running integral as a line, and the divergence's value beside where it ends. */
export function drawIntegral(
  plot: Plot,
  cells: readonly Cell[],
  view: View,
  direction: Direction,
  band: Band,
) {
  const { domain, from } = view;
  const [left, right] = domain;
  const { color } = direction;
  const reached = runningIntegral(cells, direction.part, from);
  const total = reached.at(-1)?.value ?? 0;
  const visible = reached.filter(({ x }) => x >= left && x <= right);
  const integrand = outline(cellsIn(cells, domain), integrandEnds(direction), 0);
  const panel = integralPanel(band, [...visible, { x: Infinity, value: total }], integrand, domain);
  const filled = integrand.map(([x, value]): Point => [x, panel.y(value)]);
  const area = { x: "0", y1: panel.y(0), y2: "1", fill: color, fillOpacity: 0.16 };
  const line = { stroke: color, strokeWidth: 2.25, strokeLinejoin: "miter" } as const;
  return [
    ...drawTicks(plot, panel, from === "right" ? right : left, from === "right" ? "right" : "left"),
    plot.areaY(thinned(filled, right - left), area),
    plot.line(thinned(runningLine(visible, panel, view), right - left), line),
    ...drawWords(plot, panel, view, direction, total),
  ];
}

/** What the panel shows, and beside the end of the running integral what it comes to. */
function drawWords(plot: Plot, panel: Panel, { domain, from }: View, direction: Direction, total: number) {
  const [left, right] = domain;
  const fill = direction.color;
  const title = `${direction.integrand}, shaded, and its integral ${range[from]}`;
  const value = { fill, ...(total === Infinity && large) };
  const place: Point = [from === "right" ? left : right, panel.y(total)];
  const beside = from === "right" ? { textAnchor: "end", dx: -8 } : { textAnchor: "start", dx: 8 };
  return [
    drawText(plot, [left, panel.top - 10], title, {
      fill,
      textAnchor: "start",
      lineAnchor: "bottom",
      ...halo,
    }),
    drawText(plot, place, formatQuantity(total), { ...value, ...beside }),
  ];
}

/** The integrand at both ends of a stretch, or undefined where it is 0. */
function integrandEnds({ logs }: Direction) {
  return (cell: Cell): readonly [number, number] | undefined => {
    const [front, behind] = logs(cell);
    const [left, right] = front.map((log, k) => weighRatio(Math.exp(log), log, behind[k] ?? log));
    return left === undefined || right === undefined || (left === 0 && right === 0)
      ? undefined
      : [left, right];
  };
}

/**
 * A panel that holds the running integral and where it ends. The integrand may reach beyond its highest number, and so
 * may the integral just before it diverges: closer to the end of its way than the eye can tell.
 */
function integralPanel(
  band: Band,
  reached: readonly Reached[],
  integrand: readonly Point[],
  [left, right]: View["domain"],
): Panel {
  const end = reached.at(-2)?.x ?? 0;
  const told = reached.filter(({ x }) => Math.abs(x - end) > (right - left) / 100);
  const values = told.map(({ value }) => value).filter(Number.isFinite);
  const heights = integrand.map(([, value]) => value).filter((each) => !Number.isNaN(each));
  const finite = heights.filter(Number.isFinite);
  const running = Math.max(1, ...values);
  const highest = roundUp(Math.max(running, Math.min(Math.max(0, ...finite), 2 * running)));
  const lowest = Math.min(-0.4, ...values, ...finite);
  const all = [...reached.map(({ value }) => value), ...heights];
  return bentPanel(band, { lowest, highest, isExceeded: all.some((each) => each > highest) });
}

/** The running integral over the domain, from where it starts to where the domain ends. */
function runningLine(visible: readonly Reached[], panel: Panel, { domain, from }: View): readonly Point[] {
  const points = visible.map(({ x, value }): Point => [x, panel.y(value)]);
  const last = panel.y(visible.at(-1)?.value ?? 0);
  const zero = panel.y(0);
  if (from === "left") return [[domain[0], zero], ...points, [domain[1], last]];
  if (from === "right") return [[domain[1], zero], ...points, [domain[0], last]];
  return [...points.map(([x, y]): Point => [-x, y]).toReversed(), ...points];
}
