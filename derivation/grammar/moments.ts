import type { Binding, Expression } from "../meaning/expression.ts";
import { number, within } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets, splitAtCommas } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { checkCapture } from "./binding.ts";
import { readConditions } from "./conditions.ts";
import { expect } from "./expect.ts";
import { readLaw } from "./law.ts";
import { nameOf } from "./names.ts";
import { randomIn } from "./random-in.ts";
import type { Reading } from "./reading.ts";

const minus = (left: Expression, right: Expression): Expression => ({
  kind: "sum",
  parts: [left, { kind: "negative", of: right }],
});
const times = (...parts: readonly Expression[]): Expression => ({ kind: "product", parts });

/** What an expectation is over: the names in its subscript, or all random variables that occur. */
interface Over {
  readonly reading: Reading;
  readonly bound: readonly Binding[];
  readonly isAll: boolean;
}

const isBar = (piece: Piece): boolean =>
  (piece.kind === "relation" && piece.text === "\\mid") || isSign(piece, "|");

/** `y` with `y := \cos(x)` and a random x adds nothing to x in a subscript. */
const isDependent = (name: string, reading: Reading): boolean => {
  const meaning = reading.scope.find(name);
  if (meaning?.kind !== "definition" || meaning.definition.parameters.length > 0) return false;
  return randomIn({ kind: "call", of: meaning.definition, values: [] }).size > 0;
};

/** `P`, or `P(x)` with the bound name itself. */
const lawPieces = (law: Pieces, name: string): Pieces => {
  const [density, brackets, more] = law;
  const [only, rest] = brackets?.kind === "delimited" ? dense(brackets.body) : [];
  return density && !more && only && !rest && nameOf(only) === name ? [density] : law;
};

const bindOne = (pieces: Pieces, reading: Reading, offset: number): Binding | undefined => {
  const [first, relation, ...law] = pieces;
  const name = first && nameOf(first);
  if (name === undefined) throw new Refusal("unsupported subscript of an expectation", offset);
  if (!relation) {
    const meaning = reading.scope.find(name);
    if (meaning?.kind === "variable" && meaning.binding.law) return meaning.binding;
    if (isDependent(name, reading)) return undefined;
    throw new Refusal(
      `${name} has no distribution: write ${name} \\sim P, or declare “${name} ~ Normal(0, 1)”`,
      offset,
    );
  }
  if (relation.kind !== "relation" || relation.text !== "\\sim")
    throw new Refusal("unsupported subscript of an expectation: write x \\sim P", offset);
  const read = readLaw(lawPieces(law, name), reading);
  return { name, isBound: true, law: () => read };
};

/** `x \sim P`, `x \sim P, y \sim Q`, `X`, or nothing. */
export const readOver = (sub: Pieces | undefined, offset: number, reading: Reading): Over => {
  if (!sub) return { reading, bound: [], isAll: true };
  const bound = splitAtCommas(dense(pairBrackets(sub)))
    .map((part) => bindOne(part, reading, offset))
    .filter((binding) => binding !== undefined);
  return { reading: { ...reading, scope: bindIn(reading.scope, bound) }, bound, isAll: false };
};

/** The expectation of a value over what its operator is over. */
const over = (value: Expression, { bound, isAll }: Over, offset: number): Expression => {
  for (const variable of bound) checkCapture(value, variable, offset);
  const random = randomIn(value);
  const isKnown = within(value).some(({ kind }) => kind === "integral" || kind === "series");
  if (isAll && random.size === 0 && !isKnown)
    throw new Refusal("nothing random here: declare “X ~ Normal(0, 1)”, or write \\E_{x\\sim P}[…]", offset);
  return expect(value, isAll ? random : new Set(bound));
};

/** 1 where all conditions hold, elsewhere 0. */
const indicator = (event: Pieces, reading: Reading): Expression => {
  const conditions = readConditions(event, reading);
  if (conditions.length === 0) throw new Refusal("an event without a condition", event[0]?.offset);
  return {
    kind: "cases",
    branches: [
      { value: number(1), conditions },
      { value: number(0), conditions: [] },
    ],
  };
};

/** The pieces before and after a conditional bar. */
const splitAtBar = (pieces: Pieces): readonly [before: Pieces, given: Pieces | undefined] => {
  const at = pieces.findIndex(isBar);
  return at < 0 ? [pieces, undefined] : [pieces.slice(0, at), pieces.slice(at + 1)];
};

const given = (value: Expression, event: Expression | undefined, on: Over, offset: number): Expression =>
  event
    ? { kind: "quotient", top: over(times(value, event), on, offset), bottom: over(event, on, offset) }
    : over(value, on, offset);

const readGiven = (pieces: Pieces | undefined, on: Over): Expression | undefined => {
  if (!pieces) return undefined;
  if (!pieces.some(({ kind }) => kind === "relation"))
    throw new Refusal("expectations given a random variable are not supported", pieces[0]?.offset);
  return indicator(pieces, on.reading);
};

type Moment = (body: Pieces, on: Over, offset: number) => Expression;

const expectation: Moment = (body, on, offset) => {
  const [value, event] = splitAtBar(body);
  return given(on.reading.grammar.expression(value, on.reading), readGiven(event, on), on, offset);
};

const variance: Moment = (body, on, offset) => {
  const [pieces, condition] = splitAtBar(body);
  const value = on.reading.grammar.expression(pieces, on.reading);
  const event = readGiven(condition, on);
  const mean = given(value, event, on, offset);
  const square: Expression = { kind: "power", base: value, exponent: number(2) };
  return minus(given(square, event, on, offset), { kind: "power", base: mean, exponent: number(2) });
};

const covariance: Moment = (body, on, offset) => {
  const [left, right, more] = splitAtCommas(body).map((part) =>
    on.reading.grammar.expression(part, on.reading),
  );
  if (!left || !right || more) throw new Refusal("a covariance is of two things", offset);
  return minus(over(times(left, right), on, offset), times(over(left, on, offset), over(right, on, offset)));
};

const probability: Moment = (body, on, offset) => {
  const [event, condition] = splitAtBar(body);
  return given(indicator(event, on.reading), readGiven(condition, on), on, offset);
};

/** Operators and names that stand for moments and probabilities. */
export const MOMENTS: Readonly<Record<string, Moment>> = {
  "\\E": expectation,
  "\\mathbb{E}": expectation,
  "\\text{E}": expectation,
  E: expectation,
  "\\Var": variance,
  "\\text{Var}": variance,
  "\\mathbb{V}": variance,
  "\\Cov": covariance,
  "\\text{Cov}": covariance,
  "\\Pr": probability,
  "\\P": probability,
  "\\mathbb{P}": probability,
  "\\text{P}": probability,
  P: probability,
};
