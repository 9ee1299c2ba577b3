import type { Condition, Expression } from "../meaning/expression.ts";
import type { Finding, Relation } from "./compare.ts";
import type { Point } from "./point.ts";

export interface Equation {
  readonly left: Expression;
  readonly right: Expression;
}

/** A claim that two sides stand in a relation wherever the conditions hold. */
export interface Claim {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly conditions: readonly Condition[];
  /** Equations that are assumed: the claim is tried at their solutions. */
  readonly equations: readonly Equation[];
  /** Half a unit of the last printed digit, for `≈`. */
  readonly halfUnit: number;
}

/** Both sides at one point, and what comparing them says. */
export interface Trial {
  readonly point: Point;
  /** The sides, or of vectors and matrices the entries (those that differ, if some do). */
  readonly left: number;
  readonly right: number;
  /** Which entry, if the sides are vectors or matrices: `1,2`. */
  readonly entry?: string;
  /** Whether the right matrix is the left one transposed. */
  readonly isTransposed?: boolean;
  readonly finding: Finding;
}
