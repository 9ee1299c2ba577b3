import type { Expression } from "../meaning/expression.ts";
import { within } from "../meaning/parts.ts";
import { measure } from "./compile-logarithm.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { fold } from "./compiler.ts";
import { ELEMENTARY } from "./elementary.ts";

const isLogarithm = (expression: Expression): boolean =>
  expression.kind === "elementary" && expression.name === "log";

const hasIntegral = (expression: Expression): boolean =>
  within(expression).some(({ kind }) => kind === "integral");

/** Below this a double has begun to lose its digits, and with them all logarithms of it. */
const NEGLIGIBLE = 1e-290;

/** What overflowed on the way, such as e^(−800)·e^(900) or Γ(256)/Γ(255), by way of its logarithm. */
const compileRescue = <T>(whole: Expression, compiler: Compiler<T>): Evaluate<T> => {
  const { apply, multiply, constant } = compiler.arithmetic;
  let measured: ReturnType<typeof measure<T>> | undefined;
  return (frame) => {
    measured ??= measure(whole, compiler);
    const { log, sign } = measured(frame);
    return multiply(constant(sign), apply(ELEMENTARY.exp, log));
  };
};

const hasGamma = (expression: Expression): boolean =>
  within(expression).some((part) => part.kind === "elementary" && part.name === "gamma");

/** Quotients; where Γ overflows in one, or its top does, by way of its logarithm. Division by 0 is undefined. */
export const compileQuotient = <T>(
  quotient: Extract<Expression, { readonly kind: "quotient" }>,
  compiler: Compiler<T>,
): Evaluate<T> => {
  const { arithmetic } = compiler;
  const [top, bottom] = [compiler.compile(quotient.top), compiler.compile(quotient.bottom)];
  if (!hasGamma(quotient)) return fold([top, bottom], arithmetic.divide);
  const rescue = compileRescue(quotient, compiler);
  return (frame) => {
    const divisor = bottom(frame);
    const value = arithmetic.divide(top(frame), divisor);
    const isKnown = Number.isFinite(arithmetic.value(value)) || arithmetic.value(divisor) === 0;
    return isKnown ? value : rescue(frame);
  };
};

/**
 * A value times a density. Where the density has underflowed to 0, what cannot be computed there counts for nothing,
 * and an integral is not even tried: a mass that it could add would show before the density underflows.
 */
export const compileWeighed = <T>(parts: readonly Expression[], compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic } = compiler;
  const [weight, ...others] = parts.map(compiler.compile);
  if (weight === undefined) throw new Error("a mean without a density");
  let last = arithmetic.constant(1);
  const whole = multiplyAll(parts, [() => last, ...others], compiler);
  const isCostly = parts.slice(1).some(hasIntegral);
  return (frame) => {
    last = weight(frame);
    const size = arithmetic.size(last);
    if (size === 0 && isCostly) return arithmetic.constant(0);
    const value = whole(frame);
    const isKnown = Number.isFinite(arithmetic.size(value) + arithmetic.errorOf(value));
    return size < NEGLIGIBLE && !isKnown ? arithmetic.constant(0) : value;
  };
};

/**
 * Products, with the convention of information theory that 0·log 0 and 0·log(0/0) are 0. It holds for
 * logarithms only: 0·∞ is undefined otherwise, unless logarithms tell the factors' product.
 * Source: Cover & Thomas, Elements of Information Theory, §2.1 and §2.3.
 */
export const compileProduct = <T>(parts: readonly Expression[], compiler: Compiler<T>): Evaluate<T> =>
  multiplyAll(parts, parts.map(compiler.compile), compiler);

const multiplyAll = <T>(
  parts: readonly Expression[],
  factors: readonly Evaluate<T>[],
  compiler: Compiler<T>,
): Evaluate<T> => {
  const { arithmetic } = compiler;
  const isLog = parts.map(isLogarithm);
  if (!isLog.includes(true)) {
    const plain = fold(factors, arithmetic.multiply);
    const rescue = compileRescue({ kind: "product", parts }, compiler);
    return (frame) => {
      const value = plain(frame);
      return Number.isFinite(arithmetic.value(value)) ? value : rescue(frame);
    };
  }
  const zero = arithmetic.constant(0);
  return (frame) => {
    const values = factors.map((factor) => factor(frame));
    const numbers = values.map(arithmetic.value);
    const isSmall = values.some((value, k) => !isLog[k] && arithmetic.size(value) < NEGLIGIBLE);
    const isVoid = isSmall && numbers.every((n, k) => Number.isFinite(n) || isLog[k]);
    return isVoid ? zero : values.reduce(arithmetic.multiply);
  };
};
