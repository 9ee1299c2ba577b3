import type { Dimension } from "./shape.ts";

/** Properties that a random matrix or vector can be made to have. */
export type Property = "symmetric" | "positive definite" | "orthogonal" | "probabilities";

/**
 * Where a declared variable, or each entry of it, lives: an interval of reals (ends may be infinite) or a range
 * of integers, which may run to another declared integer.
 */
export interface Domain {
  readonly kind: "real" | "integer";
  readonly from: number;
  readonly to: Dimension;
  /** Added to the end: −1 in `0..m-1`. */
  readonly shift?: number;
  readonly property?: Property;
}
