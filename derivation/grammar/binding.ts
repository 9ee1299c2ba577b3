import type { Binding, Expression } from "../meaning/expression.ts";
import { declaredIn, partsOf } from "../meaning/parts.ts";
import { Refusal } from "../refusal.ts";

const callsIn = (expression: Expression): readonly Extract<Expression, { kind: "call" }>[] => [
  ...(expression.kind === "call" ? [expression] : []),
  ...partsOf(expression).flatMap(callsIn),
];

/**
 * Raises a Refusal if a definition used in the body speaks of a declared variable with the bound name: the
 * author means the bound one, lexical scope says the declared one.
 */
export const checkCapture = (body: Expression, bound: Binding, offset: number): void => {
  for (const { of } of callsIn(body))
    if (
      declaredIn(of.body())
        .values()
        .some(({ name }) => name === bound.name)
    )
      throw new Refusal(
        `${of.name} depends on the declared ${bound.name}, which is bound here: define ${of.name}(${bound.name})`,
        offset,
      );
};

/** Raises a Refusal if a bound of a sum or an integral mentions the name that it binds. */
export const checkBound = (bound: Expression, { name }: Binding, offset: number): void => {
  const mentions = (expression: Expression): boolean =>
    (expression.kind === "variable" && expression.binding.name === name) ||
    partsOf(expression).some(mentions);
  if (mentions(bound))
    throw new Refusal(`ambiguous: ${name} is both bound and in a bound; rename one`, offset);
};
