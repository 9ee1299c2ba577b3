/** A closed polygon: x, y, x, y … in pixels, y downwards from the top edge. */
export type Polygon = readonly number[];

/** Scan lines in each row of pixels. */
const linesPerRow = 4;

/**
 * The share of each pixel that polygons cover, where their winding number is not 0: exact along each scan line, a
 * mean over four scan lines down. Shape [height × width].
 */
export function rasterise(polygons: readonly Polygon[], width: number, height: number): Float64Array {
  const image = new Float64Array(width * height);
  for (let line = 0; line < height * linesPerRow; line++) {
    const row = Math.floor(line / linesPerRow);
    for (const [from, to] of coveredStretches(polygons, (line + 0.5) / linesPerRow)) {
      addStretch(image.subarray(row * width, (row + 1) * width), from, to);
    }
  }
  return image.map((sum) => sum / linesPerRow);
}

type Crossing = readonly [x: number, turn: 1 | -1];

/** The stretches of a scan line that lie inside. */
function coveredStretches(polygons: readonly Polygon[], y: number): [number, number][] {
  const crossings = polygons.flatMap((polygon) => crossingsOf(polygon, y)).sort((a, b) => a[0] - b[0]);
  const stretches: [number, number][] = [];
  let [winding, start] = [0, 0];
  for (const [x, turn] of crossings) {
    if (winding === 0) start = x;
    winding += turn;
    if (winding === 0) stretches.push([start, x]);
  }
  return stretches;
}

function crossingsOf(polygon: Polygon, y: number): Crossing[] {
  const crossings: Crossing[] = [];
  for (let k = 0; k < polygon.length; k += 2) {
    const [x0, y0] = [polygon[k] ?? 0, polygon[k + 1] ?? 0];
    const [x1, y1] = [polygon[(k + 2) % polygon.length] ?? 0, polygon[(k + 3) % polygon.length] ?? 0];
    if (y0 <= y === y1 <= y) continue;
    crossings.push([x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), y1 > y0 ? 1 : -1]);
  }
  return crossings;
}

function addStretch(row: Float64Array, from: number, to: number): void {
  const last = Math.min(row.length - 1, Math.floor(to));
  for (let pixel = Math.max(0, Math.floor(from)); pixel <= last; pixel++) {
    row[pixel] = (row[pixel] ?? 0) + Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel));
  }
}
