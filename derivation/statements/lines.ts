import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense, isSign, trimmed } from "../tex/pieces.ts";

/** One line of a display: a row, or a pair of columns of a row. */
export interface Line {
  readonly pieces: Pieces;
}

const BINARY = ["+", "-", "\\cdot", "\\times", "/", "*"];

/** The cells of a row, two by two: `a &= b & c &= d` holds two statements. A plain array's row is one. */
const linesOf = (row: readonly Pieces[], isAligned: boolean): readonly Pieces[] =>
  isAligned
    ? row.flatMap((cell, k) => (k % 2 === 0 ? [[...cell, ...(row[k + 1] ?? [])]] : []))
    : [row.flat()];

/** A row that begins with an operator goes on with the last one, if its first column is empty or it has no relation. */
const goesOn = (line: Pieces, row: readonly Pieces[], before: Pieces | undefined): boolean => {
  const first = dense(line)[0];
  const last = before && dense(before).at(-1);
  if (before === undefined || !first) return false;
  if (isSign(last, ...BINARY)) return true;
  if (!isSign(first, ...BINARY)) return false;
  const isIndented = row.length > 1 && dense(row[0] ?? []).length === 0;
  const claims = line.some(({ kind }) => kind === "relation");
  if (!isIndented && claims)
    throw new Refusal("ambiguous: does this row go on with the last one? align it with &", first.offset);
  return true;
};

const linesOfArray = (array: PieceOf<"array">): readonly Line[] => {
  const lines: Pieces[] = [];
  for (const row of array.rows)
    for (const line of linesOf(row, array.isAligned)) {
      const before = lines.at(-1);
      if (goesOn(line, row, before)) lines[lines.length - 1] = [...(before ?? []), ...line];
      else if (dense(line).length > 0) lines.push(line);
    }
  return lines.map((pieces) => ({ pieces }));
};

const isEnd = (piece: Piece): boolean => piece.kind === "space" || isSign(piece, ".", ",", ";");

/** `\begin{equation}` and `\begin{array}{rcl}` hold statements too, where nothing stands around them. */
const isWhole = (array: PieceOf<"array">, pieces: Pieces): boolean =>
  pieces.every((piece) => piece === array || isEnd(piece)) &&
  array.rows.flat(2).some(({ kind }) => kind === "relation");

/** The lines of a display: the rows of `aligned`, `align`, `gather`, or the whole formula. */
export const readLines = (pieces: Pieces): readonly Line[] => {
  const array = pieces.find((piece) => piece.kind === "array" && (piece.isAligned || isWhole(piece, pieces)));
  if (array?.kind !== "array") return trimmed(pieces).length > 0 ? [{ pieces }] : [];
  const other = pieces.find((piece) => piece !== array && !isEnd(piece));
  if (other) throw new Refusal("unsupported: something stands beside the aligned rows", other.offset);
  const [cell, more] = array.rows.flat();
  return cell && !more ? readLines(cell) : linesOfArray(array);
};
