import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, PieceOf } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { readOperator } from "./application.ts";
import { readDelimited, readNorm } from "./delimited.ts";
import { entryOf } from "./entry.ts";
import { isEvaluationBar, readDifference, readEvaluationBar } from "./evaluation-bar.ts";
import { isMoment, readMoment } from "./expectation.ts";
import { readGradient } from "./gradient.ts";
import { shapeAt } from "./linear.ts";
import { derived, readCall, readNamed } from "./named.ts";
import { isDecoration, nameOf, valueOfName } from "./names.ts";
import { raise } from "./raise.ts";
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
  const isTensor = !isScalar(shapeAt(value, piece.offset));
  if (isDecoration(sup) && !isTensor && !(isEuler && sup[0]?.kind !== "sign"))
    throw new Refusal(
      `undeclared ${whole ?? `${name} with a mark`}: it is not read as a power`,
      piece.offset,
    );
  return closed(raise(value, sup, piece.offset, reading));
};

/** What carries the script, with its subscript: brackets around a vector may have an index, a norm its order. */
const readBase = ({ base, sub, sup, offset }: PieceOf<"scripted">, reading: Reading): Expression => {
  if (base?.kind === "delimited" && sub) {
    if (isEvaluationBar(base)) return readEvaluationBar(base, sub, sup, reading);
    const difference = readDifference(base, sub, sup, reading);
    if (difference) return difference;
    const norm = readNorm(base, sub, reading);
    if (norm) return norm;
    return entryOf(readDelimited(base, reading), sub, base, reading);
  }
  if (base && !sub && sup) {
    if (base.kind === "number") return number(Number(base.text));
    if (base.kind === "delimited") return readDelimited(base, reading);
    if (base.kind === "root") return readRoot(base, reading);
  }
  throw new Refusal("unsupported script", offset);
};

/** A piece with a subscript or a superscript. */
export const readScripted = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  const { base, sup } = piece;
  if (base?.kind === "operator") return readOperator(base, piece, cursor, reading);
  if (base?.kind === "name" && isMoment(base.key, cursor.peek(), reading))
    return readMoment(base.key, base, piece, cursor, reading);
  if (base?.kind === "name" && base.key === "\\nabla") return readGradient(piece, cursor, reading);
  if (base?.kind === "name" || base?.kind === "words") {
    const name = nameOf(piece);
    return name !== undefined && !sup
      ? readNamed(name, piece, cursor, reading)
      : readRaisedName(piece, cursor, reading);
  }
  const value = readBase(piece, reading);
  const isTaken = base?.kind === "delimited" && piece.sub && (isEvaluationBar(base) || base.left === "[");
  if (!sup || isTaken) return closed(value);
  if (isDecoration(sup) && base?.kind !== "number" && isScalar(shapeAt(value, piece.offset)))
    throw new Refusal("unsupported mark on brackets", piece.offset);
  return closed(raise(value, sup, piece.offset, reading));
};
