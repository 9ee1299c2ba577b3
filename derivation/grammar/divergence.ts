import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Law } from "../meaning/law.ts";
import { Refusal, refusable } from "../refusal.ts";
import { pairBrackets } from "../statements/brackets.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { within } from "./density.ts";
import { expect } from "./expect.ts";
import { readLaw } from "./law.ts";
import { shapeAt } from "./linear.ts";
import { nameOf } from "./names.ts";
import { lawPieces } from "./over.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

const DIVERGENCES = /^(?:\\text\{KL\}|(?:D|\\text\{D\}|\\mathbb\{D\})_\{(?:KL|\\text\{KL\}|\\text\{kl\})\})$/;

/** Whether a display states a fact of a divergence, rather than define a notation of its own. */
export const isDivergence = (name: string): boolean => DIVERGENCES.test(name);

const isMark = (piece: Piece | undefined): boolean =>
  isSign(piece, "\\|", "\\Vert") || (piece?.kind === "relation" && piece.text === "\\parallel");

/** `p \| q` and `p || q`. */
const splitAtMark = (body: Pieces): readonly [Pieces, Pieces] | undefined => {
  const at = body.findIndex((piece, k) => isMark(piece) || (isSign(piece, "|") && isSign(body[k + 1], "|")));
  if (at < 0) return undefined;
  return [body.slice(0, at), body.slice(at + (isMark(body[at]) ? 1 : 2))];
};

const log = (of: Expression, { scope }: Reading): Expression => {
  const natural: Expression = { kind: "elementary", name: "log", of };
  return scope.logBase === Math.E
    ? natural
    : { kind: "quotient", top: natural, bottom: number(Math.log(scope.logBase)) };
};

const logRatio = (p: Expression, q: Expression, reading: Reading): Expression =>
  log({ kind: "quotient", top: p, bottom: q }, reading);

/** Σ pᵢ log(pᵢ/qᵢ) of two vectors of probabilities; undefined if they are no vectors. */
const betweenVectors = (
  sides: readonly [Pieces, Pieces],
  offset: number,
  reading: Reading,
): Expression | undefined => {
  const [p, q] = sides.map((side) => refusable(() => reading.grammar.expression(side, reading)));
  if (!p || !q || p instanceof Refusal || q instanceof Refusal) return undefined;
  const [[length, more], [other]] = [shapeAt(p, offset), shapeAt(q, offset)];
  if (length === undefined || more !== undefined || other !== length) return undefined;
  const variable: Binding = { name: "an index", isBound: true };
  const index: Expression = { kind: "variable", binding: variable };
  const [left, right] = [p, q].map((of): Expression => ({ kind: "entry", of, indices: [index] }));
  if (!left || !right) return undefined;
  const to: Expression = typeof length === "number" ? number(length) : { kind: "variable", binding: length };
  const body: Expression = {
    kind: "product",
    parts: [left, logRatio(left, right, reading)],
    isWeighed: true,
  };
  return { kind: "series", isProduct: false, variable, from: number(1), to, body };
};

const stemOf = (pieces: Pieces): string => (pieces[0] && nameOf(pieces[0])) ?? "";

/** The declared variable that a density speaks of by the name of its parameter. */
const spokenOf = (side: Pieces, { scope }: Reading): Binding | undefined => {
  const meaning = scope.find(stemOf(side));
  const parameter = meaning?.kind === "definition" ? meaning.definition.parameters[0] : undefined;
  const variable = parameter && scope.find(parameter.name);
  return variable?.kind === "variable" ? variable.binding : undefined;
};

/** A density's law, on the values that its author has declared: all numbers, or a range of integers. */
const lawOf = (side: Pieces, reading: Reading): Law => {
  const [first, brackets, more] = side;
  const inner = brackets?.kind === "delimited" ? dense(brackets.body) : [];
  const name = inner.length === 1 && inner[0] ? nameOf(inner[0]) : undefined;
  const isOf = first && name !== undefined && !more && reading.scope.find(nameOf(first) ?? "") !== undefined;
  const law = readLaw(isOf ? lawPieces(side, name) : side, reading);
  const { domain } = spokenOf(side, reading) ?? {};
  if (
    !domain ||
    (domain.kind === "real" && !Number.isFinite(domain.from) && domain.to === Number.POSITIVE_INFINITY)
  )
    return law;
  if (domain.kind === "real")
    throw new Refusal(
      `over which values does a divergence run? declare “… in R”, or write it as an integral`,
      side[0]?.offset,
    );
  const to: Expression =
    typeof domain.to === "number" ? number(domain.to) : { kind: "variable", binding: domain.to };
  return { isDiscrete: true, weight: law.weight, from: number(domain.from), to };
};

const betweenLaws = (p: Law, q: Law, reading: Reading, offset: number): Expression => {
  if (p.isDiscrete !== q.isDiscrete)
    throw new Refusal("a divergence of a discrete law and a density", offset);
  const binding: Binding = { name: "a value of a law", isBound: true, law: () => p };
  const x: Expression = { kind: "variable", binding };
  const value = logRatio(p.weight(x), within(x, q.weight(x), q.from, q.to), reading);
  return expect(value, new Set([binding]));
};

/**
 * Relative entropy, `D_{KL}(p \| q)`: of named laws, of declared densities, or of two vectors of probabilities. Undefined
 * if it is anything else; an author may have declared it otherwise.
 */
export const readDivergence = (name: string, cursor: Cursor, reading: Reading): Factor | undefined => {
  const next = cursor.peek();
  if (!DIVERGENCES.test(name) || reading.scope.find(name) || next?.kind !== "delimited") return undefined;
  const sides = splitAtMark(dense(pairBrackets(next.body)));
  if (!sides) return undefined;
  cursor.next();
  const { offset } = next as PieceOf<"delimited">;
  const vectors = betweenVectors(sides, offset, reading);
  const [p, q] = sides;
  const expression = vectors ?? betweenLaws(lawOf(p, reading), lawOf(q, reading), reading, offset);
  return { expression, tail: "closed" };
};
