import type { Binding, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { bindIn } from "../meaning/scope.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets, splitAtCommas } from "../statements/brackets.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import { checkCapture } from "./binding.ts";
import { readDelimited } from "./delimited.ts";
import { nameOf } from "./names.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

/** A density at the bound variable, and the interval outside which it vanishes. */
interface Law {
  readonly density: Expression;
  readonly from: Expression;
  readonly to: Expression;
}

const LINE = { from: number(Number.NEGATIVE_INFINITY), to: number(Number.POSITIVE_INFINITY) };
const product = (...parts: readonly Expression[]): Expression => ({ kind: "product", parts });
const minus = (left: Expression, right: Expression): Expression => ({
  kind: "sum",
  parts: [left, { kind: "negative", of: right }],
});

/** N(mean, variance) at x. Source: Bishop, PRML eq. 1.46. */
const normal = (x: Expression, mean: Expression, variance: Expression): Law => {
  const square: Expression = { kind: "power", base: minus(x, mean), exponent: number(2) };
  const exponent: Expression = {
    kind: "negative",
    of: { kind: "quotient", top: square, bottom: product(number(2), variance) },
  };
  const scale: Expression = { kind: "elementary", name: "sqrt", of: product(number(2 * Math.PI), variance) };
  return {
    density: { kind: "quotient", top: { kind: "elementary", name: "exp", of: exponent }, bottom: scale },
    ...LINE,
  };
};

const uniform = (_: Expression, from: Expression, to: Expression): Law => ({
  density: { kind: "quotient", top: number(1), bottom: minus(to, from) },
  from,
  to,
});

const FAMILIES: Record<string, (x: Expression, first: Expression, second: Expression) => Law> = {
  "\\mathcal{N}": normal,
  "\\U": uniform,
};

/** `\Normal(0, 1)`, `\Uniform(a, b)`, or a declared density `P`. */
const readLaw = (pieces: Pieces, variable: Binding, reading: Reading): Law => {
  const [first, brackets, more] = pieces;
  const x: Expression = { kind: "variable", binding: variable };
  const name = first?.kind === "operator" ? first.name : first && nameOf(first);
  const family = name === undefined ? undefined : FAMILIES[name];
  const parameters =
    brackets?.kind === "delimited"
      ? splitAtCommas(brackets.body).map((part) => reading.grammar.expression(part, reading))
      : [];
  const [one, two, three] = parameters;
  if (family && one && two && !three && !more) return family(x, one, two);
  const meaning = name === undefined || brackets ? undefined : reading.scope.find(name);
  if (meaning?.kind !== "definition" || meaning.definition.parameters.length !== 1)
    throw new Refusal(
      "unsupported distribution: declare its density as a function, or use \\Normal(μ, σ²) or \\Uniform(a, b)",
      first?.offset,
    );
  return { density: { kind: "call", of: meaning.definition, values: [x] }, ...LINE };
};

/** The one formula in the brackets that follow. */
const bracketsAfter = (cursor: Cursor, operator: Piece): PieceOf<"delimited"> => {
  const next = cursor.peek();
  if (next?.kind !== "delimited" || !["()", "[]", "\\{\\}"].includes(next.left + next.right))
    throw new Refusal(
      "an expectation needs its argument in brackets, without a script",
      next?.offset ?? operator.end,
    );
  cursor.next();
  return { ...next, left: "(", right: ")" };
};

/** `\E_{x \sim P}[…]`: the integral of the bracket against the density of P. */
export const readExpectation = (
  operator: Piece,
  script: PieceOf<"scripted"> | undefined,
  cursor: Cursor,
  reading: Reading,
): Factor => {
  const [first, relation, ...law] = dense(pairBrackets(script?.sub ?? []));
  const name = first && nameOf(first);
  if (script?.sup || name === undefined || relation?.kind !== "relation" || relation.text !== "\\sim")
    throw new Refusal("unsupported expectation: write \\E_{x\\sim P}[…]", operator.offset);
  const variable: Binding = { name, isBound: true };
  const { density, from, to } = readLaw(law, variable, reading);
  const value = readDelimited(bracketsAfter(cursor, operator), {
    ...reading,
    scope: bindIn(reading.scope, [variable]),
  });
  checkCapture(value, variable, operator.offset);
  return {
    expression: { kind: "integral", variable, from, to, body: product(density, value) },
    tail: "closed",
  };
};
