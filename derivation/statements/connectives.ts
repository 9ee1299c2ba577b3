import type { Piece } from "../tex/pieces.ts";
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
const CLAIM_WORDS = ["and", "i.e.", "that is", "since", "because"];
/** What an arrow says about the statements on its two sides. */
export type Connective = "implies" | "is equivalent to";

const IMPLICATIONS: Readonly<Record<string, Connective>> = {
  "\\Longrightarrow": "implies",
  "\\Rightarrow": "implies",
  "\\implies": "implies",
  "\\Longleftrightarrow": "is equivalent to",
  "\\Leftrightarrow": "is equivalent to",
  "\\iff": "is equivalent to",
  "\\therefore": "implies",
};

const IMPLYING_WORDS = [
  "so",
  "so that",
  "hence",
  "thus",
  "therefore",
  "then",
  "which gives",
  "which implies",
  "implies",
];
const EQUIVALENCE_WORDS = ["iff", "if and only if", "is equivalent to"];

const wordOf = (piece: Piece): string | undefined =>
  piece.kind === "words"
    ? piece.text
        .trim()
        .replace(/^[,;]|[,;:]$/g, "")
        .trim()
        .toLowerCase()
    : undefined;

/** The arrow, or the word for one, that a piece is. */
export const connectiveIn = (piece: Piece): Connective | undefined => {
  if (piece.kind === "relation") return IMPLICATIONS[canonicalRelation(piece)];
  const word = wordOf(piece) ?? "";
  if (EQUIVALENCE_WORDS.includes(word)) return "is equivalent to";
  return IMPLYING_WORDS.includes(word) ? "implies" : undefined;
};

/** After “where” an equation defines and an inequality restricts. */
export type Mode = "claim" | "condition" | "where";

/** The mode that a connective begins; undefined if the piece is none. */
export const modeAfter = (piece: Piece, mode: Mode): Mode | undefined => {
  const word = wordOf(piece);
  if (word === "and") return mode;
  if (word !== undefined && CONDITION_WORDS.includes(word)) return "condition";
  if (word !== undefined && WHERE_WORDS.includes(word)) return "where";
  if (word !== undefined && CLAIM_WORDS.includes(word)) return "claim";
  if (piece.kind === "name" && piece.key === "\\forall") return "condition";
  if (piece.kind === "relation" && piece.text === "\\because") return "claim";
  return connectiveIn(piece) ? "claim" : undefined;
};
