import { readSeries } from "./series.ts";
import { readIntegral } from "./integral.ts";
import { splitAtCommas } from "./brackets.ts";
import type { ElementaryName } from "./elementary.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Expression } from "./expression.ts";
import { number } from "./expression.ts";
import { readDelimited } from "./factor.ts";
import { nameOf } from "./names.ts";
import type { Piece, PieceOf, Pieces } from "./pieces.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { Refusal } from "./refusal.ts";

type Scripted = PieceOf<"scripted">;

/** Operator names that differ from the elementary function's. */
const SYNONYMS: Record<string, ElementaryName> = { ln: "log", sgn: "sign", sign: "sign", arcsinh: "arsinh", arccosh: "arcosh", arctanh: "artanh" };

/** Functions of which f² x means (f x)², as everybody reads it. */
const SQUARABLE = new Set(["log", "ln", "sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth"]);

const ruleNamed = (name: string): ElementaryName | undefined => {
  const rule = SYNONYMS[name] ?? name;
  const isHidden = ["absolute", "floor", "ceiling", "gamma", "factorial", "sqrt"].includes(rule);
  return Object.hasOwn(ELEMENTARY, rule) && !isHidden ? (rule as ElementaryName) : undefined;
};

const baseOf = (name: string, script: Scripted | undefined, reading: Reading): Expression | undefined => {
  if (script?.sub) {
    if (name !== "log") throw new Refusal(`unsupported subscript on \\${name}`, script.offset);
    return reading.grammar.expression(script.sub, reading);
  }
  return name === "log" && reading.scope.logBase !== Math.E ? number(reading.scope.logBase) : undefined;
};

const powerOf = (name: string, script: Scripted | undefined): number | undefined => {
  const sup = script?.sup;
  if (!script || !sup) return undefined;
  const [only, more] = sup;
  const isPower = only?.kind === "number" && /^[2-9]$/.test(only.text) && more === undefined;
  if (!isPower || !SQUARABLE.has(name)) throw new Refusal(`ambiguous: \\${name} with this superscript; write the power outside`, script.offset);
  return Number(only.text);
};

const isTight = (piece: Piece | undefined): boolean =>
  piece !== undefined && (nameOf(piece) !== undefined || ["name", "fraction", "binomial", "root", "scripted"].includes(piece.kind));

/** An argument without brackets: `2\theta`, `\frac{a}{b}`, `x^2`, `\log x`, a whole sum; nothing that could go on. */
const readLooseArgument = (name: string, cursor: Cursor, reading: Reading): Expression => {
  const first = cursor.peek();
  if (first?.kind === "number" && isTight(cursor.peek(1))) {
    const factor = reading.grammar.primary(cursor, reading);
    return { kind: "product", parts: [factor.expression, reading.grammar.primary(cursor, reading).expression] };
  }
  if (!first || !(isTight(first) || ["number", "operator", "delimited"].includes(first.kind)))
    throw new Refusal(`\\${name} needs an argument: add brackets`, cursor.offset);
  return reading.grammar.primary(cursor, reading).expression;
};

const GROUPERS = ["(", "[", "\\{", "\\lbrace"];

const readArgument = (name: string, cursor: Cursor, reading: Reading): Factor => {
  const next = cursor.peek();
  const isGrouped = next?.kind === "delimited" && GROUPERS.includes(next.left) && next.right !== ".";
  if (next?.kind === "scripted" && next.base?.kind === "delimited")
    throw new Refusal(`ambiguous: is the power of \\${name}’s argument or of its value?`, next.offset);
  if (!isGrouped) return { expression: readLooseArgument(name, cursor, reading), tail: "loose" };
  cursor.next();
  const body = next.body.length === 1 ? { ...next, left: "(", right: ")" } : next;
  return { expression: readDelimited(body, reading), tail: "closed" };
};

const apply = (name: string, rule: ElementaryName, script: Scripted | undefined, cursor: Cursor, reading: Reading): Factor => {
  const base = baseOf(name, script, reading);
  const power = powerOf(name, script);
  const argument = readArgument(name, cursor, reading);
  const value: Expression = { kind: "elementary", name: rule, of: argument.expression };
  const scaled: Expression = base ? { kind: "quotient", top: value, bottom: { kind: "elementary", name: "log", of: base } } : value;
  const expression: Expression = power === undefined ? scaled : { kind: "power", base: scaled, exponent: number(power) };
  return { expression, tail: argument.tail };
};

const readExtreme = (isMaximum: boolean, script: Scripted | undefined, cursor: Cursor, reading: Reading): Factor => {
  const next = cursor.peek();
  const parts: readonly Pieces[] = next?.kind === "delimited" ? splitAtCommas(next.body) : [];
  if (script || parts.length < 2) throw new Refusal("unsupported maximum or minimum: list its values in brackets", cursor.offset);
  cursor.next();
  return { expression: { kind: "extreme", isMaximum, of: parts.map((part) => reading.grammar.expression(part, reading)) }, tail: "closed" };
};

/** A function or a big operator with what it applies to. `script` is the piece that carries its scripts. */
export const readOperator = (operator: PieceOf<"operator">, script: Scripted | undefined, cursor: Cursor, reading: Reading): Factor => {
  const name = operator.name.slice(1);
  const declared = `\\text{${name}}`;
  if (reading.scope.find(declared) && !script) {
    const named: Piece = { kind: "name", key: declared, offset: operator.offset, end: operator.end };
    const inner: Reading = reading;
    return reading.grammar.named(named, cursor, inner);
  }
  if (name === "sum" || name === "prod") return readSeries(name === "prod", operator, script, cursor, reading);
  if (name === "int") return readIntegral(operator, script, cursor, reading);
  if (name === "max" || name === "min") return readExtreme(name === "max", script, cursor, reading);
  const rule = ruleNamed(name);
  if (!rule) throw new Refusal(`unsupported operator \\${name}`, operator.offset);
  return apply(name, rule, script, cursor, reading);
};
