import type { Expression } from "../meaning/expression.ts";
import { shapeWith } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import type { Reading } from "./reading.ts";

/** `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`: a matrix of numbers, or a vector if it is one column. */
export const readMatrix = (array: PieceOf<"array">, reading: Reading): Expression => {
  const rows = array.rows.map((row) => row.map(dense)).filter((row) => row.some((cell) => cell.length > 0));
  const columns = rows[0]?.length ?? 0;
  const isFull = rows.every((row) => row.length === columns && row.every((cell) => cell.length > 0));
  if (columns === 0 || !isFull) throw new Refusal("a matrix with an empty entry", array.offset);
  if (rows.length === 1 && columns === 1)
    throw new Refusal("matrices of one entry are not supported", array.offset);
  return {
    kind: "table",
    rows: rows.map((row) => row.map((cell) => reading.grammar.expression(cell, reading))),
    shape: shapeWith(rows.length, columns),
  };
};
