import type { Binding, Expression } from "../meaning/expression.ts";
import { dependsOn } from "../meaning/free.ts";
import { partsOf } from "../meaning/parts.ts";
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

/** An integral over a kink bends where the kink passes an end of its interval: P(X < Y) with Y > 0, at X = 0. */
const kinksAtEnds = (
  { variable: inner, from, to, body }: Extract<Expression, { readonly kind: "integral" }>,
  variable: Binding,
  budget: Budget,
): readonly Expression[] =>
  kinksIn(body, inner, budget)
    .filter((difference) => dependsOn(difference, variable))
    .flatMap((difference) =>
      [from, to].map(
        (end): Expression => ({
          kind: "call",
          of: { name: "a kink at an end", parameters: [inner], body: () => difference },
          values: [end],
        }),
      ),
    );

/**
 * Expressions whose zeros are kinks or jumps of an integrand, those within functions that it calls included. A
 * difference inside a function is that function's call with another body.
 */
export const kinksIn = (expression: Expression, variable: Binding, budget: Budget): readonly Expression[] => {
  budget.spend(1);
  if (expression.kind === "integral") return kinksAtEnds(expression, variable, budget);
  if (["series", "derivative", "comprehension", "limit", "antiderivative", "mean"].includes(expression.kind))
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
