import type { Outline } from "./outlines.ts";

/** One command of a glyph's path, as font parsers give it. */
export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

type Point = readonly [x: number, y: number];

/** How far, in thousandths of an em, a flattened curve may stand off: a hundredth of a pixel or two. */
const tolerance = 4;

/** A path as closed polygons, in whole thousandths of an em: x, y, x, y … for each contour. */
export function flattenPath(commands: readonly PathCommand[], scale: number): Outline {
  const contours: number[][] = [];
  let points: number[] = [];
  let place: Point = [0, 0];
  for (const { command, args } of commands) {
    if (command === "moveTo") {
      points = [];
      contours.push(points);
    }
    if (command === "closePath") continue;
    const stops = pairs(args.map((value) => value * scale));
    for (const [x, y] of flattenSegment([place, ...stops])) points.push(Math.round(x), Math.round(y));
    place = stops.at(-1) ?? place;
  }
  return contours.filter((contour) => contour.length >= 6);
}

function pairs(args: readonly number[]): Point[] {
  return Array.from({ length: args.length / 2 }, (_, k): Point => [args[2 * k] ?? 0, args[2 * k + 1] ?? 0]);
}

/** The points of a Bézier curve after its first, so many that the polygon stays within the tolerance. */
function flattenSegment(control: readonly Point[]): Point[] {
  const degree = control.length - 1;
  const bend = Math.max(0, ...control.slice(2).map((point, k) => secondDifference(control, point, k)));
  const count = Math.max(1, Math.ceil(Math.sqrt((degree * (degree - 1) * bend) / (8 * tolerance))));
  return Array.from({ length: count }, (_, k) => bezier(control, (k + 1) / count));
}

function secondDifference(control: readonly Point[], [x2, y2]: Point, k: number): number {
  const [[x0, y0], [x1, y1]] = [control[k] ?? [0, 0], control[k + 1] ?? [0, 0]];
  return Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2);
}

/** De Casteljau's construction. */
function bezier(control: readonly Point[], t: number): Point {
  if (control.length === 1) return control[0] ?? [0, 0];
  const next = control.slice(1).map(([x, y], k): Point => {
    const [a, b] = control[k] ?? [0, 0];
    return [a + t * (x - a), b + t * (y - b)];
  });
  return bezier(next, t);
}
