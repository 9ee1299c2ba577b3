import type { ElementaryName } from "../meaning/elementary-names.ts";
import { ELEMENTARY_NAMES } from "../meaning/elementary-names.ts";
import type { Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { readArgument } from "./argument.ts";
import { readDensity } from "./density.ts";
import { isMoment, readMoment } from "./expectation.ts";
import { readIntegral } from "./integral.ts";
import { readLimit } from "./limit.ts";
import { diagonalOf, reduced } from "./linear.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { readSeries } from "./series.ts";

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

const ruleNamed = (name: string): ElementaryName | undefined => {
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

const apply = (
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

const readExtreme = (
  isMaximum: boolean,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const next = cursor.peek();
  const parts: readonly Pieces[] = next?.kind === "delimited" ? splitAtCommas(next.body) : [];
  if (script || parts.length < 2)
    throw new Refusal("unsupported maximum or minimum: list its values in brackets", cursor.offset);
  cursor.next();
  return {
    expression: {
      kind: "extreme",
      isMaximum,
      of: parts.map((part) => reading.grammar.expression(part, reading)),
    },
    tail: "closed",
  };
};

const LINEAR: Record<string, (of: Expression, offset: number) => Expression> = {
  det: (of, offset) => reduced("determinant", of, offset),
  tr: (of, offset) => reduced("trace", of, offset),
  Tr: (of, offset) => reduced("trace", of, offset),
  trace: (of, offset) => reduced("trace", of, offset),
  diag: diagonalOf,
};

const readLinear = (
  name: string,
  make: (of: Expression, offset: number) => Expression,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  if (script) throw new Refusal(`unsupported script on \\${name}`, script.offset);
  const { offset } = cursor;
  const argument = readArgument(name, cursor, reading);
  return { expression: make(argument.expression, offset), tail: argument.tail };
};

/** Operators that every reader knows, though they are not read here: they are refused, never defined. */
const FOREIGN = [
  "argmax",
  "argmin",
  "sup",
  "inf",
  "limsup",
  "liminf",
  "arg",
  "deg",
  "gcd",
  "dim",
  "ker",
  "rank",
];
const BIG = ["sum", "prod", "int", "max", "min", "E", "Var", "Cov", "Pr", "lim"];

/** Whether an operator means something by itself, and so cannot be defined. */
export const isKnownOperator = (operator: string): boolean => {
  const name = operator.slice(1);
  return [...BIG, ...FOREIGN].includes(name) || Object.hasOwn(LINEAR, name) || ruleNamed(name) !== undefined;
};

/** A function or a big operator with what it applies to. `script` is the piece that carries its scripts. */
export const readOperator = (
  operator: PieceOf<"operator">,
  script: Scripted | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const name = operator.name.slice(1);
  if (name === "sum" || name === "prod")
    return readSeries(name === "prod", operator, script, cursor, reading);
  const linear = LINEAR[name];
  if (linear) return readLinear(name, linear, script, cursor, reading);
  if (name === "lim") return readLimit(operator, script, cursor, reading);
  if (name === "int") return readIntegral(operator, script, cursor, reading);
  if (name === "max" || name === "min") return readExtreme(name === "max", script, cursor, reading);
  if (isMoment(operator.name, cursor.peek(), reading))
    return readMoment(operator.name, operator, script, cursor, reading);
  const density = script ? undefined : readDensity([operator], cursor, reading);
  if (density) return density;
  const rule = ruleNamed(name);
  if (!rule) throw new Refusal(`unsupported operator \\${name}`, operator.offset);
  return apply(name, rule, script, cursor, reading);
};
