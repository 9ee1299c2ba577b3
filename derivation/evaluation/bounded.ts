import type { Arithmetic } from "./arithmetic.ts";
import { plain, realPower } from "./arithmetic.ts";

/** A double with a first-order bound on its absolute error (rounding, and the error of quadrature). */
export interface Bounded {
  readonly value: number;
  readonly error: number;
}

const ROUNDING = Number.EPSILON;

/** Integers made of integers are exact. */
const isExact = (value: number, error: number): boolean => error === 0 && Number.isSafeInteger(value);

/** An infinite value is exact: it has been recognised, not computed. */
const bounded = (value: number, error: number): Bounded => ({
  value,
  error: Number.isFinite(value) ? error + (isExact(value, error) ? 0 : ROUNDING * Math.abs(value)) : 0,
});

/** A factor that underflowed to 0 takes even an unbounded error with it. */
const carried = (size: number, error: number): number =>
  size === 0 || error === 0 ? 0 : Math.abs(size) * error;

const multiply = (a: Bounded, b: Bounded): Bounded =>
  bounded(
    a.value * b.value,
    carried(a.value, b.error) + carried(b.value, a.error) + carried(a.error, b.error),
  );

const divide = (a: Bounded, b: Bounded): Bounded => {
  const value = plain.divide(a.value, b.value);
  const margin = Math.abs(b.value) - b.error;
  return bounded(
    value,
    margin > 0 ? (a.error + Math.abs(value) * b.error) / margin : Number.POSITIVE_INFINITY,
  );
};

/** |∂(x^y)/∂x| and |∂(x^y)/∂y| carry the errors of base and exponent over. */
const power = (base: Bounded, exponent: Bounded): Bounded => {
  const value = realPower(base.value, exponent.value);
  const byBase =
    base.error === 0 ? 0 : base.error * Math.abs(exponent.value * realPower(base.value, exponent.value - 1));
  const byExponent =
    exponent.error === 0 ? 0 : exponent.error * Math.abs(value * Math.log(Math.abs(base.value)));
  return bounded(value, (byBase || 0) + (byExponent || 0) + 4 * ROUNDING * Math.abs(value));
};

/** Numbers that know how far rounding and quadrature may have led them astray. */
export const boundedArithmetic: Arithmetic<Bounded> = {
  constant: (value) => ({ value, error: Number.isInteger(value) ? 0 : ROUNDING * Math.abs(value || 0) }),
  value: (a) => a.value,
  size: (a) => Math.abs(a.value),
  errorOf: (a) => a.error,
  widen: (a, error) => ({ value: a.value, error: a.error + error }),
  add: (a, b) => bounded(a.value + b.value, a.error + b.error),
  subtract: (a, b) => bounded(a.value - b.value, a.error + b.error),
  multiply,
  divide,
  power,
  apply: (rule, a) => {
    const value = rule.value(a.value);
    const slope = a.error === 0 ? 0 : Math.abs(rule.slope(a.value, value, plain));
    return bounded(value, a.error * (Number.isNaN(slope) ? 0 : slope) + 4 * ROUNDING * Math.abs(value));
  },
};

/** The same, for integrals that are taken again where a difference is so small that it may be theirs. */
export const patientArithmetic: Arithmetic<Bounded> = { ...boundedArithmetic, isPatient: true };
