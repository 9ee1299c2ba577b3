import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { readCases } from "./cases.ts";
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

/** Brackets, `|x|`, floors, ceilings and cases. */
export const readDelimited = (piece: PieceOf<"delimited">, reading: Reading): Expression => {
  const body = dense(piece.body);
  const pair = piece.left + piece.right;
  const only = body.length === 1 ? body[0] : undefined;
  if (only?.kind === "array") {
    if (pair !== "\\{.") throw new Refusal("matrices are not supported yet", piece.offset);
    return readCases(only, reading);
  }
  const magnitude = MAGNITUDES[pair];
  if (magnitude)
    return { kind: "elementary", name: magnitude, of: reading.grammar.expression(body, reading) };
  if (!GROUPS.includes(pair))
    throw new Refusal(`unsupported brackets ${piece.left} … ${piece.right}`, piece.offset);
  if (pair !== "()" && only && nameOf(only) !== undefined)
    throw new Refusal(`ambiguous: ${piece.left}x${piece.right} around a single name`, piece.offset);
  return reading.grammar.expression(body, reading);
};
