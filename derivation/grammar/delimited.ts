import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { infinityIn } from "./bounds.ts";
import { readCases } from "./cases.ts";
import { innerProduct, normed, reduced, shapeAt } from "./linear.ts";
import { readMatrix } from "./matrix.ts";
import { nameOf } from "./names.ts";
import type { Reading } from "./reading.ts";

const MAGNITUDES: Record<string, "absolute" | "floor" | "ceiling"> = {
  "||": "absolute",
  "\\vert\\vert": "absolute",
  "\\lvert\\rvert": "absolute",
  "\\lfloor\\rfloor": "floor",
  "\\lceil\\rceil": "ceiling",
};
const GROUPS = ["()", "[]", "\\{\\}", "\\lbrace\\rbrace"];

const MATRICES = ["()", "[]"];
const NORMS = ["\\|\\|", "\\Vert\\Vert", "\\lVert\\rVert"];

const determinantOf = (
  array: PieceOf<"array">,
  pair: string,
  { offset }: PieceOf<"delimited">,
  reading: Reading,
): Expression => {
  if (pair !== "||" && pair !== "\\vert\\vert")
    throw new Refusal("unsupported brackets around a matrix", offset);
  return reduced("determinant", readMatrix(array, reading), offset);
};

const readInnerProduct = (body: Pieces, offset: number, reading: Reading): Expression => {
  const inner: Reading = { ...reading, hint: "vector" };
  const [left, right, more] = splitAtCommas(body).map((part) => reading.grammar.expression(part, inner));
  if (!left || !right || more) throw new Refusal("unsupported brackets ⟨ … ⟩", offset);
  return innerProduct(left, right, offset);
};

const normOf = (
  operation: "norm" | "norm 1" | "norm ∞",
  body: Pieces,
  offset: number,
  reading: Reading,
): Expression => {
  const of = reading.grammar.expression(body, { ...reading, hint: "vector" });
  const shape = shapeAt(of, offset);
  if (shape.length === 0) throw new Refusal("unsupported brackets ‖ … ‖ around a number: write |x|", offset);
  if (shape.length === 2) throw new Refusal("ambiguous norm of a matrix: write \\|A\\|_F", offset);
  return normed(operation, of);
};

const frobenius = (piece: PieceOf<"delimited">, reading: Reading): Expression => {
  const of = reading.grammar.expression(piece.body, { ...reading, hint: "matrix" });
  if (shapeAt(of, piece.offset).length === 0)
    throw new Refusal("unsupported brackets ‖ … ‖ around a number: write |x|", piece.offset);
  return normed("norm", of);
};

/** ‖x‖₁, ‖x‖₂, ‖x‖_∞, ‖A‖_F; undefined if these are no norm’s bars. */
export const readNorm = (
  piece: PieceOf<"delimited">,
  sub: Pieces,
  reading: Reading,
): Expression | undefined => {
  if (!NORMS.includes(piece.left + piece.right)) return undefined;
  const order = infinityIn(sub) === undefined ? spell(sub) : "∞";
  if (order === "F" || order === "\\text{F}") return frobenius(piece, reading);
  const operation = ({ 1: "norm 1", 2: "norm", "∞": "norm ∞" } as const)[order ?? ""];
  if (!operation)
    throw new Refusal("unsupported norm: write \\|x\\|, \\|x\\|_1 or \\|x\\|_\\infty", piece.offset);
  return normOf(operation, piece.body, piece.offset, reading);
};

const readMagnitude = (
  name: "absolute" | "floor" | "ceiling",
  body: Pieces,
  offset: number,
  reading: Reading,
): Expression => {
  const of = reading.grammar.expression(body, reading);
  const shape = shapeAt(of, offset);
  if (name === "absolute" && shape.length === 2) return reduced("determinant", of, offset);
  if (shape.length === 1) throw new Refusal("ambiguous |x| of a vector: write \\|x\\|", offset);
  return { kind: "elementary", name, of };
};

/** Brackets, `|x|`, norms, inner products, floors, ceilings, cases and matrices. */
export const readDelimited = (piece: PieceOf<"delimited">, reading: Reading): Expression => {
  const body = dense(piece.body);
  const pair = piece.left + piece.right;
  const only = body.length === 1 ? body[0] : undefined;
  if (only?.kind === "array") {
    if (pair === "\\{.") return readCases(only, reading);
    return MATRICES.includes(pair) ? readMatrix(only, reading) : determinantOf(only, pair, piece, reading);
  }
  if (NORMS.includes(pair)) return normOf("norm", body, piece.offset, reading);
  if (pair === "\\langle\\rangle") return readInnerProduct(body, piece.offset, reading);
  const magnitude = MAGNITUDES[pair];
  if (magnitude) return readMagnitude(magnitude, body, piece.offset, reading);
  if (!GROUPS.includes(pair))
    throw new Refusal(`unsupported brackets ${piece.left} … ${piece.right}`, piece.offset);
  if (pair !== "()" && only && nameOf(only) !== undefined)
    throw new Refusal(`ambiguous: ${piece.left}x${piece.right} around a single name`, piece.offset);
  return reading.grammar.expression(body, reading);
};
