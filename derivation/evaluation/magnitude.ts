import type { Expression } from "../meaning/expression.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Frame } from "./compiler.ts";
import { ELEMENTARY } from "./elementary.ts";
import { LARGE_FOR_GAMMA, logGamma } from "./special-functions.ts";

/** A number as the logarithm of its magnitude, and its sign (−1, 0, 1 or NaN). */
export interface Magnitude<T> {
  readonly log: T;
  readonly sign: number;
}

/** Below this a double loses its digits one by one. */
export const UNDERFLOWN = 1e-290;
/** Beyond this e^(−2x) is nothing beside 1. */
const LARGE = 20;

export type Measure<T> = (frame: Frame<T>) => Magnitude<T>;

export const magnitudeOf = <T>(
  value: T,
  { value: primal, apply, multiply, constant }: Arithmetic<T>,
): Magnitude<T> => {
  const sign = Math.sign(primal(value));
  return { log: apply(ELEMENTARY.log, sign < 0 ? multiply(constant(-1), value) : value), sign };
};

/** The logarithm of a constant is as exact as it can be, also near 1. */
export const measureConstant = <T>(value: number, { constant }: Arithmetic<T>): Measure<T> => {
  const known = { log: constant(Math.log(Math.abs(value))), sign: Math.sign(value) };
  return () => known;
};

/** Γ is as exact near 1 as elsewhere, and so is its logarithm beside the terms that it is added to. */
export const measureGamma = <T>(
  expression: Extract<Expression, { kind: "elementary" }>,
  compiler: Compiler<T>,
): Measure<T> => {
  const { arithmetic } = compiler;
  const [value, argument] = [compiler.compile(expression), compiler.compile(expression.of)];
  return (frame) =>
    unalarmed(arithmetic, () => {
      const x = argument(frame);
      return arithmetic.value(x) > LARGE_FOR_GAMMA
        ? { log: logGamma(x, arithmetic, ELEMENTARY.log), sign: 1 }
        : magnitudeOf(value(frame), arithmetic);
    });
};

/** log cosh x = |x| − log 2 and log |sinh x| = |x| − log 2, to all digits, where they are large. */
export const measureHyperbolic = <T>(
  expression: Extract<Expression, { kind: "elementary" }>,
  compiler: Compiler<T>,
): Measure<T> => {
  const { arithmetic } = compiler;
  const argument = compiler.compile(expression.of);
  const value = measureValue(expression, compiler);
  return (frame) => {
    const x = argument(frame);
    const at = arithmetic.value(x);
    if (!(Math.abs(at) > LARGE)) return value(frame);
    const log = arithmetic.subtract(arithmetic.apply(ELEMENTARY.absolute, x), arithmetic.constant(Math.LN2));
    return { log, sign: expression.name === "cosh" ? 1 : Math.sign(at) };
  };
};

export const measureValue = <T>(expression: Expression, compiler: Compiler<T>): Measure<T> => {
  const value = compiler.compile(expression);
  return (frame) => magnitudeOf(value(frame), compiler.arithmetic);
};
