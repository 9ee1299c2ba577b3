import type { Condition, Expression } from "../meaning/expression.ts";
import type { Finding, Relation } from "./compare.ts";
import type { Point } from "./sample.ts";

/** A claim that two sides stand in a relation wherever the conditions hold. */
export interface Claim {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly conditions: readonly Condition[];
  /** Half a unit of the last printed digit, for `≈`. */
  readonly halfUnit: number;
}

/** Both sides at one point, and what comparing them says. */
export interface Trial {
  readonly point: Point;
  readonly left: number;
  readonly right: number;
  readonly finding: Finding;
}
