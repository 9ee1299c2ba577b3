import type { Scope } from "../meaning/scope.ts";
import { pairBrackets } from "../statements/brackets.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { nameOf } from "./names.ts";

const isMark = (piece: Piece): boolean =>
  isSign(piece, "|", "\\|", ";") ||
  (piece.kind === "relation" && ["\\mid", "\\parallel"].includes(piece.text));

const spellPart = (piece: Piece): string | undefined =>
  piece.kind === "relation" && isMark(piece) ? piece.text : spell([piece]);

/** The one spelling of a notation such as `D_{KL}(P\|Q)` or `I(X; Y)`; undefined if it is more than names and marks. */
export const phraseOf = (first: Piece, brackets: Piece | undefined): string | undefined => {
  const stem = first.kind === "operator" ? `\\text{${first.name.slice(1)}}` : nameOf(first);
  if (stem === "E" || stem === "P") return undefined;
  if (stem === undefined || brackets?.kind !== "delimited") return undefined;
  if (brackets.left + brackets.right !== "()") return undefined;
  const parts = dense(brackets.body).map(spellPart);
  return parts.every((part) => part !== undefined) ? `${stem}(${parts.join(" ")})` : undefined;
};

/** A notation such as `p(x_i \mid \theta)`: what it is known by, `p(x \mid \theta)`, and what stands between its marks. */
export interface Signature {
  readonly name: string;
  readonly parts: readonly Pieces[];
  /** Whether there is more than commas between the parts. */
  readonly isMarked: boolean;
}

/** The letter that an argument is called by: x for `x`, `x_i`, `x'` and `X`. Undefined if it is more than a name. */
const letterOf = (part: Pieces): string | undefined => {
  const [only, more] = part;
  const base = only?.kind === "scripted" ? only.base : only;
  if (!base || more || base.kind !== "name") return undefined;
  return base.key.replace(
    /(^|\{)([A-Z])(\}|$)/,
    (_, before: string, letter: string, after: string) => before + letter.toLowerCase() + after,
  );
};

/**
 * In `p(x \mid \theta)` and `p(\theta \mid x)` the arguments' names, not their places, tell which function is meant.
 * Undefined where they are no names, or not different ones.
 */
export const signatureOf = (first: Piece, brackets: Piece | undefined): Signature | undefined => {
  const stem = first.kind === "operator" ? `\\text{${first.name.slice(1)}}` : nameOf(first);
  if (stem === undefined || stem === "E" || stem === "P" || brackets?.kind !== "delimited") return undefined;
  if (brackets.left + brackets.right !== "()") return undefined;
  const parts: Piece[][] = [[]];
  const marks: string[] = [];
  for (const piece of dense(pairBrackets(brackets.body))) {
    const mark = isSign(piece, ",") ? "," : isMark(piece) ? textOf(piece) : undefined;
    if (mark === undefined) parts.at(-1)?.push(piece);
    else {
      parts.push([]);
      marks.push(mark);
    }
  }
  const letters = parts.map(letterOf);
  const isNamed = letters.every((letter) => letter !== undefined) && new Set(letters).size === letters.length;
  if (!isNamed || marks.includes("\\|")) return undefined;
  const name = letters.flatMap((letter, k) => [letter ?? "", ...marks.slice(k, k + 1)]).join(" ");
  return { name: `${stem}(${name})`, parts, isMarked: marks.some((mark) => mark !== ",") };
};

const textOf = (piece: Piece): string => {
  const text = "text" in piece ? piece.text : "";
  return { "|": "\\mid", "\\parallel": "\\|" }[text] ?? text;
};

const isAbstract = (piece: Piece, scope: Scope): boolean => {
  const name = nameOf(piece);
  const meaning = name === undefined ? undefined : scope.find(name);
  if (meaning?.kind === "definition") return meaning.definition.parameters.length > 0;
  return meaning?.binding.law !== undefined;
};

export const hasAbstract = (body: Pieces, scope: Scope): boolean =>
  dense(body).some((piece) => isAbstract(piece, scope));

/** Whether brackets cannot hold a function's parameters, since they hold densities, random variables or a bar. */
export const isPhrase = (body: Pieces, scope: Scope): boolean =>
  dense(body).some((piece) => isMark(piece) || isAbstract(piece, scope)) &&
  dense(body).every(({ kind }) => kind !== "number");
