import type { Piece, PieceOf, Pieces } from "./pieces.ts";
import { isSign } from "./pieces.ts";

type Numeral = PieceOf<"number">;

const isNumeral = (piece: Piece | undefined): piece is Numeral => piece?.kind === "number";
const touches = (left: Piece, right: Piece): boolean => left.end === right.offset && right.end > right.offset;

const join = (left: Piece, text: string, right: Piece): Numeral => ({
  kind: "number",
  text,
  offset: left.offset,
  end: right.end,
});

/** The text that digits to the right may continue: that of a number, or a decimal point. */
const startOf = (piece: Piece): string | undefined => {
  if (isNumeral(piece)) return piece.text;
  return isSign(piece, ".") ? "." : undefined;
};

/** “2” then “5²” is 25²: TeX hangs the script on the last digit, a reader on the number. */
const joinPair = (left: Piece, right: Piece): Piece | undefined => {
  const start = startOf(left);
  const digits = right.kind === "scripted" ? right.base : right;
  if (start === undefined || !isNumeral(digits) || !touches(left, digits)) return undefined;
  const number = join(left, start + digits.text, digits);
  return right.kind === "scripted" ? { ...right, base: number, offset: left.offset } : number;
};

/** Digits that touch in the source become one number; `1 0` stays two, and is refused later. */
export const mergeDigits = (pieces: Pieces): Pieces => {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    merged.push(piece);
    for (;;) {
      const [left, right] = merged.slice(-2);
      const joined = left && right && joinPair(left, right);
      if (!joined) break;
      merged.splice(-2, 2, joined);
    }
  }
  return merged;
};
