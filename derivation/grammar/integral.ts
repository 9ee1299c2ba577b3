import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { checkBound, checkCapture } from "./binding.ts";
import { readExtended } from "./bounds.ts";
import { nameOf } from "./names.ts";
import { witnessFor } from "./proposal.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** Where an integrand ends: how many pieces it has, its variable, and how many pieces the differential takes. */
interface End {
  readonly integrand: Pieces;
  readonly name: string;
  readonly taken: number;
}

const isDifferentialSign = (piece: Piece | undefined): boolean =>
  piece?.kind === "name" && (piece.key === "d" || piece.key === "\\text{d}");

const isIntegralSign = (piece: Piece): boolean => {
  const base = piece.kind === "scripted" ? piece.base : piece;
  return base?.kind === "operator" && base.name === "\\int";
};

/** A fraction whose numerator ends with a differential, as in `\frac{dx}{x}`: the fraction without it. */
const fractionEnd = (piece: Piece): { readonly name: string; readonly rest: Piece } | undefined => {
  if (piece.kind !== "fraction") return undefined;
  const top = dense(piece.top);
  const [sign, variable] = top.slice(-2);
  const name = isDifferentialSign(sign) && variable ? nameOf(variable) : undefined;
  if (name === undefined || isDifferentialSign(dense(piece.bottom)[0])) return undefined;
  const one: Piece = { kind: "number", text: "1", offset: piece.offset, end: piece.offset };
  return { name, rest: { ...piece, top: top.length > 2 ? top.slice(0, -2) : [one] } };
};

const nameAfter = (pieces: Pieces, k: number): string | undefined => {
  const variable = pieces[k + 1];
  return isDifferentialSign(pieces[k]) && variable ? nameOf(variable) : undefined;
};

/** Finds the differential that belongs to this integral sign: inner integrals take theirs first. */
const findEnd = (pieces: Pieces): End | undefined => {
  let depth = 0;
  for (const [k, piece] of pieces.entries()) {
    if (isIntegralSign(piece)) depth += 1;
    const fraction = fractionEnd(piece);
    const name = fraction?.name ?? nameAfter(pieces, k);
    if (name === undefined) continue;
    if (depth === 0) {
      const integrand = pieces.slice(0, k);
      return fraction
        ? { integrand: [...integrand, fraction.rest], name, taken: k + 1 }
        : { integrand, name, taken: k + 2 };
    }
    depth -= 1;
  }
  return undefined;
};

const isLine = (sub: Pieces): boolean => {
  const [only, more] = dense(sub);
  return only?.kind === "name" && only.key === "\\mathbb{R}" && more === undefined;
};

const readBounds = (
  script: PieceOf<"scripted"> | undefined,
  offset: number,
  reading: Reading,
): readonly [Expression, Expression] => {
  if (script?.sub && !script.sup && isLine(script.sub))
    return [number(Number.NEGATIVE_INFINITY), number(Number.POSITIVE_INFINITY)];
  if (!script?.sub || !script.sup)
    throw new Refusal("an integral without both bounds is not supported", offset);
  return [readExtended(script.sub, reading), readExtended(script.sup, reading)];
};

const checkFollowing = (cursor: Cursor): void => {
  if (isSign(cursor.peek(), "/")) throw new Refusal("ambiguous: a slash after an integral", cursor.offset);
};

/**
 * `\int p(x) f(x)\,dx` of declared functions, where nobody has declared x, is over all x: an antiderivative has an x that the
 * rest of the formula speaks of too. Undefined for anything else.
 */
const readEverywhere = (end: End, offset: number, cursor: Cursor, reading: Reading): Factor | undefined => {
  const isCall = (piece: Piece, next: Piece | undefined): boolean => {
    const called = reading.scope.find(nameOf(piece) ?? "");
    const inner = next?.kind === "delimited" ? dense(next.body) : [];
    const isOfIt = inner.some((part) => nameOf(part) === end.name);
    if (!called) return isOfIt && witnessFor(nameOf(piece) ?? "", 1) !== undefined;
    return called.kind === "definition" && called.definition.parameters.length > 0 && isOfIt;
  };
  const callIn = (pieces: Pieces): boolean =>
    pieces.some(
      (piece, k) =>
        isCall(piece, pieces[k + 1]) ||
        (piece.kind === "fraction" && (callIn(dense(piece.top)) || callIn(dense(piece.bottom)))),
    );
  if (!callIn(end.integrand)) return undefined;
  cursor.take(end.taken);
  const variable: Binding = { name: end.name, isBound: true };
  const inner: Reading = { ...reading, scope: bindIn(reading.scope, [variable]) };
  const body = reading.grammar.expression(end.integrand, inner);
  checkCapture(body, variable, offset);
  checkFollowing(cursor);
  const [from, to] = [number(Number.NEGATIVE_INFINITY), number(Number.POSITIVE_INFINITY)];
  return { expression: { kind: "integral", variable, from, to, body }, tail: "final" };
};

/** `\int … \,dx` without bounds, by a declared x. */
const readAntiderivative = (end: End, offset: number, cursor: Cursor, reading: Reading): Factor => {
  const meaning = reading.scope.find(end.name);
  const everywhere = meaning ? undefined : readEverywhere(end, offset, cursor, reading);
  if (everywhere) return everywhere;
  if (meaning?.kind !== "variable")
    throw new Refusal(
      `undeclared ${end.name}: an antiderivative is compared at values of it`,
      offset,
      `${end.name} in (0.2, 2)`,
    );
  cursor.take(end.taken);
  const of = end.integrand.length === 0 ? number(1) : reading.grammar.expression(end.integrand, reading);
  checkFollowing(cursor);
  return { expression: { kind: "antiderivative", variable: meaning.binding, of }, tail: "final" };
};

/** `\int_a^b … \,dx`, also with `dx` in a numerator. */
export const readIntegral = (
  operator: Piece,
  script: PieceOf<"scripted"> | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const { offset } = operator;
  const end = findEnd(cursor.rest);
  if (!end) throw new Refusal("an integral without its differential dx", offset);
  if (reading.scope.find("d") && reading.scope.find(end.name))
    throw new Refusal(
      `ambiguous: d and ${end.name} are both declared, and d${end.name} could be their product; rename one`,
      offset,
    );
  if (!script) return readAntiderivative(end, offset, cursor, reading);
  const [from, to] = readBounds(script, offset, reading);
  const variable: Binding = { name: end.name, isBound: true };
  for (const bound of [from, to]) checkBound(bound, variable, offset);
  cursor.take(end.taken);
  const inner: Reading = { ...reading, scope: bindIn(reading.scope, [variable]) };
  const body = end.integrand.length === 0 ? number(1) : reading.grammar.expression(end.integrand, inner);
  checkCapture(body, variable, offset);
  checkFollowing(cursor);
  return { expression: { kind: "integral", variable, from, to, body }, tail: "final" };
};
