import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign, trimmed } from "../tex/pieces.ts";
import { canonicalRelation } from "./relations.ts";

const CONDITION_WORDS = [
  "for",
  "for all",
  "for every",
  "for any",
  "if",
  "when",
  "whenever",
  "provided",
  "provided that",
  "given",
  "assuming",
  "as long as",
];
const WHERE_WORDS = ["where", "with"];
const CLAIM_WORDS = [
  "and",
  "so",
  "so that",
  "hence",
  "thus",
  "therefore",
  "then",
  "which gives",
  "i.e.",
  "that is",
  "since",
  "because",
];
/** What an arrow says about the statements on its two sides. */
export type Connective = "implies" | "is equivalent to";

const IMPLICATIONS: Readonly<Record<string, Connective>> = {
  "\\Longrightarrow": "implies",
  "\\Rightarrow": "implies",
  "\\implies": "implies",
  "\\Longleftrightarrow": "is equivalent to",
  "\\Leftrightarrow": "is equivalent to",
  "\\iff": "is equivalent to",
};

const connectiveIn = (piece: Piece): Connective | undefined =>
  piece.kind === "relation" ? IMPLICATIONS[canonicalRelation(piece)] : undefined;

/** After “where” an equation defines and an inequality restricts. */
export type Mode = "claim" | "condition" | "where";

/** A stretch of a line between connectives. */
export interface Part {
  readonly mode: Mode;
  readonly pieces: Piece[];
  /** Whether a comma or wide space, rather than a word, stands before it. */
  readonly isLoose: boolean;
  /** The arrow before it. */
  readonly connective?: Connective;
}

const wordOf = (piece: Piece): string | undefined =>
  piece.kind === "words"
    ? piece.text
        .trim()
        .replace(/^[,;]|[,;:]$/g, "")
        .trim()
        .toLowerCase()
    : undefined;

/** The mode that a connective begins; undefined if the piece is none. */
const modeAfter = (piece: Piece, mode: Mode): Mode | undefined => {
  const word = wordOf(piece);
  if (word === "and") return mode;
  if (word !== undefined && CONDITION_WORDS.includes(word)) return "condition";
  if (word !== undefined && WHERE_WORDS.includes(word)) return "where";
  if (word !== undefined && CLAIM_WORDS.includes(word)) return "claim";
  if (piece.kind === "name" && piece.key === "\\forall") return "condition";
  return connectiveIn(piece) ? "claim" : undefined;
};

/** Whether a relation stands at the top level. */
export const hasRelation = (pieces: Pieces): boolean => pieces.some(({ kind }) => kind === "relation");

/** A comma separates statements if there is a relation on both sides of it; otherwise it belongs to a list. */
const separates = (part: Part, after: Pieces): boolean => {
  const rest = trimmed(after);
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

/** `\text{(by symmetry)}` or `\text{by (3)}` at the end of a line is a remark of the author. */
const isComment = (piece: Piece, rest: Pieces): boolean =>
  piece.kind === "words" &&
  /^\s*(\(.*\)|(by|using|from|see)\s.*)[.,;]?\s*$/.test(piece.text) &&
  rest.every((after) => after.kind === "space" || isSign(after, ",", ".", ";"));

/** The parts of one line. */
export const splitLine = (line: Pieces): readonly Part[] => {
  const parts: Part[] = [{ mode: "claim", pieces: [], isLoose: false }];
  for (const [k, piece] of line.entries()) {
    const part = parts.at(-1) as Part;
    const mode = modeAfter(piece, part.mode);
    const connective = connectiveIn(piece);
    if (isComment(piece, line.slice(k + 1))) continue;
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
