import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { trimmed } from "../tex/pieces.ts";

export type RelationPiece = PieceOf<"relation">;

const CANONICAL: Record<string, string> = {
  "\\leq": "\\le",
  "\\leqslant": "\\le",
  "≤": "\\le",
  "\\geq": "\\ge",
  "\\geqslant": "\\ge",
  "≥": "\\ge",
  "\\lt": "<",
  "\\gt": ">",
  "\\neq": "\\ne",
  "≈": "\\approx",
  "\\equiv": "=",
  "≡": "=",
};

/** One text for all ways of writing a relation. */
export const canonicalRelation = ({ text }: RelationPiece): string => CANONICAL[text] ?? text;

const join = (first: RelationPiece, text: string, last: RelationPiece): RelationPiece => ({
  ...first,
  text,
  end: last.end,
});

/** Some relations are several nodes to KaTeX: `:` `=`, and a slash through `=`. */
const joined = (before: RelationPiece, after: RelationPiece): RelationPiece | undefined => {
  if (after.text !== "=") return undefined;
  if (before.text === ":") return join(before, ":=", after);
  return before.text === "\\not" ? join(before, "\\ne", after) : undefined;
};

/** The sides of a chain and the relations between them: always one side more. Sides may be empty. */
export const splitAtRelations = (
  pieces: Pieces,
): { readonly sides: readonly Pieces[]; readonly relations: readonly RelationPiece[] } => {
  const sides: Piece[][] = [[]];
  const relations: RelationPiece[] = [];
  for (const piece of pieces) {
    const last = relations.at(-1);
    const whole =
      piece.kind === "relation" && last && sides.at(-1)?.length === 0 ? joined(last, piece) : undefined;
    if (whole) relations[relations.length - 1] = whole;
    else if (piece.kind === "relation") {
      relations.push(piece);
      sides.push([]);
    } else if (piece.kind !== "space" || sides.at(-1)?.length !== 0) sides.at(-1)?.push(piece);
  }
  return { sides: sides.map(trimmed), relations };
};
