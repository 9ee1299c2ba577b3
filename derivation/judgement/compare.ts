import type { Bounded } from "../evaluation/bounded.ts";

/** What comparing two sides at one point says. */
export type Finding = "holds" | "fails" | "undefined" | "inaccurate" | "too close";

export const RELATIONS = ["=", "<", ">", "\\le", "\\ge", "\\ne", "\\approx", "\\propto"] as const;
export type Relation = (typeof RELATIONS)[number];

const RELATIVE_TOLERANCE = 1e-11;
/** An answer whose own error is larger than this share of it decides nothing. */
const LARGEST_ERROR = 1e-5;

const scaleOf = (left: Bounded, right: Bounded): number =>
  Math.max(Math.abs(left.value), Math.abs(right.value));

/** How far apart two equal sides may come out: rounding, quadrature, and a little more. */
const toleranceOf = (left: Bounded, right: Bounded): number =>
  4 * (left.error + right.error) + RELATIVE_TOLERANCE * scaleOf(left, right);

const compareInfinite = (relation: Relation, left: number, right: number): Finding => {
  const holds: Record<Relation, boolean> = {
    "=": left === right,
    "\\approx": left === right,
    "\\propto": left === right,
    "\\ne": left !== right,
    "<": left < right,
    ">": left > right,
    "\\le": left <= right,
    "\\ge": left >= right,
  };
  return holds[relation] ? "holds" : "fails";
};

const compareOrder = (gap: number, tolerance: number, isStrict: boolean): Finding => {
  if (gap > tolerance) return "holds";
  if (gap < -tolerance) return "fails";
  return isStrict ? "too close" : "holds";
};

/**
 * Compares two sides. `halfUnit` is that of the printed number in `a ≈ 0.693`. An infinite side equals
 * only an infinite side of the same sign.
 */
export const compare = (relation: Relation, left: Bounded, right: Bounded, halfUnit: number): Finding => {
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return "undefined";
  if (!Number.isFinite(left.value) || !Number.isFinite(right.value))
    return compareInfinite(relation, left.value, right.value);
  const tolerance = toleranceOf(left, right);
  if (!(tolerance <= LARGEST_ERROR * Math.max(1, scaleOf(left, right)))) return "inaccurate";
  const gap = right.value - left.value;
  switch (relation) {
    case "=":
    case "\\propto":
      return Math.abs(gap) <= tolerance ? "holds" : "fails";
    case "\\approx":
      return Math.abs(gap) <= halfUnit * (1 + 1e-9) + tolerance ? "holds" : "fails";
    case "\\ne":
      return Math.abs(gap) > tolerance ? "holds" : "fails";
    case "<":
    case "\\le":
      return compareOrder(gap, tolerance, relation === "<");
    case ">":
    case "\\ge":
      return compareOrder(-gap, tolerance, relation === ">");
  }
};

/** How much clearer than rounding a difference must be, for numbers without an error bound to show it. */
const CLEAR = 1e3;

/** Whether sides that were computed without doubt, but without error bounds, stand in the relation beyond doubt. */
export const surelyHolds = (relation: Relation, left: number, right: number, halfUnit: number): boolean => {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return false;
  const tolerance = RELATIVE_TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
  const gap = right - left;
  switch (relation) {
    case "=":
    case "\\propto":
      return Math.abs(gap) <= tolerance;
    case "\\approx":
      return Math.abs(gap) <= halfUnit - CLEAR * tolerance;
    case "\\ne":
      return Math.abs(gap) > CLEAR * tolerance;
    case "<":
    case "\\le":
      return gap > CLEAR * tolerance || (relation === "\\le" && gap >= -tolerance);
    case ">":
    case "\\ge":
      return -gap > CLEAR * tolerance || (relation === "\\ge" && gap <= tolerance);
  }
};
