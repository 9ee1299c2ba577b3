import type { ElementaryName } from "../meaning/elementary-names.ts";
import { ELEMENTARY_NAMES } from "../meaning/elementary-names.ts";
import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { PieceOf } from "../tex/pieces.ts";
import { readArgument } from "./argument.ts";
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

export const apply = (
  name: string,
  rule: ElementaryName,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
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
