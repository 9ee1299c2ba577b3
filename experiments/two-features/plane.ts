import type { Weights } from "./loss-surface.ts";

/** The weights' largest size along either axis. */
export const bound = 3;

/** Whether weights lie in the plane that the figure shows; weights that are not numbers do not. */
export function isInPlane([c0, c1]: Weights): boolean {
  return Math.max(Math.abs(c0), Math.abs(c1)) <= bound;
}

/** Values of the loss that have a level line; 1 has none: along the whole c₁ axis it would follow rounding. */
export const levels = [0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9];

/** Where the ray of a slope, in the quadrant of positive weights, leaves the plane. */
export function edgeOf(slope: number): Weights {
  return slope <= 1 ? [bound, bound * slope] : [bound / slope, bound];
}
