import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { Meaning } from "../meaning/scope.ts";
import type { Dimension } from "../meaning/shape.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { entryOf } from "./entry.ts";
import { memberOf } from "./family-member.ts";
import { readKronecker } from "./indicator.ts";
import { ones, unit } from "./linear.ts";
import type { Reading } from "./reading.ts";
import { isIdentity, Unsized } from "./sized.ts";
import { runsOver, undeclared } from "./undeclared.ts";
import { wholeOf } from "./whole-of.ts";

const CONSTANTS: Record<string, number> = { "\\pi": Math.PI, e: Math.E, "\\text{e}": Math.E };

/** Names that never become definitions, because a reader takes them for constants. */
export const isConstant = (name: string): boolean => Object.hasOwn(CONSTANTS, name);

/** A name with its subscript, as declared: `c_{0}`. Undefined where the piece is no mere name. */
export const nameOf = (piece: Piece): string | undefined => {
  if (piece.kind === "name") return piece.key;
  if (piece.kind === "words") return /^\S+$/.test(piece.text.trim()) ? spell([piece]) : undefined;
  if (piece.kind !== "scripted" || piece.sup || !piece.base || !piece.sub) return undefined;
  return piece.base.kind === "name" || piece.base.kind === "words" ? spell([piece]) : undefined;
};

/** A name as an author may declare it: also with a mark or a label above, as in `x^*`, `\theta^{(t)}`, `V^\pi`. */
export const declarableName = (piece: Piece): string | undefined => {
  if (piece.kind !== "scripted" || !piece.sup) return nameOf(piece);
  const stem = nameOf(piece.sub ? { ...piece, sup: undefined } : (piece.base as Piece));
  const isPower = piece.sup.every(({ kind }) => kind === "number");
  return stem === undefined || isConstant(stem) || isPower ? undefined : spell([piece]);
};

const DECORATIONS = new Set([
  "*",
  "\\star",
  "\\ast",
  "\\dagger",
  "\\top",
  "\\prime",
  "+",
  "-",
  "\\perp",
  "\\circ",
]);

/** Whether a superscript is a mark rather than an exponent: a star, a prime, a transpose, `(t)`. */
export const isDecoration = (sup: Pieces): boolean => {
  const [first, second] = sup;
  const isMark = sup.every(
    (piece) =>
      ("text" in piece && DECORATIONS.has(piece.text)) ||
      (piece.kind === "name" && DECORATIONS.has(piece.key)),
  );
  const isLabel =
    first?.kind === "open" &&
    first.text === "(" &&
    sup.findIndex(({ kind }) => kind === "close") === sup.length - 1;
  const isWrapped = first?.kind === "delimited" && second === undefined;
  return sup.length > 0 && (isMark || isLabel || isWrapped);
};

/** The name without its subscript, if that is declared as a vector or a matrix (or a function of one). */
const indexedIn = (piece: Piece, reading: Reading): Meaning | undefined => {
  if (piece.kind !== "scripted" || !piece.sub || !piece.base) return undefined;
  const stem = nameOf(piece.base);
  const meaning =
    stem === undefined ? undefined : (reading.scope.find(stem) ?? wholeOf(stem, piece.sub, reading.scope));
  if (meaning?.kind === "variable") return meaning.binding.shape ? meaning : undefined;
  if (!meaning || meaning.definition.parameters.length > 0) return undefined;
  return isNumber({ kind: "call", of: meaning.definition, values: [] }) ? undefined : meaning;
};

const checkSubscript = (piece: Piece, reading: Reading): void => {
  if (piece.kind !== "scripted" || !piece.sub) return;
  for (const part of piece.sub) {
    const name = nameOf(part);
    const meaning = name === undefined ? undefined : reading.scope.find(name);
    if (meaning?.kind === "variable" && meaning.binding.isBound && !meaning.binding.law)
      throw runsOver(piece, name ?? "?", meaning.binding, reading.hint);
  }
};

/** What a name means here. Raises a Refusal if it is undeclared, or an index whose sum has ended. */
export const meaningOf = (name: string, piece: Piece, reading: Reading): Meaning => {
  if (reading.ended.has(name))
    throw new Refusal(`the index ${name} is used after its sum has ended: add brackets`, piece.offset);
  checkSubscript(piece, reading);
  const meaning = reading.scope.find(name);
  if (!meaning) throw undeclared(name, piece.offset, reading);
  return meaning;
};

/** The declared vector or matrix of that name. */
export const vectorNamed = (name: string, reading: Reading): Binding | undefined => {
  const meaning = reading.scope.find(name);
  return meaning?.kind === "variable" && meaning.binding.shape ? meaning.binding : undefined;
};

const UNITS: Record<string, (n: Dimension) => Expression> = {
  I: unit,
  "\\mathbf{I}": unit,
  "\\mathbf{1}": ones,
  "\\mathbb{1}": ones,
};

/** `I_n` and `\mathbf{1}_n`, unless these names are declared. */
const unitNamed = (piece: Piece, reading: Reading): Expression | undefined => {
  const stem = piece.kind === "scripted" && piece.base ? nameOf(piece.base) : undefined;
  const make = stem === undefined || reading.scope.find(stem) ? undefined : UNITS[stem];
  const [only, more] = piece.kind === "scripted" ? (piece.sub ?? []) : [];
  if (!make || !only || more) return undefined;
  if (only.kind === "number") return make(Number(only.text));
  const length = nameOf(only);
  const meaning = length === undefined ? undefined : reading.scope.find(length);
  const isLength = meaning?.kind === "variable" && meaning.binding.domain?.kind === "integer";
  return isLength ? make(meaning.binding) : undefined;
};

/** A name's value, where it stands alone; undefined if it is a function. */
export const valueOfName = (name: string, piece: Piece, reading: Reading): Expression | Definition => {
  if (isConstant(name) && !reading.scope.find(name)) return number(CONSTANTS[name] as number);
  if (name === "\\infty") throw new Refusal("∞ may only stand alone or as a bound", piece.offset);
  const indexed = reading.scope.find(name) ? undefined : indexedIn(piece, reading);
  if (indexed && piece.kind === "scripted")
    return entryOf(valueOfMeaning(indexed), piece.sub ?? [], piece, reading);
  const member = reading.scope.find(name) ? undefined : memberOf(piece, reading);
  if (member) return member;
  const fixed = reading.scope.find(name)
    ? undefined
    : (readKronecker(piece, reading) ?? unitNamed(piece, reading));
  if (fixed) return fixed;
  if (isIdentity(name, reading.scope)) {
    if (reading.size === undefined) throw new Unsized(piece.offset);
    return unit(reading.size);
  }
  const meaning = meaningOf(name, piece, reading);
  if (meaning.kind === "definition" && meaning.definition.parameters.length > 0) return meaning.definition;
  return valueOfMeaning(meaning);
};

const valueOfMeaning = (meaning: Meaning): Expression => {
  if (meaning.kind === "variable") return { kind: "variable", binding: meaning.binding };
  return { kind: "call", of: meaning.definition, values: [] };
};
