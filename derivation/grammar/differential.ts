import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import { pairBrackets } from "../statements/brackets.ts";
import type { Piece, PieceOf, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import type { Variable } from "./differentiate.ts";
import { differentiate } from "./differentiate.ts";
import { meaningOf, nameOf, vectorNamed } from "./names.ts";
import { checkFollowing, readBareFunction, readOperand } from "./operand.ts";
import type { Cursor, Factor, Reading } from "./reading.ts";

const SIGNS = ["d", "\\text{d}", "\\partial"];

const orderIn = (sup: Pieces | undefined): number => {
  const [only, more] = sup ?? [];
  if (!sup) return 1;
  return only?.kind === "number" && more === undefined && /^[1-4]$/.test(only.text)
    ? Number(only.text)
    : Number.NaN;
};

/** `d`, `d^2`, `\partial`, …: which sign, and of which order. */
const differentialSign = (
  piece: Piece | undefined,
): { readonly sign: string; readonly order: number } | undefined => {
  const base = piece?.kind === "scripted" && !piece.sub ? piece.base : piece;
  if (base?.kind !== "name" || !SIGNS.includes(base.key)) return undefined;
  return { sign: base.key, order: orderIn(piece?.kind === "scripted" ? piece.sup : undefined) };
};

/** One `\partial x^2` of a denominator. */
interface Step {
  readonly variable: Piece;
  readonly order: number;
}

const readSteps = (bottom: Pieces, sign: string): readonly Step[] | undefined => {
  const steps: Step[] = [];
  for (let k = 0; k < bottom.length; k += 2) {
    const variable = bottom[k + 1];
    if (differentialSign(bottom[k])?.sign !== sign || !variable) return undefined;
    const isRaised = variable.kind === "scripted" && variable.sup !== undefined;
    const stem: Piece | undefined = !isRaised
      ? variable
      : variable.sub
        ? { ...variable, sup: undefined }
        : variable.base;
    if (!stem) return undefined;
    steps.push({ variable: stem, order: isRaised ? orderIn(variable.sup) : 1 });
  }
  return steps;
};

const variableOf = (piece: Piece, reading: Reading): Variable => {
  const name = nameOf(piece);
  if (name === undefined)
    throw new Refusal("a derivative with respect to something that is no name", piece.offset);
  const stem = piece.kind === "scripted" && piece.base ? nameOf(piece.base) : undefined;
  const vector = stem === undefined || reading.scope.find(name) ? undefined : vectorNamed(stem, reading);
  if (vector && piece.kind === "scripted") return { binding: vector, entry: { sub: piece.sub ?? [], piece } };
  const meaning = meaningOf(name, piece, reading);
  if (meaning.kind === "variable") return { binding: meaning.binding };
  throw new Refusal(`a derivative with respect to ${name}, which is defined, not a variable`, piece.offset);
};

/** What stands behind the sign in the numerator: one factor, so that nobody wonders how far the d reaches. */
const readNumerator = (pieces: Pieces, reading: Reading): Expression => {
  const paired = pairBrackets(pieces);
  const bare = paired.length === 1 ? readBareFunction(paired[0], reading) : undefined;
  if (bare) return bare;
  const expression = reading.grammar.expression(paired, reading);
  const isLong = expression.kind === "sum" || expression.kind === "product" || expression.kind === "negative";
  if (isLong && paired.length > 1)
    throw new Refusal(
      "ambiguous: how far does the d in the numerator reach? add brackets",
      pieces[0]?.offset,
    );
  return expression;
};

const checkOrders = (order: number, steps: readonly Step[], offset: number): void => {
  const total = steps.reduce((sum, step) => sum + step.order, 0);
  if (!Number.isInteger(order) || total !== order)
    throw new Refusal("the orders of a derivative differ above and below", offset);
};

/** `\frac{d}{dx}` before a factor, or `\frac{\partial L}{\partial c_0}`; undefined if the fraction is none of these. */
export const readDerivative = (
  fraction: PieceOf<"fraction">,
  cursor: Cursor,
  reading: Reading,
): Factor | undefined => {
  const [first, ...rest] = dense(fraction.top);
  const start = differentialSign(first);
  const steps = start && readSteps(dense(fraction.bottom), start.sign);
  if (!start || !steps || steps.length === 0) return undefined;
  const { offset } = fraction;
  if (reading.scope.find(start.sign))
    throw new Refusal("ambiguous: d is declared, and looks like a derivative here", offset);
  checkOrders(start.order, steps, offset);
  const isOperator = rest.length === 0;
  const body = isOperator ? readOperand(cursor, reading) : readNumerator(rest, reading);
  if (isOperator) checkFollowing(cursor);
  const variables = steps.flatMap(({ variable, order }) =>
    Array.from({ length: order }, () => variableOf(variable, reading)),
  );
  const expression = variables.reduceRight<Expression>(
    (of, variable) => differentiate(of, variable, offset, reading),
    body,
  );
  return { expression, tail: isOperator ? "final" : "closed" };
};
