import type { Expression } from "../meaning/expression.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { fold } from "./compiler.ts";

const isLogarithm = (expression: Expression): boolean =>
  expression.kind === "elementary" && expression.name === "log";

/**
 * Products, with the convention of information theory that 0·log 0 and 0·log(0/0) are 0. It holds for
 * logarithms only: 0·∞ is undefined otherwise, since a factor may have underflowed.
 * Source: Cover & Thomas, Elements of Information Theory, §2.1 and §2.3.
 */
export const compileProduct = <T>(parts: readonly Expression[], compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic } = compiler;
  const factors = parts.map(compiler.compile);
  const isLog = parts.map(isLogarithm);
  if (!isLog.includes(true)) return fold(factors, arithmetic.multiply);
  const zero = arithmetic.constant(0);
  return (frame) => {
    const values = factors.map((factor) => factor(frame));
    const numbers = values.map(arithmetic.value);
    const isVoid = numbers.includes(0) && numbers.every((n, k) => Number.isFinite(n) || isLog[k]);
    return isVoid ? zero : values.reduce(arithmetic.multiply);
  };
};
