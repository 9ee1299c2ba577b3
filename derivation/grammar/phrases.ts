import type { Scope } from "../meaning/scope.ts";
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

const isAbstract = (piece: Piece, scope: Scope): boolean => {
  const name = nameOf(piece);
  const meaning = name === undefined ? undefined : scope.find(name);
  if (meaning?.kind === "definition") return meaning.definition.parameters.length > 0;
  return meaning?.binding.law !== undefined;
};

/** Whether brackets cannot hold a function's parameters, since they hold densities, random variables or a bar. */
export const isPhrase = (body: Pieces, scope: Scope): boolean =>
  dense(body).some((piece) => isMark(piece) || isAbstract(piece, scope)) &&
  dense(body).every(({ kind }) => kind !== "number");
