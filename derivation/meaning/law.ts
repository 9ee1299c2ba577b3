import type { Expression } from "./expression.ts";

/** How a random variable is distributed. */
export interface Law {
  readonly isDiscrete: boolean;
  /** The density or the probability of a value. */
  readonly weight: (value: Expression) => Expression;
  /** Outside these ends the weight is 0. */
  readonly from: Expression;
  readonly to: Expression;
  /** Where the weight is and how wide: integrals over location + scale·u are easier than over the value itself. */
  readonly location?: Expression;
  readonly scale?: Expression;
  /** Whether the weight is the same all the way from one end to the other. */
  readonly isUniform?: boolean;
  /** Whether the weight in standard units is the standard normal density. */
  readonly isNormal?: boolean;
}
