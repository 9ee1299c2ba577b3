import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { withSlots } from "./compiler.ts";

type Series = Extract<Expression, { readonly kind: "series" }>;

const MOST_TERMS = 100_000;
const MOST_TERMS_OF_A_LIMIT = 3_000;
const FEWEST_TERMS_OF_A_LIMIT = 40;

const checkBounds = (from: number, to: number, what: string): void => {
  if (!Number.isInteger(from) || !(Number.isInteger(to) || to === Number.POSITIVE_INFINITY))
    throw new Refusal(`the ${what} runs from ${from} to ${to}: its bounds must be integers`);
  if (to - from >= MOST_TERMS && to !== Number.POSITIVE_INFINITY)
    throw new Refusal(`the ${what} has more than ${MOST_TERMS} terms`);
};

/** Adds terms until they have become negligible at a geometric rate. Raises a Refusal if they do not. */
const sumToInfinity = <T>(from: number, term: (k: number) => T, { arithmetic }: Compiler<T>): T => {
  const { add, size, widen } = arithmetic;
  let [sum, last, small] = [arithmetic.constant(0), 0, 0];
  for (let k = 0; k < MOST_TERMS_OF_A_LIMIT; k += 1) {
    const next = term(from + k);
    sum = add(sum, next);
    const isSmall = size(next) <= 1e-17 * size(sum) && size(next) <= 0.95 * last;
    small = isSmall || (size(next) === 0 && last === 0) ? small + 1 : 0;
    last = size(next);
    if (small >= 4 && k >= FEWEST_TERMS_OF_A_LIMIT) return widen(sum, 40 * last);
  }
  throw new Refusal("the infinite sum does not converge fast enough to be evaluated");
};

/** Sums and products over consecutive integers; an empty one is 0 or 1. */
export const compileSeries = <T>(series: Series, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget, compile } = compiler;
  const [from, to, body] = [compile(series.from), compile(series.to), compile(series.body)];
  const slot = compiler.slotOf(series.variable);
  const what = series.isProduct ? "product" : "sum";
  const combine = series.isProduct ? arithmetic.multiply : arithmetic.add;
  return (frame) => {
    const [first, last] = [arithmetic.value(from(frame)), arithmetic.value(to(frame))];
    checkBounds(first, last, what);
    const term = (k: number): T => {
      budget.spend(1);
      return withSlots(frame, [slot], [arithmetic.constant(k)], () => body(frame));
    };
    if (last === Number.POSITIVE_INFINITY) {
      if (series.isProduct) throw new Refusal("an infinite product is not supported");
      return sumToInfinity(first, term, compiler);
    }
    let total = arithmetic.constant(series.isProduct ? 1 : 0);
    for (let k = first; k <= last; k += 1) total = combine(total, term(k));
    return total;
  };
};
