import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { within } from "../meaning/parts.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { checkCapture } from "./binding.ts";
import { readConditions } from "./conditions.ts";
import { expect } from "./expect.ts";
import { indicatorOf } from "./indicator.ts";
import type { Over } from "./over.ts";
import { randomIn } from "./random-in.ts";
import type { Reading } from "./reading.ts";

const minus = (left: Expression, right: Expression): Expression => ({
  kind: "sum",
  parts: [left, { kind: "negative", of: right }],
});
const times = (...parts: readonly Expression[]): Expression => ({ kind: "product", parts });

const isBar = (piece: Piece): boolean =>
  (piece.kind === "relation" && piece.text === "\\mid") || isSign(piece, "|");

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
  return indicatorOf(conditions);
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
