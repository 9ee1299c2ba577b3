import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import type { PieceOf } from "../tex/pieces.ts";
import type { Reading } from "./reading.ts";

/** A square root, or an n-th root as a power. */
export const readRoot = (piece: PieceOf<"root">, reading: Reading): Expression => {
  const base = reading.grammar.expression(piece.body, reading);
  if (!piece.index) return { kind: "elementary", name: "sqrt", of: base };
  const exponent: Expression = {
    kind: "quotient",
    top: number(1),
    bottom: reading.grammar.expression(piece.index, reading),
  };
  return { kind: "power", base, exponent };
};
