import { readOperator } from "./application.ts";
import { splitAtCommas } from "./brackets.ts";
import { readCases } from "./cases.ts";
import { readDerivative } from "./differential.ts";
import type { Binding, Definition, Expression } from "./expression.ts";
import { number } from "./expression.ts";
import { isDecoration, nameOf, valueOfName } from "./names.ts";
import type { Piece, PieceOf, Pieces } from "./pieces.ts";
import { dense, isSign } from "./pieces.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { unreadable } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { spell } from "./spelling.ts";

const closed = (expression: Expression): Factor => ({ expression, tail: "closed" });

const elementary = (name: "absolute" | "floor" | "ceiling" | "sqrt" | "gamma", of: Expression): Expression => ({ kind: "elementary", name, of });

/** The numeral's value. `1.2.3` and `1.5e-3` are refused. */
const readNumeral = (piece: PieceOf<"number">, cursor: Cursor): Factor => {
  const next = cursor.peek();
  const isExponent = next?.kind === "name" && next.key === "e" && next.offset === piece.end;
  const after = cursor.peek(1);
  const isPower = isSign(after, "-", "+") && after?.offset === (next?.end ?? -1) && cursor.peek(2)?.kind === "number";
  if ((isExponent && (isPower || after?.kind === "number")) || piece.text.split(".").length > 2)
    throw new Refusal(`unsupported numeral: write ${piece.text.replace(/e.*/, "")} \\cdot 10^{…}`, piece.offset);
  return { expression: number(Number(piece.text)), tail: "number" };
};

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
  if (magnitude) return elementary(magnitude, reading.grammar.expression(body, reading));
  if (!GROUPS.includes(pair)) throw new Refusal(`unsupported brackets ${piece.left} … ${piece.right}`, piece.offset);
  if (pair !== "()" && only && nameOf(only) !== undefined)
    throw new Refusal(`ambiguous: ${piece.left}x${piece.right} around a single name`, piece.offset);
  return reading.grammar.expression(body, reading);
};

const readFraction = (piece: PieceOf<"fraction">, cursor: Cursor, reading: Reading): Factor => {
  const derivative = readDerivative(piece, cursor, reading);
  if (derivative) return derivative;
  const { expression } = reading.grammar;
  return closed({ kind: "quotient", top: expression(piece.top, reading), bottom: expression(piece.bottom, reading) });
};

const binomial = (top: Expression, bottom: Expression): Expression => {
  const factorial = (of: Expression): Expression => ({ kind: "elementary", name: "factorial", of });
  const rest: Expression = { kind: "sum", parts: [top, { kind: "negative", of: bottom }] };
  return { kind: "quotient", top: factorial(top), bottom: { kind: "product", parts: [factorial(bottom), factorial(rest)] } };
};

const root = (piece: PieceOf<"root">, reading: Reading): Expression => {
  const base = reading.grammar.expression(piece.body, reading);
  if (!piece.index) return elementary("sqrt", base);
  const exponent: Expression = { kind: "quotient", top: number(1), bottom: reading.grammar.expression(piece.index, reading) };
  return { kind: "power", base, exponent };
};

const raise = (base: Expression, sup: Pieces, offset: number, reading: Reading): Expression => {
  if (sup.length === 0) throw new Refusal("an empty exponent", offset);
  return { kind: "power", base, exponent: reading.grammar.expression(sup, reading) };
};

/** The arguments in the brackets after a function's name, and the power on the brackets. */
const readCall = (definition: Definition, cursor: Cursor, reading: Reading): Expression => {
  const next = cursor.peek();
  const brackets = next?.kind === "scripted" ? next.base : next;
  if (brackets?.kind !== "delimited" || brackets.left !== "(" || brackets.right !== ")")
    throw new Refusal(`the function ${definition.name} stands without its argument`, cursor.offset);
  cursor.next();
  const values = splitAtCommas(brackets.body).map((part) => reading.grammar.expression(part, reading));
  const { parameters, name } = definition;
  if (values.length !== parameters.length)
    throw new Refusal(`${name} takes ${parameters.length} argument(s), not ${values.length}`, brackets.offset);
  const call: Expression = { kind: "call", of: definition, values };
  if (next?.kind !== "scripted") return call;
  if (next.sub || !next.sup || isDecoration(next.sup)) throw new Refusal("unsupported script after a call", next.offset);
  return raise(call, next.sup, next.offset, reading);
};

