import type { Binding, Expression } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";

/** The random variables that a value depends on, also through the parameters of their laws, in no order. */
export const randomIn = (value: Expression): Set<Binding> => {
  const found = new Set<Binding>();
  const add = (expression: Expression): void => {
    for (const binding of boundIn(expression)) {
      if (!binding.law || found.has(binding)) continue;
      found.add(binding);
      const { from, to, weight } = binding.law();
      for (const part of [from, to, weight({ kind: "variable", binding })]) add(part);
    }
  };
  add(value);
  return found;
};
