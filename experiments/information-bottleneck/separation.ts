import type { Figures } from "./optimum.ts";

/** How far the latents lie from 0, how far each spreads, and the one in units of the other. */
export interface Separation {
  /** Root mean square of the means' distance from 0. */
  readonly radius: number;
  /** Root mean square of the latents' deviations σ over inputs and coordinates. */
  readonly deviation: number;
  readonly ratio: number;
}

/** What second moment and scale of the means say of latents in so many coordinates. */
export function separationOf({ meanScale, secondMoment }: Figures, coordinates: 1 | 2): Separation {
  const radius = Math.sqrt(coordinates) * meanScale;
  const deviation = Math.sqrt(Math.max(0, secondMoment - meanScale ** 2));
  return { radius, deviation, ratio: radius / deviation };
}
