import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { integrateDivergent, splitPoint } from "./divergence.ts";
import type { Integrand, Interval } from "./quadrature-rule.ts";
import { ACCEPTABLE, applyRule } from "./quadrature-rule.ts";

/**
 * The integral over one interval, or its infinite value (plain, as ±∞). Two different partitions must agree.
 * Raises a Refusal if it does not converge.
 */
export const integrateSmooth = <T>(f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): T => {
  const whole = applyRule(f, interval, a);
  if (whole.kind === "infinite") return a.constant(whole.sign * Number.POSITIVE_INFINITY);
  if (whole.kind === "divergent") return integrateDivergent(f, interval, a);
  const middle = a.constant(splitPoint(a.value(interval.from), a.value(interval.to)));
  const halves = [
    applyRule(f, { ...interval, to: middle }, a),
    applyRule(f, { ...interval, from: middle }, a),
  ];
  const [left, right] = halves;
  if (left?.kind !== "value" || right?.kind !== "value") throw new Refusal("the integral does not converge");
  const gap = a.size(a.subtract(whole.value, a.add(left.value, right.value)));
  if (gap > 10 * ACCEPTABLE * whole.magnitude)
    throw new Refusal("the integral does not converge: two partitions disagree");
  return a.widen(whole.value, gap + whole.error);
};
