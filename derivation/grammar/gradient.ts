import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { readCall } from "./call.ts";
import { differentiate } from "./differentiate.ts";
import { nameOf, vectorNamed } from "./names.ts";
import { bareValues, checkFollowing, readOperand } from "./operand.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** The partial derivatives by numbers, one below the other; of these, beside each other, the second ones. */
const partialsOf = (of: Expression, parameters: readonly Binding[], isSecond: boolean): Expression => {
  const derivative = (variable: Binding, inner: Expression): Expression => ({
    kind: "derivative",
    variable,
    of: inner,
  });
  const count = parameters.length;
  return {
    kind: "table",
    rows: parameters.map((one) =>
      isSecond ? parameters.map((other) => derivative(one, derivative(other, of))) : [derivative(one, of)],
    ),
    shape: isSecond ? [count, count] : [count],
  };
};

/** ∇f and ∇²f of a function of one vector or of some numbers, as a function of its own. */
const gradientOf = (definition: Definition, isSecond: boolean, offset: number): Definition => {
  const { name, parameters } = definition;
  const [vector, more] = parameters;
  const isOfNumbers = more !== undefined && parameters.every(({ shape }) => !shape);
  if (!isOfNumbers && (!vector?.shape || more))
    throw new Refusal(
      "∇ without a subscript needs a function of one vector or some numbers: write \\nabla_x",
      offset,
    );
  const values = parameters.map((binding): Expression => ({ kind: "variable", binding }));
  const of: Expression = { kind: "call", of: definition, values };
  const gradient = (inner: Expression): Expression => ({
    kind: "gradient",
    variable: vector as Binding,
    of: inner,
  });
  const body = isOfNumbers
    ? partialsOf(of, parameters, isSecond)
    : isSecond
      ? gradient(gradient(of))
      : gradient(of);
  return { name: `∇${isSecond ? "²" : ""}${name}`, parameters, body: () => body };
};

/** `\nabla f(x)`: the gradient of f, at x. */
export const readBareGradient = (
  nabla: Piece,
  cursor: Cursor,
  reading: Reading,
  isSecond = false,
): Factor => {
  const next = cursor.peek();
  const name = next && nameOf(next);
  const meaning = name === undefined ? undefined : reading.scope.find(name);
  if (meaning?.kind !== "definition") throw new Refusal("∇ of what? write \\nabla_x (…)", nabla.offset);
  if (meaning.definition.parameters.length === 0)
    throw new Refusal(`∇${name}: by what? write \\nabla_x, or define ${name}(x, y) := …`, nabla.offset);
  cursor.next();
  const gradient = gradientOf(meaning.definition, isSecond, nabla.offset);
  const at = bareValues(meaning.definition, cursor.peek(), reading);
  if (at) return { expression: { kind: "call", of: gradient, values: at }, tail: "closed" };
  return { expression: readCall(gradient, cursor, reading), tail: "closed" };
};

const isSecond = (sup: Pieces | undefined): boolean => {
  const [only, more] = sup ?? [];
  return only?.kind === "number" && only.text === "2" && more === undefined;
};

/** `\nabla_w L`, `\nabla_w (…)`, and `\nabla_w^2 (…)` for the matrix of second derivatives. */
export const readGradient = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  if (!piece.sub && isSecond(piece.sup)) return readBareGradient(piece, cursor, reading, true);
  const [only, more] = piece.sub ?? [];
  const name = only && !more ? nameOf(only) : undefined;
  const vector = name === undefined ? undefined : vectorNamed(name, reading);
  if (!vector || (piece.sup && !isSecond(piece.sup)))
    throw new Refusal("unsupported gradient: write \\nabla_x with a declared vector x", piece.offset);
  const operand = readOperand(cursor, reading);
  checkFollowing(cursor);
  const gradient = differentiate(operand, { binding: vector }, piece.offset, reading);
  const expression: Expression = piece.sup ? { kind: "gradient", variable: vector, of: gradient } : gradient;
  return { expression, tail: "final" };
};
