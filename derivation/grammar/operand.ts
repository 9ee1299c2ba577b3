import type { Definition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Piece } from "../tex/pieces.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Reading } from "./reading.ts";

/** The parameters' names as values, where a function of declared variables stands without brackets. */
export const bareValues = (
  { parameters }: Definition,
  next: Piece | undefined,
  { scope }: Reading,
): readonly Expression[] | undefined => {
  const isCalled = (next?.kind === "scripted" ? next.base : next)?.kind === "delimited";
  const variables = parameters.map(({ name }) => scope.find(name));
  if (isCalled || !variables.every((variable) => variable?.kind === "variable")) return undefined;
  return variables.map(({ binding }) => ({ kind: "variable", binding }));
};

/** In ∂F/∂μ, F stands for F(μ, σ), if it was defined with parameters whose names are variables here. */
export const readBareFunction = (piece: Piece | undefined, reading: Reading): Expression | undefined => {
  const name = piece && nameOf(piece);
  const meaning = name === undefined ? undefined : reading.scope.find(name);
  if (meaning?.kind !== "definition" || meaning.definition.parameters.length === 0) return undefined;
  const values = bareValues(meaning.definition, undefined, reading);
  return values && { kind: "call", of: meaning.definition, values };
};

/** What the operator d/dx applies to: the one factor that follows. */
export const readOperand = (cursor: Cursor, reading: Reading): Expression => {
  const after = cursor.peek(1);
  const isCalled = (after?.kind === "scripted" ? after.base : after)?.kind === "delimited";
  const bare = isCalled ? undefined : readBareFunction(cursor.peek(), reading);
  if (bare) {
    cursor.next();
    return bare;
  }
  const { expression, tail } = reading.grammar.factor(cursor, reading);
  if (tail === "number")
    throw new Refusal("ambiguous: what does the derivative apply to? add brackets", cursor.offset);
  return expression;
};

/** Refuses whatever leaves open how far a derivative reaches. */
export const checkFollowing = (cursor: Cursor): void => {
  const next = cursor.peek();
  const mayFollow = next === undefined || (next.kind === "sign" && ["+", "-", ","].includes(next.text));
  if (!mayFollow)
    throw new Refusal("ambiguous: how far does the derivative reach? add brackets", next.offset);
};
