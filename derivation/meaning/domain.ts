/** Where a declared variable lives: an interval of reals (ends may be infinite) or a range of integers. */
export interface Domain {
  readonly kind: "real" | "integer";
  readonly from: number;
  readonly to: number;
}
