import type { Binding, Definition, Expression } from "./expression.ts";
import type { Dimension } from "./shape.ts";

const lengthAsPart = (length: Dimension): readonly Expression[] =>
  typeof length === "number" ? [] : [{ kind: "variable", binding: length }];

/** The expressions that an expression is made of, lengths included; a call's definition is not among them. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case "number":
      return [];
    case "variable":
      return (expression.binding.shape ?? []).flatMap(lengthAsPart);
    case "sum":
    case "product":
      return expression.parts;
    case "quotient":
      return [expression.top, expression.bottom];
    case "power":
      return [expression.base, expression.exponent];
    case "extreme":
      return expression.of;
    case "call":
      return expression.values;
    case "cases":
      return expression.branches.flatMap(({ value, conditions }) => [
        value,
        ...conditions.flatMap(({ left, right }) => [left, right]),
      ]);
    case "series":
    case "integral":
      return [expression.from, expression.to, expression.body];
    case "antiderivative":
      return [expression.of, { kind: "variable", binding: expression.variable }];
    case "limit":
      return [expression.to, expression.of];
    case "mean": {
      const { entry, of, variable } = expression;
      const law =
        entry.kind === "discrete" ? [entry.from, entry.to, entry.weight] : [entry.location, entry.scale];
      return [of, ...law, ...(variable.shape ?? []).flatMap(lengthAsPart)];
    }
    case "algebra":
      return [...expression.of, ...expression.shape.flatMap(lengthAsPart)];
    case "entry":
      return [expression.of, ...expression.indices];
    case "table":
      return expression.rows.flat();
    case "comprehension":
      return [expression.body, ...expression.shape.flatMap(lengthAsPart)];
    default:
      return [expression.of];
  }
};

const collect = (expression: Expression, found: Expression[], seen: Set<Definition>): void => {
  found.push(expression);
  for (const part of partsOf(expression)) collect(part, found, seen);
  if (expression.kind !== "call" || seen.has(expression.of)) return;
  seen.add(expression.of);
  collect(expression.of.body(), found, seen);
};

const known = new WeakMap<Expression, readonly Expression[]>();

/** Every expression within an expression, definitions' bodies included (once each). */
export const within = (expression: Expression): readonly Expression[] => {
  const found = known.get(expression);
  if (found) return found;
  const collected: Expression[] = [];
  collect(expression, collected, new Set());
  known.set(expression, collected);
  return collected;
};

/** The declared (not bound) names that the value depends on, through definitions. */
export const declaredIn = (...expressions: readonly Expression[]): Set<Binding> => {
  const found = new Set<Binding>();
  for (const expression of expressions)
    for (const part of within(expression))
      if (part.kind === "variable" && !part.binding.isBound) found.add(part.binding);
  return found;
};
