import type { Alarm, Arithmetic, Rule } from "./arithmetic.ts";
import { plain, realPower } from "./arithmetic.ts";

/**
 * A sum that is so small a share of a summand has lost a quarter of its digits. Integers lose none, unless what has
 * vanished in one was no integer.
 */
export const CANCELLED = 1e-4;
/** A function that magnifies a relative error so much. */
const STEEP = 1e4;
/** A share by which quadrature may be off without being noticed in a comparison. */
const NEGLIGIBLE = 1e-12;

const isSteep = (rule: Rule, x: number, y: number): boolean =>
  rule.isTame !== true && Math.abs(x * rule.slope(x, y, plain)) > STEEP * Math.abs(y);

/**
 * Double precision that raises an alarm wherever rounding may have cost more than a few digits: there numbers with an
 * error bound must decide. Without an alarm a relative difference of 1e-11 is a difference.
 */
export const createQuick = (): Arithmetic<number> & { readonly alarm: Alarm } => {
  const alarm = { raised: 0 };
  const sum = (total: number, a: number, b: number): number => {
    if (Math.abs(total) < CANCELLED * Math.abs(a) && !(Number.isInteger(a) && Number.isInteger(b)))
      alarm.raised += 1;
    else if (b !== 0 && total === a && Number.isInteger(a)) alarm.raised += 1;
    else if (a !== 0 && total === b && Number.isInteger(b)) alarm.raised += 1;
    return total;
  };
  return {
    ...plain,
    alarm,
    add: (a, b) => sum(a + b, a, b),
    subtract: (a, b) => sum(a - b, a, -b),
    power: (base, exponent) => {
      if (exponent > STEEP || exponent < -STEEP) alarm.raised += 1;
      return realPower(base, exponent);
    },
    apply: (rule, x) => {
      const y = rule.value(x);
      if (isSteep(rule, x, y)) alarm.raised += 1;
      return y;
    },
    widen: (a, error) => {
      if (error > NEGLIGIBLE * Math.abs(a)) alarm.raised += 1;
      return a;
    },
  };
};
