import type { Arithmetic } from "./arithmetic.ts";

/** value + slope·ε with ε² = 0: arithmetic on it differentiates. Over duals again, it does so twice. */
export interface Dual<T> {
  readonly value: T;
  readonly slope: T;
}

const dualPower =
  <T>(inner: Arithmetic<T>, log: (a: T) => T) =>
  (base: Dual<T>, exponent: Dual<T>): Dual<T> => {
    const { multiply, power, subtract, constant, add } = inner;
    const value = power(base.value, exponent.value);
    const zero = constant(0);
    const isFlat = inner.value(exponent.value) === 0 && inner.size(exponent.slope) === 0;
    const lowered =
      isFlat || inner.size(base.slope) === 0
        ? zero
        : power(base.value, subtract(exponent.value, constant(1)));
    const byBase = multiply(multiply(exponent.value, lowered), base.slope);
    if (inner.size(exponent.slope) === 0) return { value, slope: byBase };
    return { value, slope: add(byBase, multiply(multiply(value, log(base.value)), exponent.slope)) };
  };

/** Dual numbers over an arithmetic (automatic differentiation, forward mode); `log` is the inner logarithm. */
export const dualOver = <T>(inner: Arithmetic<T>, log: (a: T) => T): Arithmetic<Dual<T>> => {
  const { add, subtract, multiply, divide } = inner;
  return {
    ...(inner.alarm ? { alarm: inner.alarm } : {}),
    ...(inner.isPatient ? { isPatient: true } : {}),
    constant: (value) => ({ value: inner.constant(value), slope: inner.constant(0) }),
    value: (a) => inner.value(a.value),
    size: (a) => Math.max(inner.size(a.value), inner.size(a.slope)),
    errorOf: (a) => Math.max(inner.errorOf(a.value), inner.errorOf(a.slope)),
    widen: (a, error) => ({ value: inner.widen(a.value, error), slope: inner.widen(a.slope, error) }),
    add: (a, b) => ({ value: add(a.value, b.value), slope: add(a.slope, b.slope) }),
    subtract: (a, b) => ({ value: subtract(a.value, b.value), slope: subtract(a.slope, b.slope) }),
    multiply: (a, b) => ({
      value: multiply(a.value, b.value),
      slope: add(multiply(a.value, b.slope), multiply(a.slope, b.value)),
    }),
    divide: (a, b) => {
      const value = divide(a.value, b.value);
      return { value, slope: divide(subtract(a.slope, multiply(value, b.slope)), b.value) };
    },
    power: dualPower(inner, log),
    apply: (rule, a) => {
      const value = inner.apply(rule, a.value);
      if (inner.size(a.slope) === 0) return { value, slope: inner.constant(0) };
      return { value, slope: multiply(rule.slope(a.value, value, inner), a.slope) };
    },
  };
};
