import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { splitAtCommas } from "../statements/brackets.ts";
import type { PieceOf, Pieces } from "../tex/pieces.ts";
import { readArgument } from "./argument.ts";
import { readDensity } from "./density.ts";
import { readDivergence } from "./divergence.ts";
import { apply, ruleNamed } from "./elementary-call.ts";
import { isMoment, readMoment } from "./expectation.ts";
import { readIntegral } from "./integral.ts";
import { readLimit } from "./limit.ts";
import { diagonalOf, reduced } from "./linear.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";
import { readSeries } from "./series.ts";
import { readSoftmax } from "./softmax.ts";

type Scripted = PieceOf<"scripted">;

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
  const argument = readArgument(name, cursor, { ...reading, hint: name === "diag" ? "vector" : "matrix" });
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
const BIG = ["sum", "prod", "int", "max", "min", "E", "Var", "Cov", "Pr", "lim", "softmax"];

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
  if (name === "softmax" && !script) return readSoftmax(cursor, reading);
  const divergence = script ? undefined : readDivergence(`\\text{${name}}`, cursor, reading);
  if (divergence) return divergence;
  const density = script ? undefined : readDensity([operator], cursor, reading);
  if (density) return density;
  const rule = ruleNamed(name);
  if (!rule) throw new Refusal(`unsupported operator \\${name}`, operator.offset);
  return apply(name, rule, script, cursor, reading);
};
