import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Alarm } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { withSlot } from "./compiler.ts";
import { CANCELLED } from "./quick.ts";
import { sumSlowly } from "./slow-series.ts";

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

/** A sum that is small beside its terms has lost digits; single terms that vanish in it have not cost any. */
const noteCancellation = (total: number, sizes: number, { alarm }: { readonly alarm?: Alarm }): void => {
  if (alarm && total < CANCELLED * sizes) alarm.raised += 1;
};

/** Adds terms until they have become negligible at a geometric rate; if they do not, the sum is accelerated. */
const sumToInfinity = <T>(from: number, term: (k: number) => T, { arithmetic }: Compiler<T>): T => {
  const { add, size, widen } = arithmetic;
  let [sum, last, small, sizes] = [arithmetic.constant(0), 0, 0, 0];
  for (let k = 0; k < MOST_TERMS_OF_A_LIMIT; k += 1) {
    const next = term(from + k);
    sum = unalarmed(arithmetic, () => add(sum, next));
    sizes += size(next);
    const isSmall = size(next) <= 1e-17 * size(sum) && size(next) <= 0.95 * last;
    small = isSmall || (size(next) === 0 && last === 0) ? small + 1 : 0;
    last = size(next);
    if (small >= 4 && k >= FEWEST_TERMS_OF_A_LIMIT) {
      noteCancellation(size(sum), sizes, arithmetic);
      return widen(sum, 40 * last);
    }
  }
  return sumSlowly(from, term, arithmetic);
};

/** Sums and products over consecutive integers; an empty one is 0 or 1. */
export const compileSeries = <T>(series: Series, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget, compile } = compiler;
  const { alarm } = arithmetic;
  const [from, to] = [compile(series.from), compile(series.to)];
  const body = compiler.compileRepeated(series.body);
  const slot = compiler.slotOf(series.variable);
  const what = series.isProduct ? "product" : "sum";
  const combine = series.isProduct ? arithmetic.multiply : arithmetic.add;
  return (frame) => {
    const [first, last] = [arithmetic.value(from(frame)), arithmetic.value(to(frame))];
    checkBounds(first, last, what);
    const term = (k: number): T => {
      budget.spend(1);
      return withSlot(frame, slot, arithmetic.constant(k), body);
    };
    if (last === Number.POSITIVE_INFINITY) {
      if (series.isProduct) throw new Refusal("an infinite product is not supported");
      return sumToInfinity(first, term, compiler);
    }
    let [total, sizes] = [arithmetic.constant(series.isProduct ? 1 : 0), 0];
    for (let k = first; k <= last; k += 1) {
      const next = term(k);
      const raised = alarm?.raised ?? 0;
      total = combine(total, next);
      if (alarm) alarm.raised = raised;
      sizes += arithmetic.size(next);
    }
    if (!series.isProduct) noteCancellation(arithmetic.size(total), sizes, arithmetic);
    return total;
  };
};
