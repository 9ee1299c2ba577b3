import type { Expression } from "../meaning/expression.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { valueIn } from "./compiler.ts";

type Antiderivative = Extract<Expression, { readonly kind: "antiderivative" }>;

/**
 * f(x₀)·(x − x₀) at x = x₀: the value 0, with the slope f(x₀). It stands under one derivative by x only, since an
 * antiderivative is known up to a constant.
 */
export const compileAntiderivative = <T>(
  { variable, of }: Antiderivative,
  { compile, slotOf, arithmetic }: Compiler<T>,
): Evaluate<T> => {
  const integrand = compile(of);
  const slot = slotOf(variable);
  const { constant, multiply, subtract, value, widen } = arithmetic;
  return (frame) => {
    const x = valueIn(frame, slot);
    const height = integrand(frame);
    const margin = 4 * Number.EPSILON * Math.abs(value(height));
    return unalarmed(arithmetic, () =>
      multiply(widen(constant(value(height)), margin), subtract(x, constant(value(x)))),
    );
  };
};
