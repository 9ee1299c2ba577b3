import type { Expression } from "../meaning/expression.ts";
import { compileBranches } from "./compile-cases.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { withSlots } from "./compiler.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Measure } from "./magnitude.ts";
import {
  magnitudeOf,
  measureConstant,
  measureGamma,
  measureHyperbolic,
  measureValue,
  UNDERFLOWN,
} from "./magnitude.ts";

const measureProduct = <T>(parts: readonly Expression[], compiler: Compiler<T>): Measure<T> => {
  const factors = parts.map((part) => measure(part, compiler));
  const { add } = compiler.arithmetic;
  return (frame) =>
    factors
      .map((factor) => factor(frame))
      .reduce((a, b) => ({ log: add(a.log, b.log), sign: a.sign * b.sign }));
};

/** By the convention that the ratio p/0 has logarithm +∞ for p > 0, which relative entropy needs. */
const measureQuotient = <T>(top: Expression, bottom: Expression, compiler: Compiler<T>): Measure<T> => {
  const [first, second] = [measure(top, compiler), measure(bottom, compiler)];
  return (frame) => {
    const [a, b] = [first(frame), second(frame)];
    return { log: compiler.arithmetic.subtract(a.log, b.log), sign: a.sign * (b.sign === 0 ? 1 : b.sign) };
  };
};

const measurePower = <T>(base: Expression, exponent: Expression, compiler: Compiler<T>): Measure<T> => {
  const { arithmetic, compile } = compiler;
  const [factor, power] = [compile(exponent), compile({ kind: "power", base, exponent })];
  if (base.kind === "number" && base.value === Math.E) return (frame) => ({ log: factor(frame), sign: 1 });
  const start = measure(base, compiler);
  return (frame) => {
    const { log, sign } = start(frame);
    if (sign > 0) return { log: arithmetic.multiply(factor(frame), log), sign };
    return magnitudeOf(power(frame), arithmetic);
  };
};

const measureCall = <T>(call: Extract<Expression, { kind: "call" }>, compiler: Compiler<T>): Measure<T> => {
  const values = call.values.map(compiler.compile);
  const slots = call.of.parameters.map(compiler.slotOf);
  const body = measure(call.of.body(), compiler);
  return (frame) => {
    compiler.budget.spend(1);
    const given = values.map((value) => value(frame));
    return withSlots(frame, slots, given, () => body(frame));
  };
};

/** Where a sum of positive parts underflows, by the part that does so last: log(e^a + e^b) = a + log(1 + e^(b−a)). */
const measureSum = <T>(
  expression: Extract<Expression, { kind: "sum" }>,
  compiler: Compiler<T>,
): Measure<T> => {
  const { arithmetic } = compiler;
  const { add, subtract, apply, value, size } = arithmetic;
  const whole = compiler.compile(expression);
  let parts: readonly Measure<T>[] | undefined;
  return (frame) => {
    const total = whole(frame);
    if (!(size(total) < UNDERFLOWN)) return magnitudeOf(total, arithmetic);
    parts ??= expression.parts.map((part) => measure(part, compiler));
    const terms = parts.map((part) => part(frame)).filter(({ sign }) => sign !== 0);
    const logs = terms.map(({ log }) => log);
    const top = logs.reduce((best, next) => (value(next) > value(best) ? next : best), logs[0] as T);
    if (terms.some(({ sign }) => sign !== 1) || top === undefined || !Number.isFinite(value(top)))
      return magnitudeOf(total, arithmetic);
    const rest = logs.map((log) => apply(ELEMENTARY.exp, subtract(log, top))).reduce(add);
    return { log: add(top, apply(ELEMENTARY.log, rest)), sign: 1 };
  };
};

/** The magnitude and sign of an expression, by its factors: right where their product overflows. */
export const measure = <T>(expression: Expression, compiler: Compiler<T>): Measure<T> => {
  compiler.budget.spend(20);
  switch (expression.kind) {
    case "number":
      return measureConstant(expression.value, compiler.arithmetic);
    case "sum":
      return measureSum(expression, compiler);
    case "product":
      return measureProduct(expression.parts, compiler);
    case "quotient":
      return measureQuotient(expression.top, expression.bottom, compiler);
    case "power":
      return measurePower(expression.base, expression.exponent, compiler);
    case "call":
      return measureCall(expression, compiler);
    case "cases":
      return compileBranches(expression.branches, (value) => measure(value, compiler), compiler);
    case "elementary":
      if (expression.name === "exp") {
        const exponent = compiler.compile(expression.of);
        return (frame) => ({ log: exponent(frame), sign: 1 });
      }
      if (expression.name === "gamma") return measureGamma(expression, compiler);
      return ["cosh", "sinh"].includes(expression.name)
        ? measureHyperbolic(expression, compiler)
        : measureValue(expression, compiler);
    default:
      return measureValue(expression, compiler);
  }
};

/**
 * log of an expression, from the logarithms of its factors: log(p/q) of two densities stays right where
 * p and q underflow. log 0 is −∞; of a negative number, undefined.
 */
export const compileLogarithm = <T>(of: Expression, compiler: Compiler<T>): Evaluate<T> => {
  const { constant, multiply } = compiler.arithmetic;
  const argument = measure(of, compiler);
  return (frame) => {
    const { log, sign } = argument(frame);
    return sign >= 0 ? log : multiply(constant(Number.NaN), log);
  };
};