/** f′, f″, … as a function of its own. */
const derived = (definition: Definition, times: number): Definition => {
  const variable: Binding = { name: "x", isBound: true };
  const value: Expression = { kind: "call", of: definition, values: [{ kind: "variable", binding: variable }] };
  const differentiate = (of: Expression): Expression => ({ kind: "derivative", variable, of });
  const body = Array.from({ length: times }).reduce<Expression>(differentiate, value);
  return { name: `${definition.name}′`, parameters: [variable], body: () => body };
};

const readNamed = (name: string, piece: Piece, cursor: Cursor, reading: Reading): Factor => {
  const first = cursor.peek();
  if (name === "\\Gamma" && !reading.scope.find(name) && first?.kind === "delimited") {
    cursor.next();
    return closed(elementary("gamma", readDelimited(first, reading)));
  }
  const value = valueOfName(name, piece, reading);
  if ("parameters" in value) return closed(readCall(value, cursor, reading));
  return { expression: value, tail: "name" };
};

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
    throw new Refusal(`ambiguous: a script on the function ${name}; put it after the argument, or declare ${whole ?? "it"}`, piece.offset);
  }
  const isEuler = value.kind === "number";
  if (isDecoration(sup) && !(isEuler && sup[0]?.kind !== "sign")) throw new Refusal(`undeclared ${whole ?? `${name} with a mark`}: it is not read as a power`, piece.offset);
  return closed(raise(value, sup, piece.offset, reading));
};

const readScripted = (piece: PieceOf<"scripted">, cursor: Cursor, reading: Reading): Factor => {
  const { base, sub, sup } = piece;
  if (base?.kind === "operator") return readOperator(base, piece, cursor, reading);
  if (base?.kind === "name" || base?.kind === "words") {
    const name = nameOf(piece);
    return name !== undefined && !sup ? readNamed(name, piece, cursor, reading) : readRaisedName(piece, cursor, reading);
  }
  if (!base || sub || !sup || !["number", "delimited", "root"].includes(base.kind)) throw new Refusal("unsupported script", piece.offset);
  if (isDecoration(sup) && base.kind !== "number") throw new Refusal("unsupported mark on brackets", piece.offset);
  const value =
    base.kind === "number" ? number(Number(base.text)) : base.kind === "delimited" ? readDelimited(base, reading) : root(base as PieceOf<"root">, reading);
  return closed(raise(value, sup, piece.offset, reading));
};

/** One factor, without a factorial sign after it. */
export const readPrimary = (cursor: Cursor, reading: Reading): Factor => {
  const piece = cursor.next();
  switch (piece.kind) {
    case "number":
      return readNumeral(piece, cursor);
    case "name":
    case "words": {
      const name = nameOf(piece);
      if (name === undefined) throw unreadable(piece);
      return readNamed(name, piece, cursor, reading);
    }
    case "delimited":
      return closed(readDelimited(piece, reading));
    case "fraction":
      return readFraction(piece, cursor, reading);
    case "binomial":
      return closed(binomial(reading.grammar.expression(piece.top, reading), reading.grammar.expression(piece.bottom, reading)));
    case "root":
      return closed(root(piece, reading));
    case "operator":
      return readOperator(piece, undefined, cursor, reading);
    case "scripted":
      return readScripted(piece, cursor, reading);
    default:
      throw unreadable(piece);
  }
};

/** One factor, with a factorial if a `!` follows. */
export const readFactor = (cursor: Cursor, reading: Reading): Factor => {
  const first = cursor.peek();
  const factor = readPrimary(cursor, reading);
  if (!isSign(cursor.peek(), "!")) return factor;
  const { offset } = cursor.next();
  const isPlain = first?.kind === "number" || first?.kind === "delimited" || (first !== undefined && nameOf(first) !== undefined);
  if (!isPlain || isSign(cursor.peek(), "!")) throw new Refusal("ambiguous factorial: add brackets", offset);
  return closed({ kind: "elementary", name: "factorial", of: factor.expression });
};
