import type { Plot } from "../../lab/experiment.ts";
import { formatQuantity } from "../../lab/measure.ts";
import { divergenceOf, type Piece } from "./divergence.ts";
import { domain, type Panel } from "./layout.ts";
import { drawText, drawTicks, type Point } from "./marks.ts";

/** One direction of the divergence, with the CSS colour that stands for it. */
export interface Direction {
  readonly pieces: readonly Piece[];
  readonly color: string;
  readonly title: string;
}

/** The integrand as a filled step, its running integral as a line that ends at the divergence's value. */
export function drawIntegral(plot: Plot, panel: Panel, { pieces, color, title }: Direction) {
  const filled = pieces.filter(({ integrand }) => integrand !== 0);
  const [left, right] = domain;
  const total = divergenceOf(pieces);
  const end = { fill: color, textAnchor: "start", dx: 8, ...(total === Infinity && large) };
  return [
    ...drawTicks(plot, panel),
    plot.rect(filled, {
      x1: "from",
      x2: "to",
      y1: () => panel.y(0),
      y2: ({ integrand }: Piece) => panel.y(integrand),
      fill: color,
      fillOpacity: 0.16,
    }),
    plot.line(running(pieces, panel), { stroke: color, strokeWidth: 2.25, strokeLinejoin: "miter" }),
    drawText(plot, [left, panel.top - 10], title, {
      fill: color,
      textAnchor: "start",
      lineAnchor: "bottom",
      ...halo,
    }),
    drawText(plot, [right, panel.y(total)], formatQuantity(total), end),
  ];
}

/** Paper around a text, where hairlines run under it. */
const halo = { stroke: "var(--paper)", strokeWidth: 5 };
/** ∞ is a small glyph: it is set as large as the curves' names. */
const large = { className: "curve-name" };

/** The running integral's corners over the domain: from 0, up to ∞ at once where the integrand is ∞. */
function running(pieces: readonly Piece[], panel: Panel): Point[] {
  const [left, right] = domain;
  const corners = pieces.flatMap(({ from, to, before, after }): Point[] => [
    [from, panel.y(before)],
    [after === Infinity ? from : to, panel.y(after)],
    [to, panel.y(after)],
  ]);
  return [[left, panel.y(0)], ...corners, [right, panel.y(divergenceOf(pieces))]];
}
