import { applied } from "../meaning/applied.ts";
import type { Definition, Expression } from "../meaning/expression.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { oncePerFrame, withSlot, withSlots } from "./compiler.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** A defined quantity depends on declared variables only, which do not change within a frame: it is computed once. */
const compileQuantity = <T>(definition: Definition, compiler: Compiler<T>): Evaluate<T> => {
  const body = compiler.bodyOf(definition);
  if (!compiler.isRandom(definition)) return oncePerFrame(body);
  return (frame) => {
    compiler.budget.spend(1);
    return body(frame);
  };
};

export const compileCall = <T>(expression: ExpressionOf<"call">, compiler: Compiler<T>): Evaluate<T> => {
  const { of, values: left } = applied(expression);
  if (of.parameters.length === 0) return compileQuantity(of, compiler);
  const values = left.map(compiler.compileAny);
  const slots = of.parameters.map(compiler.slotOf);
  const body = compiler.bodyOf(of);
  const [value, slot] = [values[0], slots[0]];
  if (value && slot !== undefined && values.length === 1)
    return (frame) => {
      compiler.budget.spend(1);
      return withSlot(frame, slot, value(frame), body);
    };
  return (frame) => {
    compiler.budget.spend(1);
    const given = values.map((value) => value(frame));
    return withSlots(frame, slots, given, () => body(frame));
  };
};
