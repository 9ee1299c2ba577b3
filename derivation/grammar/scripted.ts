import type { Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { isScalar } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { readOperator } from "./application.ts";
import { readCall } from "./call.ts";
import { readDelimited, readNorm } from "./delimited.ts";
import { entryOf } from "./entry.ts";
import { isEvaluationBar, readDifference, readEvaluationBar } from "./evaluation-bar.ts";
import { isMoment, readMoment } from "./expectation.ts";
import { readGradient } from "./gradient.ts";
import { readIndexedIndicator } from "./indicator.ts";
import { shapeAt } from "./linear.ts";
import { derived, readNamed } from "./named.ts";
import { isDecoration, nameOf } from "./names.ts";
import { proposalFor } from "./proposal.ts";
import { isTransposeSign, raise } from "./raise.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { readRoot } from "./root.ts";
import { undeclared } from "./undeclared.ts";
import { valueOfName } from "./value-of-name.ts";

const closed = (expression: Expression): Factor => ({ expression, tail: "closed" });

/** A name with a superscript: a declared name, a derivative f′(x), or a power. */
const readRaisedName = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  const whole = spell([piece]);
  checkLabel(piece, reading);
  if (whole && reading.scope.find(whole)) return readNamed(whole, piece, cursor, reading);
  const stem: Piece = piece.sub ? { ...piece, sup: undefined } : (piece.base as Piece);
  const name = nameOf(stem);
  const sup = piece.sup ?? [];
  if (name === undefined) throw new Refusal("unsupported subscript", piece.offset);
  if (whole && isDecoration(sup) && !isTransposition(sup) && !reading.scope.find(name))
    throw undeclared(whole, piece.offset, reading);
  const isInverse = spell(sup) === "-1" && /^[A-Z]$/.test(name);
  const isLinear = isInverse || isTransposeSign(sup, reading);
  const value = valueOfName(name, stem, isLinear ? { ...reading, hint: "matrix" } : reading);
  if ("parameters" in value) {
    const isPrimed = sup.every((mark) => isSign(mark, "\\prime")) && value.parameters.length === 1;
    if (isPrimed) return closed(readPrimed(value, sup.length, cursor, reading));
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
      whole === undefined || isTransposition(sup) ? undefined : proposalFor(whole),
    );
  return closed(raise(value, sup, piece.offset, reading));
};

/** `f'(x)`; and `y'` alone, where y was defined as a function of a declared x. */
const readPrimed = (of: Definition, times: number, cursor: Cursor, reading: Reading): Expression => {
  const [parameter] = of.parameters;
  const variable = parameter && reading.scope.find(parameter.name);
  const next = cursor.peek();
  const isCalled = (next?.kind === "scripted" ? next.base : next)?.kind === "delimited";
  if (isCalled || variable?.kind !== "variable") return readCall(derived(of, times), cursor, reading);
  return { kind: "call", of: derived(of, times), values: [{ kind: "variable", binding: variable.binding }] };
};

const isTransposition = (sup: Pieces): boolean => isSign(sup[0], "\\top", "\\intercal");

/** In `y^{(i)}` an index of a sum runs over many names: none of them is declared. */
const checkLabel = ({ base, sup = [], offset }: PieceOf<"scripted">, { scope }: Reading): void => {
  const isLabel = sup[0]?.kind === "open" || sup[0]?.kind === "delimited";
  for (const part of isLabel ? sup.flatMap((one) => (one.kind === "delimited" ? one.body : [one])) : []) {
    const name = nameOf(part);
    const meaning = name === undefined ? undefined : scope.find(name);
    if (meaning?.kind !== "variable" || !meaning.binding.isBound || meaning.binding.law) continue;
    const stem = (base && spell([base])) ?? "x";
    throw new Refusal(
      `${stem}^{(${name})} runs over the index ${name}: write ${stem}_${name}, and declare ${stem} as a vector`,
      offset,
    );
  }
};

/** `[1, 2, 3]^\top` is a column: a row of entries, transposed twice. */
const readColumn = (base: PieceOf<"delimited">, sup: Pieces, reading: Reading): Expression | undefined => {
  const entries = splitAtCommas(base.body);
  const isList = ["()", "[]"].includes(base.left + base.right) && entries.length > 1;
  if (!isList || !isTransposeSign(sup, reading)) return undefined;
  const rows = entries.map((entry) => [reading.grammar.expression(entry, reading)]);
  const row: Expression = { kind: "table", rows: [rows.flat()], shape: [1, rows.length] };
  shapeAt(row, base.offset);
  return row;
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
    if (base.kind === "delimited") return readColumn(base, sup, reading) ?? readDelimited(base, reading);
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
  const indicator = readIndexedIndicator(piece, reading);
  if (indicator) return closed(indicator);
  if (base?.kind === "name" || base?.kind === "words") {
    const name = nameOf(piece);
    return name !== undefined && !sup
      ? readNamed(name, piece, cursor, reading)
      : readRaisedName(piece, cursor, reading);
  }
  const isLinear = sup !== undefined && isTransposeSign(sup, reading);
  const value = readBase(piece, isLinear ? { ...reading, hint: "matrix" } : reading);
  const isTaken = base?.kind === "delimited" && piece.sub && (isEvaluationBar(base) || base.left === "[");
  if (!sup || isTaken) return closed(value);
  if (isDecoration(sup) && base?.kind !== "number" && isScalar(shapeAt(value, piece.offset)))
    throw new Refusal("unsupported mark on brackets", piece.offset);
  return closed(raise(value, sup, piece.offset, reading));
};
