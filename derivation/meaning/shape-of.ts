import { Refusal } from "../refusal.ts";
import type { Expression } from "./expression.ts";
import { partsOf } from "./parts.ts";
import type { Shape } from "./shape.ts";
import { describeShape, isScalar, sameShape } from "./shape.ts";

type Call = Extract<Expression, { readonly kind: "call" }>;

const known = new WeakMap<Expression, Shape>();

const shapeOfSum = (parts: readonly Expression[]): Shape => {
  const [first = [], ...rest] = parts.map(shapeOf);
  for (const other of rest)
    if (!sameShape(first, other))
      throw new Refusal(`the shapes differ: ${describeShape(first)} and ${describeShape(other)}`);
  return first;
};

const shapeOfCall = ({ of, values }: Call): Shape => {
  for (const [k, { name, shape = [] }] of of.parameters.entries()) {
    const given = shapeOf(values[k] as Expression);
    if (!sameShape(shape, given))
      throw new Refusal(`${of.name} takes ${describeShape(shape)} for ${name}, not ${describeShape(given)}`);
  }
  return shapeOf(of.body());
};

const shapeOfScalars = (expression: Expression): Shape => {
  for (const part of partsOf(expression)) {
    const shape = shapeOf(part);
    if (!isScalar(shape))
      throw new Refusal(`${describeShape(shape)} stands where a number is needed: write its entries`);
  }
  return [];
};

const findShape = (expression: Expression): Shape => {
  switch (expression.kind) {
    case "variable":
      return expression.binding.shape ?? [];
    case "sum":
      return shapeOfSum(expression.parts);
    case "negative":
      return shapeOf(expression.of);
    case "quotient":
      shapeOfScalars({ ...expression, top: expression.bottom });
      return shapeOf(expression.top);
    case "call":
      return shapeOfCall(expression);
    case "series":
      for (const bound of [expression.from, expression.to]) shapeOfScalars({ kind: "negative", of: bound });
      return expression.isProduct ? shapeOfScalars(expression) : shapeOf(expression.body);
    case "gradient":
      return [...shapeOf(expression.of), ...(expression.variable.shape ?? [])];
    case "algebra":
      for (const part of expression.of) shapeOf(part);
      return expression.shape;
    case "comprehension":
    case "table":
      return expression.shape;
    case "entry":
      for (const index of expression.indices) shapeOfScalars({ kind: "negative", of: index });
      shapeOf(expression.of);
      return [];
    default:
      return shapeOfScalars(expression);
  }
};

/** The shape of an expression's value. Raises a Refusal, without a place, where the shapes of its parts do not fit. */
export function shapeOf(expression: Expression): Shape {
  const found = known.get(expression) ?? findShape(expression);
  known.set(expression, found);
  return found;
}

/** Whether the value is a number. Raises a Refusal where shapes do not fit. */
export const isNumber = (expression: Expression): boolean => isScalar(shapeOf(expression));
