import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { readOperator } from "./application.ts";
import { readDelimited } from "./delimited.ts";
import { derived, raise, readCall, readNamed } from "./named.ts";
import { isDecoration, nameOf, valueOfName } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { readRoot } from "./root.ts";

const closed = (expression: Expression): Factor => ({ expression, tail: "closed" });

/** A name with a superscript: a declared name, a derivative f′(x), or a power. */
const readRaisedName = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  const whole = spell([piece]);
  if (whole && reading.scope.find(whole)) return readNamed(whole, piece, cursor, reading);
  const stem: Piece = piece.sub ? { ...piece, sup: undefined } : (piece.base as Piece);
  const name = nameOf(stem);
  const sup = piece.sup ?? [];
  if (name === undefined) throw new Refusal("unsupported subscript", piece.offset);
  const value = valueOfName(name, stem, reading);
  if ("parameters" in value) {
    const isPrimed = sup.every((mark) => isSign(mark, "\\prime")) && value.parameters.length === 1;
    if (isPrimed) return closed(readCall(derived(value, sup.length), cursor, reading));
    throw new Refusal(
      `ambiguous: a script on the function ${name}; put it after the argument, or declare ${whole ?? "it"}`,
      piece.offset,
    );
  }
  const isEuler = value.kind === "number";
  if (isDecoration(sup) && !(isEuler && sup[0]?.kind !== "sign"))
    throw new Refusal(
      `undeclared ${whole ?? `${name} with a mark`}: it is not read as a power`,
      piece.offset,
    );
  return closed(raise(value, sup, piece.offset, reading));
};

/** A piece with a subscript or a superscript. */
export const readScripted = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  const { base, sub, sup } = piece;
  if (base?.kind === "operator") return readOperator(base, piece, cursor, reading);
  if (base?.kind === "name" || base?.kind === "words") {
    const name = nameOf(piece);
    return name !== undefined && !sup
      ? readNamed(name, piece, cursor, reading)
      : readRaisedName(piece, cursor, reading);
  }
  if (!base || sub || !sup || !["number", "delimited", "root"].includes(base.kind))
    throw new Refusal("unsupported script", piece.offset);
  if (isDecoration(sup) && base.kind !== "number")
    throw new Refusal("unsupported mark on brackets", piece.offset);
  const value =
    base.kind === "number"
      ? number(Number(base.text))
      : base.kind === "delimited"
        ? readDelimited(base, reading)
        : readRoot(base as PieceOf<"root">, reading);
  return closed(raise(value, sup, piece.offset, reading));
};
