import type { Expression } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { readFactor, readPrimary } from "./factor.ts";
import { joinLetters } from "./letters.ts";
import type { Joint } from "./linear.ts";
import { multiplied, shapeAt } from "./linear.ts";
import type { Factor, Grammar, Reading } from "./reading.ts";
import { Cursor, unreadable } from "./reading.ts";
import { sizeIn } from "./sized.ts";

const TIMES: readonly Joint[] = ["\\cdot", "\\times", "*", "\\odot"];
const STARTERS = [
  "number",
  "name",
  "words",
  "delimited",
  "fraction",
  "binomial",
  "root",
  "operator",
  "scripted",
];

const startsFactor = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && STARTERS.includes(piece.kind);

const isNumeric = (pieces: Pieces): boolean => pieces.every(({ kind }) => kind === "number");
const bare = (piece: Piece): Piece => (piece.kind === "scripted" && piece.base ? piece.base : piece);

/** What may not be written side by side, because readers differ about it. */
const checkImplicit = ({ tail }: Factor, next: Piece, isSpaced: boolean): void => {
  const piece = bare(next);
  const refuse = (reason: string): never => {
    throw new Refusal(reason, next.offset);
  };
  const isApart = isSpaced && (tail === "name" || tail === "closed");
  if (piece.kind === "number" && !isApart)
    refuse("ambiguous: a number follows directly (braces missing, as in x^{10}?)");
  if (piece.kind === "words") refuse(`text in the middle of a formula: “${piece.text.trim()}”`);
  if (tail === "final" || tail === "series")
    refuse("ambiguous: does this belong to the operator before it? add brackets");
  if (tail === "loose" && piece.kind !== "operator")
    refuse("ambiguous: does this belong to the function’s argument? add brackets");
  if (tail === "number" && piece.kind === "fraction" && isNumeric(piece.top) && isNumeric(piece.bottom))
    refuse("ambiguous: a mixed number or a product? write \\cdot");
  const isCallLike = piece.kind === "delimited" && piece.left === "(" && piece.body.length === 1;
  if (tail === "name" && isCallLike)
    refuse("ambiguous: a call or a product? declare the function, or write \\cdot");
};

/** A product as it is being read from left to right. */
interface Product {
  /** Numbers side by side make one product; a vector or a matrix is multiplied at once. */
  factors: Expression[];
  last: Factor;
  /** What has been divided by, after a slash: `simple` if it is a number or in brackets. */
  slash: "none" | "simple" | "bare";
}

const expressionOf = ({ factors }: Product): Expression =>
  factors.length === 1 ? (factors[0] as Expression) : { kind: "product", parts: factors };

const append = (product: Product, factor: Factor, joint: Joint, offset: number): void => {
  const before = expressionOf(product);
  const isNumeric =
    joint !== "\\odot" && isScalar(shapeAt(before, offset)) && isScalar(shapeAt(factor.expression, offset));
  if (isNumeric) product.factors.push(factor.expression);
  else product.factors = [multiplied(before, factor.expression, joint, offset)];
  product.last = factor;
};

const readSlash = (product: Product, cursor: Cursor, reading: Reading): void => {
  const { offset } = cursor.next();
  if (product.slash !== "none") throw new Refusal("ambiguous: two slashes; use \\frac", offset);
  if (["loose", "final"].includes(product.last.tail))
    throw new Refusal("ambiguous: what does the slash divide? use \\frac", offset);
  const first = cursor.peek();
  const bottom = readFactor(cursor, reading);
  if (bottom.tail === "loose" || bottom.tail === "final" || bottom.tail === "series")
    throw new Refusal("ambiguous: a function or operator under a slash; use \\frac", offset);
  product.factors = [{ kind: "quotient", top: expressionOf(product), bottom: bottom.expression }];
  product.last = { expression: bottom.expression, tail: "closed" };
  product.slash = first?.kind === "number" || first?.kind === "delimited" ? "simple" : "bare";
};

const readTimes = (product: Product, cursor: Cursor, reading: Reading): void => {
  const sign = cursor.next();
  const { offset } = sign;
  if (product.slash === "bare") throw new Refusal("ambiguous: a product after a slash; use \\frac", offset);
  const joint = TIMES.find((known) => isSign(sign, known)) ?? "";
  append(product, readFactor(cursor, reading), joint, offset);
};

const readTerm = (cursor: Cursor, reading: Reading, isStrict: boolean): Expression => {
  const first = readFactor(cursor, reading);
  const product: Product = { factors: [first.expression], last: first, slash: "none" };
  for (let next = cursor.peek(); next; next = cursor.peek()) {
    const isOperator = isSign(next, "/", ...TIMES);
    if (isOperator && isStrict)
      throw new Refusal("ambiguous: does this belong to the product’s body? add brackets", next.offset);
    if (isOperator && product.last.tail === "series") throw unreadable(next);
    if (isSign(next, "/")) readSlash(product, cursor, reading);
    else if (isOperator) readTimes(product, cursor, reading);
    else if (startsFactor(next)) {
      if (product.slash !== "none") throw new Refusal("ambiguous: a/bc; use \\frac or brackets", next.offset);
      checkImplicit(product.last, next, cursor.isSpaced);
      append(product, readFactor(cursor, reading), "", next.offset);
    } else break;
  }
  return expressionOf(product);
};

const readSignedTerm = (cursor: Cursor, reading: Reading, isNegative: boolean): Expression => {
  const term = readTerm(cursor, reading, false);
  return isNegative ? { kind: "negative", of: term } : term;
};

const readSum = (cursor: Cursor, reading: Reading): Expression => {
  const start = cursor.offset;
  const signed = isSign(cursor.peek(), "+", "-") ? cursor.next() : undefined;
  const parts = [readSignedTerm(cursor, reading, isSign(signed, "-"))];
  while (isSign(cursor.peek(), "+", "-"))
    parts.push(readSignedTerm(cursor, reading, isSign(cursor.next(), "-")));
  if (parts.length === 1) return parts[0] as Expression;
  const sum: Expression = { kind: "sum", parts };
  shapeAt(sum, start);
  return sum;
};

const readAll = (pieces: Pieces, reading: Reading): Expression => {
  const paired = joinLetters(pairBrackets(pieces), reading.scope);
  const cursor = new Cursor(paired, pieces[0]?.offset);
  const size = sizeIn(paired, reading);
  const inner: Reading = {
    ...reading,
    ended: new Set(reading.ended),
    ...(size === undefined ? {} : { size }),
  };
  const expression = readSum(cursor, inner);
  if (!cursor.isAtEnd) throw unreadable(cursor.next());
  return expression;
};

const GRAMMAR: Grammar = { expression: readAll, term: readTerm, factor: readFactor, primary: readPrimary };

/** A reading that begins in a scope. */
export const readingIn = (scope: Scope): Reading => ({ scope, grammar: GRAMMAR, ended: new Set() });

/** The meaning of a formula without relations, in a scope. Raises a Refusal for whatever is not certain. */
export const readExpression = (pieces: Pieces, scope: Scope): Expression => readAll(pieces, readingIn(scope));
