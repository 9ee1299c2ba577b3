import { type Gaussian, sampleOf } from "./estimators.ts";

/** The stretch of the z axis that the first panel shows. */
export const domain = [-5, 5] as const;

/** The first panel's size and margins, in its own units; y runs from the top edge down. */
export const size = {
  width: 640,
  height: 430,
  marginTop: 0,
  marginRight: 30,
  marginBottom: 30,
  marginLeft: 30,
} as const;

/** Where the panel's parts lie: the block diagram, the samples under their density, and f. */
export const bands = {
  encoder: { top: 4, bottom: 36 },
  /** The line from V to Z. */
  line: 116,
  samples: { top: 186, bottom: 286 },
  function: { top: 320, bottom: 394 },
} as const;

/** Where the blocks stand, across, in the panel's units. */
export const columns = { noise: 30, product: 196, sum: 424, sample: 610 } as const;

/** A place in the panel: z, and units from its top edge. */
export type Point = readonly [z: number, y: number];

/** The z that stands at a distance from the panel's left edge. */
export function zAt(x: number): number {
  const [left, right] = domain;
  const inner = size.width - size.marginLeft - size.marginRight;
  return left + ((right - left) * (x - size.marginLeft)) / inner;
}

/** The height at which the density stands at z; its peak is at the top of its band, whatever σ is. */
export function densityHeight({ mean, deviation }: Gaussian, z: number): number {
  const { top, bottom } = bands.samples;
  return bottom - (bottom - top) * Math.exp(-(((z - mean) / deviation) ** 2) / 2);
}

/** Z where the panel shows it: at its edge if it lies beyond. */
export function shownSample(gaussian: Gaussian, noise: number): number {
  const [left, right] = domain;
  return Math.min(right, Math.max(left, sampleOf(gaussian, noise)));
}
