/** The graph's size, in its own units; x runs from the left edge, y from the top edge down. */
export const size = { width: 640, height: 312 } as const;

/** A place in the graph. */
export type Place = readonly [x: number, y: number];

/** A block of the graph. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Heights of the row in which values go forwards, and of the regulariser's. */
export const rows = { values: 150, regulariser: 250 } as const;

/** Where the blocks stand. */
export const boxes = {
  encoder: box(56, 166, rows.values),
  code: box(202, 268, rows.values),
  sample: box(308, 352, rows.values),
  decoder: box(394, 504, rows.values),
  task: box(546, 632, rows.values),
  prior: box(40, 142, rows.regulariser),
  divergence: box(190, 280, rows.regulariser),
} as const;

/** Where lamps stand: above the network that they belong to, the prior's below it. */
export const lamps = {
  taskEncoder: [66, 28],
  divergenceEncoder: [66, 64],
  taskDecoder: [404, 28],
  divergenceDecoder: [404, 64],
  divergencePrior: [52, 296],
} as const;

function box(left: number, right: number, middle: number): Box {
  return { left, right, top: middle - 23, bottom: middle + 23 };
}
