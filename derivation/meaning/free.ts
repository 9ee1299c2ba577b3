import type { Binding, Definition, Expression } from "./expression.ts";
import { partsOf, within } from "./parts.ts";

const known = new WeakMap<Expression, ReadonlySet<Binding>>();

const without = (set: ReadonlySet<Binding>, bound: readonly Binding[]): Set<Binding> => {
  const rest = new Set(set);
  for (const binding of bound) rest.delete(binding);
  return rest;
};

const bodyOf = ({ body, parameters }: Definition): ReadonlySet<Binding> =>
  without(boundIn(body()), parameters);

const collect = (expression: Expression): ReadonlySet<Binding> => {
  const found = new Set<Binding>();
  if (expression.kind === "variable" && expression.binding.isBound) found.add(expression.binding);
  for (const part of partsOf(expression)) for (const binding of boundIn(part)) found.add(binding);
  if (expression.kind === "call") for (const binding of bodyOf(expression.of)) found.add(binding);
  return found;
};

const boundBy = (expression: Expression): readonly Binding[] => {
  if (expression.kind === "limit") return [expression.variable];
  if (expression.kind === "mean")
    return expression.entry.kind === "discrete"
      ? [expression.variable, expression.entry.value]
      : [expression.variable];
  if (expression.kind === "series" || expression.kind === "integral") return [expression.variable];
  return expression.kind === "comprehension" ? expression.indices : [];
};

/**
 * The bound and random variables that an expression mentions and does not itself bind: its value changes with them
 * while it is evaluated at one point.
 */
export function boundIn(expression: Expression): ReadonlySet<Binding> {
  const found = known.get(expression) ?? without(collect(expression), boundBy(expression));
  known.set(expression, found);
  return found;
}

/** Whether the value depends on the variable, through definitions. */
export const dependsOn = (expression: Expression, variable: Binding): boolean =>
  variable.isBound
    ? boundIn(expression).has(variable)
    : within(expression).some((part) => part.kind === "variable" && part.binding === variable);
