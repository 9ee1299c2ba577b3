import type { Binding, Expression } from "./meaning/expression.ts";
import { dependsOn } from "./meaning/free.ts";
import { partsOf, within } from "./meaning/parts.ts";
import type { Scope } from "./meaning/scope.ts";
import { createScope } from "./meaning/scope.ts";
import { Refusal } from "./refusal.ts";
import type { Pieces } from "./tex/pieces.ts";

/** The variables by which a side contains antiderivatives. */
const variablesIn = (side: Expression): readonly Binding[] =>
  within(side).flatMap((part) => (part.kind === "antiderivative" ? [part.variable] : []));

/** Raises a Refusal unless antiderivatives are only added, or multiplied by what does not depend on their variable. */
const checkLinear = (side: Expression, variable: Binding): void => {
  if (variablesIn(side).length === 0) return;
  if (side.kind === "antiderivative" && variablesIn(side.of).length === 0) return;
  const isSum = side.kind === "sum" || side.kind === "negative";
  const parts = partsOf(side);
  const isScaled =
    (side.kind === "product" || side.kind === "quotient") &&
    parts.every((part) => variablesIn(part).length > 0 || !dependsOn(part, variable)) &&
    parts.filter((part) => variablesIn(part).length > 0).length === 1;
  if (!isSum && !isScaled) throw new Refusal("an antiderivative inside another formula");
  for (const part of parts) checkLinear(part, variable);
};

/** Both sides differentiated, if one holds an antiderivative: equal derivatives are equal up to a constant. */
export const differentiated = (left: Expression, right: Expression): readonly [Expression, Expression] => {
  const variables = new Set([...variablesIn(left), ...variablesIn(right)]);
  const [variable, more] = variables;
  if (!variable) return [left, right];
  if (more) throw new Refusal("antiderivatives by several variables");
  for (const side of [left, right]) checkLinear(side, variable);
  const slope = (of: Expression): Expression => ({ kind: "derivative", variable, of });
  return [slope(left), slope(right)];
};

const CONSTANTS = ["C", "c", "\\text{const}", "\\text{const.}", "\\text{constant}"];

const isIndefinite = (pieces: Pieces): boolean =>
  pieces.some((piece) => piece.kind === "operator" && piece.name === "\\int");

/** A scope in which the usual names of a constant of integration mean 0, for links with an antiderivative. */
export const withConstant = (scope: Scope, ...sides: readonly Pieces[]): Scope => {
  if (!sides.some(isIndefinite)) return scope;
  const inner = createScope(scope);
  const zero: Expression = { kind: "number", value: 0 };
  for (const name of CONSTANTS)
    if (!scope.find(name))
      inner.declare(name, { kind: "definition", definition: { name, parameters: [], body: () => zero } });
  return inner;
};
