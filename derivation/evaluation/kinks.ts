import type { Binding, Expression } from "../meaning/expression.ts";
import { dependsOn, partsOf } from "../meaning/expression.ts";
import type { Budget } from "./compiler.ts";

const minus = (left: Expression, right: Expression): Expression => ({
  kind: "sum",
  parts: [left, { kind: "negative", of: right }],
});

const differencesIn = (expression: Expression): readonly Expression[] => {
  if (expression.kind === "elementary" && ["absolute", "sign"].includes(expression.name))
    return [expression.of];
  if (expression.kind === "extreme")
    return expression.of.slice(1).map((part, k) => minus(part, expression.of[k] ?? part));
  if (expression.kind !== "cases") return [];
  return expression.branches.flatMap(({ conditions }) =>
    conditions.map(({ left, right }) => minus(left, right)),
  );
};

/**
 * Expressions whose zeros are kinks or jumps of an integrand, those within functions that it calls included. A
 * difference inside a function is that function's call with another body.
 */
export const kinksIn = (expression: Expression, variable: Binding, budget: Budget): readonly Expression[] => {
  budget.spend(1);
  if (
    ["series", "derivative", "integral", "comprehension", "limit", "antiderivative"].includes(expression.kind)
  )
    return [];
  const own = differencesIn(expression).filter((difference) => dependsOn(difference, variable));
  const inner = partsOf(expression).flatMap((part) => kinksIn(part, variable, budget));
  if (expression.kind !== "call") return [...own, ...inner];
  const { values, of } = expression;
  const carried = of.parameters.filter((_, k) => dependsOn(values[k] as Expression, variable));
  const within = carried.flatMap((parameter) => kinksIn(of.body(), parameter, budget));
  const called = [...new Set(within)].map(
    (difference): Expression => ({
      kind: "call",
      of: { name: of.name, parameters: of.parameters, body: () => difference },
      values,
    }),
  );
  return [...own, ...inner, ...called];
};
