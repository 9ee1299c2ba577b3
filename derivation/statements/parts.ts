import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign, trimmed } from "../tex/pieces.ts";
import type { Connective, Mode } from "./connectives.ts";
import { connectiveIn, modeAfter } from "./connectives.ts";

/** A stretch of a line between connectives. */
export interface Part {
  readonly mode: Mode;
  readonly pieces: Piece[];
  /** Whether a comma or wide space, rather than a word, stands before it. */
  readonly isLoose: boolean;
  /** The arrow before it. */
  readonly connective?: Connective;
}

/** Whether a relation stands at the top level. */
export const hasRelation = (pieces: Pieces): boolean => pieces.some(({ kind }) => kind === "relation");

/** Names before the last of a list: of `a, b \ge 0` what follows the comma. */
const withoutList = (rest: Pieces): Pieces => {
  const [name, comma, ...more] = dense(rest);
  const isListed = (name?.kind === "name" || name?.kind === "scripted") && isSign(comma, ",");
  return isListed ? withoutList(more) : rest;
};

/** A comma separates statements if there is a relation on both sides of it; otherwise it belongs to a list. */
const separates = (part: Part, after: Pieces): boolean => {
  const rest = withoutList(trimmed(after));
  const end = rest.findIndex((piece) => isSign(piece, ",", ";") || (piece.kind === "space" && piece.isWide));
  const following = end < 0 ? rest : rest.slice(0, end);
  return (
    part.mode !== "condition" &&
    hasRelation(part.pieces) &&
    (hasRelation(following) || following.some((piece) => modeAfter(piece, "claim")))
  );
};

const isWideSpace = (piece: Piece): boolean => piece.kind === "space" && piece.isWide;

/** A wide space after a finished formula separates; beside an operator or a relation it is mere layout. */
const isBreak = (piece: Piece, part: Part, rest: Pieces): boolean => {
  if (!isWideSpace(piece)) return isSign(piece, ",", ";") && separates(part, rest);
  const next = rest.find(({ kind }) => kind !== "space");
  const last = dense(part.pieces).at(-1);
  const joins = (neighbour: Piece | undefined): boolean =>
    neighbour?.kind === "relation" || (neighbour?.kind === "sign" && !isSign(neighbour, ",", ";", "!"));
  return last !== undefined && !joins(last) && !joins(next) && separates(part, rest);
};

const REMARK =
  /^\s*,?\s*(\(.*\)|(by|using|from|see|via)\s.*|as (claimed|required|desired|expected|stated))[.,;]?\s*$/;

/** `\text{(by symmetry)}` or `\text{by (3)}` at the end of a line is a remark of the author. */
const isComment = (piece: Piece, rest: Pieces): boolean =>
  piece.kind === "words" && REMARK.test(piece.text) && rest.every(isEnd);

const isEnd = (piece: Piece): boolean => piece.kind === "space" || isSign(piece, ",", ".", ";");

const TOMBSTONES = ["\\square", "\\Box", "\\blacksquare", "\\checkmark"];

/** The sign at the end of a proof; after a relation it would be a gap to fill in. */
const isTombstone = (piece: Piece, rest: Pieces, part: Part): boolean =>
  piece.kind === "name" &&
  TOMBSTONES.includes(piece.key) &&
  rest.every(isEnd) &&
  dense(part.pieces).at(-1)?.kind !== "relation";

/** The parts of one line. */
export const splitLine = (line: Pieces): readonly Part[] => {
  const parts: Part[] = [{ mode: "claim", pieces: [], isLoose: false }];
  for (const [k, piece] of line.entries()) {
    const part = parts.at(-1) as Part;
    const mode = modeAfter(piece, part.mode);
    const connective = connectiveIn(piece);
    if (isComment(piece, line.slice(k + 1)) || isTombstone(piece, line.slice(k + 1), part)) continue;
    if (mode) parts.push({ mode, pieces: [], isLoose: false, ...(connective ? { connective } : {}) });
    else if (isBreak(piece, part, line.slice(k + 1)))
      parts.push({ mode: part.mode, pieces: [], isLoose: true });
    else part.pieces.push(piece);
  }
  return parts
    .map((part) => ({ ...part, pieces: [...stripped(part.pieces)] }))
    .filter(({ pieces }) => pieces.length > 0);
};

/** Without punctuation at either end. */
const stripped = (pieces: Pieces): Pieces => {
  const inner = trimmed(pieces);
  if (isSign(inner.at(-1), ",", ";", ".")) return stripped(inner.slice(0, -1));
  return isSign(inner[0], ",", ";") ? stripped(inner.slice(1)) : inner;
};
