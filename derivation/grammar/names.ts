import type { Binding } from "../meaning/expression.ts";
import type { Meaning } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import type { Reading } from "./reading.ts";
import { runsOver, undeclared } from "./undeclared.ts";

const CONSTANTS: Record<string, number> = { "\\pi": Math.PI, e: Math.E, "\\text{e}": Math.E };

/** The number that a name stands for by itself. */
export const constantNamed = (name: string): number | undefined =>
  Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;

/** Names that never become definitions, because a reader takes them for constants. */
export const isConstant = (name: string): boolean => constantNamed(name) !== undefined;

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
