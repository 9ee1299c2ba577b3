import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";
import { integrateDivergent, splitPoint } from "./divergence.ts";
import type { Agreed } from "./quadrature-brief.ts";
import { integrateBriefly } from "./quadrature-brief.ts";
import type { Integrand, Interval } from "./quadrature-rule.ts";
import { ACCEPTABLE, applyRule } from "./quadrature-rule.ts";

/** By a double-exponential rule, which copes with singular ends and heavy tails. Two different partitions must agree. */
export const integratePatiently = <T>(
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): Agreed<T> => {
  const whole = applyRule(f, interval, a);
  if (whole.kind === "infinite")
    return { value: a.constant(whole.sign * Number.POSITIVE_INFINITY), error: 0 };
  if (whole.kind === "divergent") return { value: integrateDivergent(f, interval, a), error: 0 };
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
  return { value: whole.value, error: gap + whole.error };
};

/** So many alarms, as a share of the integrand's values, do not come from places near an end or a zero. */
const LARGEST_DOUBT = 0.6;

/**
 * The integral over one interval, or its infinite value (plain, as ±∞). Raises a Refusal if it does not converge.
 * Rounding at single places shows in rules that disagree, but where most of the integrand is rounding they may agree.
 */
export const integrateSmooth = <T>(f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): T => {
  const { alarm } = a;
  let [places, doubtful] = [0, 0];
  const watched = alarm
    ? (x: T): T => {
        const { raised } = alarm;
        const y = f(x);
        places += 1;
        if (alarm.raised > raised) doubtful += 1;
        return y;
      }
    : f;
  const { value, error } = unalarmed(
    a,
    () =>
      (a.isPatient ? undefined : integrateBriefly(watched, interval, a)) ??
      integratePatiently(watched, interval, a),
  );
  if (alarm && doubtful > LARGEST_DOUBT * places) alarm.raised += 1;
  return a.widen(value, error);
};
