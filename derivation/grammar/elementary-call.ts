import type { ElementaryName } from "../meaning/elementary-names.ts";
import { ELEMENTARY_NAMES } from "../meaning/elementary-names.ts";
import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { isSign } from "../tex/pieces.ts";
import { readArgument } from "./argument.ts";
import { derived } from "./named.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

type Scripted = PieceOf<"scripted">;

/** Operator names that differ from the elementary function's. */
const SYNONYMS: Record<string, ElementaryName> = {
  ln: "log",
  sgn: "sign",
  sign: "sign",
  arcsinh: "arsinh",
  arccosh: "arcosh",
  arctanh: "artanh",
};

/** Functions of which f² x means (f x)², as everybody reads it. */
const SQUARABLE = new Set([
  "log",
  "ln",
  "sin",
  "cos",
  "tan",
  "sec",
  "csc",
  "cot",
  "sinh",
  "cosh",
  "tanh",
  "sech",
  "csch",
  "coth",
]);

export const ruleNamed = (name: string): ElementaryName | undefined => {
  const rule = SYNONYMS[name] ?? name;
  const isHidden = ["absolute", "floor", "ceiling", "gamma", "factorial", "sqrt"].includes(rule);
  return isHidden ? undefined : ELEMENTARY_NAMES.find((known) => known === rule);
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
  if (!isPower || !SQUARABLE.has(name))
    throw new Refusal(`ambiguous: \\${name} with this superscript; write the power outside`, script.offset);
  return Number(only.text);
};

const primesIn = (sup: Pieces): number => (sup.every((mark) => isSign(mark, "\\prime")) ? sup.length : 0);

/** `\tanh'(x)`: the derivative of a known function. */
const applyDerived = (
  name: string,
  rule: ElementaryName,
  times: number,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  if (name === "log" && reading.scope.logBase !== Math.E)
    throw new Refusal("unsupported derivative of \\log", cursor.offset);
  const { expression, tail } = readArgument(name, cursor, reading);
  const x: Binding = { name: "x", isBound: true };
  const body: Expression = { kind: "elementary", name: rule, of: { kind: "variable", binding: x } };
  const of = derived({ name: `\\${name}`, parameters: [x], body: () => body }, times);
  return { expression: { kind: "call", of, values: [expression] }, tail };
};

export const apply = (
  name: string,
  rule: ElementaryName,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const primes = script?.sup && !script.sub ? primesIn(script.sup) : 0;
  if (primes > 0) return applyDerived(name, rule, primes, cursor, reading);
  const base = baseOf(name, script, reading);
  const power = powerOf(name, script);
  const argument = readArgument(name, cursor, reading);
  const value: Expression = { kind: "elementary", name: rule, of: argument.expression };
  const scaled: Expression = base
    ? { kind: "quotient", top: value, bottom: { kind: "elementary", name: "log", of: base } }
    : value;
  const expression: Expression =
    power === undefined ? scaled : { kind: "power", base: scaled, exponent: number(power) };
  return { expression, tail: argument.tail };
};
