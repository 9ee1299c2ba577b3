import type { CurvePoint } from "./curves.ts";

/** Where a curve's name stands: a point of the curve, and how many pixels below it. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly dy: number;
}

/** Half the width of a name, in factors of ten of β. */
const halfWidth = 1.5;
/** Where the middle of a name may stand, and where its surroundings are looked at, as powers of ten. */
const middles = [-4.4, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.4];
const probes = [-1, -0.6, -0.3, 0, 0.3, 0.6, 1].map((share) => share * halfWidth);

/** A place for each curve's name: near the curve, where the name is farthest from all curves and other names. */
export function placeLabels(curves: readonly (readonly CurvePoint[])[], top: number): LabelPlace[] {
  const taken: { readonly middle: number; readonly height: number }[] = [];
  return curves.map((own) => {
    const options = middles.flatMap((middle) =>
      [-13, 14, -28, 29].map((dy) => {
        const y = valueAt(own, 10 ** middle);
        const height = y - (dy / 270) * top;
        const free = freeRoom(middle, height, curves, taken, top);
        return { x: 10 ** middle, y, dy, middle, height, free };
      }),
    );
    const best = options.reduce((a, b) => (b.free > a.free + 1e-9 ? b : a));
    taken.push(best);
    return { x: best.x, y: best.y, dy: best.dy };
  });
}

/** Distance from a name to the nearest curve or earlier name, in shares of the panel; enough is enough. */
function freeRoom(
  middle: number,
  height: number,
  curves: readonly (readonly CurvePoint[])[],
  taken: readonly { readonly middle: number; readonly height: number }[],
  top: number,
): number {
  if (height > top || height < 0.03 * top) return -1;
  const heights = curves.flatMap((curve) => probes.map((probe) => valueAt(curve, 10 ** (middle + probe))));
  const names = taken.filter((other) => Math.abs(other.middle - middle) < 2 * halfWidth);
  const distances = [...heights, ...names.map((other) => other.height)].map((other) =>
    Math.abs(height - other),
  );
  return Math.min(0.045, Math.min(...distances) / top);
}

/** The curve's value, by straight lines on a logarithmic axis. */
function valueAt(points: readonly CurvePoint[], beta: number): number {
  const after = points.find((point) => point.beta >= beta) ?? points.at(-1);
  const before = points.findLast((point) => point.beta <= beta) ?? points[0];
  if (after === undefined || before === undefined) return 0;
  if (after.beta === before.beta) return after.value;
  const share = Math.log(beta / before.beta) / Math.log(after.beta / before.beta);
  return before.value + share * (after.value - before.value);
}
