import type { Expression } from "../meaning/expression.ts";
import { compileLogarithm } from "./compile-logarithm.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { ELEMENTARY } from "./elementary.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

export const compileElementary = <T>(
  expression: ExpressionOf<"elementary">,
  compiler: Compiler<T>,
): Evaluate<T> => {
  if (expression.name === "log") return compileLogarithm(expression.of, compiler);
  const rule = ELEMENTARY[expression.name];
  const argument = compiler.compile(expression.of);
  return (frame) => compiler.arithmetic.apply(rule, argument(frame));
};

export const compileExtreme = <T>(
  expression: ExpressionOf<"extreme">,
  compiler: Compiler<T>,
): Evaluate<T> => {
  const { value } = compiler.arithmetic;
  const parts = expression.of.map(compiler.compile);
  const isBetter = (a: T, b: T): boolean =>
    expression.isMaximum ? value(a) > value(b) : value(a) < value(b);
  return (frame) =>
    parts
      .map((part) => part(frame))
      .reduce((best, next) => (isBetter(next, best) || Number.isNaN(value(next)) ? next : best));
};
