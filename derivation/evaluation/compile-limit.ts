import type { Expression } from "../meaning/expression.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { unalarmed } from "./arithmetic.ts";
import type { Compiler, Evaluate } from "./compiler.ts";
import { withSlot } from "./compiler.ts";

type Limit = Extract<Expression, { readonly kind: "limit" }>;

/** Distances from the point halve from step to step; towards infinity the places are 2, 4, 8, … */
const FIRST = 2;
const LAST = 24;
const FEWEST = 8;
const FEWEST_SETTLED = 12;
const ACCEPTABLE = 1e-7;

/** An estimate of the limit with what it may be off by. */
interface Estimate<T> {
  readonly value: T;
  readonly error: number;
}

/** Neville's scheme: polynomials in h through ever more values, at h = 0. Source: NIST DLMF 3.9(ii) (Richardson). */
const extrapolate = <T>(values: readonly T[], a: Arithmetic<T>): Estimate<T> | undefined => {
  let column = [...values];
  let best: Estimate<T> | undefined;
  for (let order = 1; order < values.length; order += 1) {
    const ratio = a.constant(1 / (2 ** order - 1));
    const next = column.slice(1).map((after, k) => {
      const change = a.subtract(after, column[k] as T);
      return a.add(after, a.multiply(ratio, change));
    });
    for (const [k, value] of next.entries()) {
      const before = column[k + 1] as T;
      const neighbour = next[k - 1];
      if (neighbour === undefined) continue;
      const change = Math.max(a.size(a.subtract(value, before)), a.size(a.subtract(value, neighbour)));
      const error = change + a.errorOf(value);
      if (Number.isFinite(error) && (!best || error < best.error)) best = { value, error };
    }
    column = next;
  }
  return best;
};

/** ±∞ if the last values keep their sign and grow by steps that do not shrink. */
const infinityIn = (values: readonly number[]): number | undefined => {
  const last = values.slice(-10);
  const steps = last.slice(1).map((value, k) => Math.abs(value) - Math.abs(last[k] ?? 0));
  const sign = Math.sign(last.at(-1) ?? 0);
  const grows = steps.every((step, k) => step > 0 && (k === 0 || step >= 0.99 * (steps[k - 1] ?? 0)));
  const isLarge =
    Math.abs(last.at(-1) ?? 0) > 10 * Math.abs(values[0] ?? 0) || steps.every((step) => step > 0.1);
  return last.every((value) => Math.sign(value) === sign) && grows && isLarge
    ? sign * Number.POSITIVE_INFINITY
    : undefined;
};

const isSettled = (values: readonly number[]): boolean =>
  values.slice(-4).every((value) => value === values.at(-1));

const limitAlong = <T>(at: (k: number) => T, a: Arithmetic<T>): T => {
  const values: T[] = [];
  for (let k = FIRST; k <= LAST; k += 1) {
    const value = refusable(() => at(k));
    if (value instanceof Refusal) {
      if (values.length < FEWEST) throw value;
      break;
    }
    if (Number.isNaN(a.value(value))) break;
    values.push(value);
    if (values.length >= FEWEST_SETTLED && isSettled(values.map(a.value))) break;
  }
  const plain = values.map((value) => a.value(value));
  if (values.length < FEWEST) throw new Refusal("the limit’s values are undefined on the way");
  const infinity = infinityIn(plain);
  if (infinity !== undefined) return a.constant(infinity);
  const best = unalarmed(a, () => extrapolate(values.slice(0, 14), a));
  const last = values.at(-1) as T;
  if (isSettled(plain) && !(best && best.error < a.errorOf(last))) return last;
  const scale = Math.max(1, Math.abs(best ? a.value(best.value) : 0));
  if (!best || !(best.error <= ACCEPTABLE * scale)) throw new Refusal("the limit does not converge");
  return a.widen(best.value, 10 * best.error);
};

/** A limit from the side or the sides that are asked for; both must agree. */
export const compileLimit = <T>(limit: Limit, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic: a, budget } = compiler;
  const [to, body] = [compiler.compile(limit.to), compiler.compile(limit.of)];
  const slot = compiler.slotOf(limit.variable);
  return (frame) => {
    const point = to(frame);
    const along = (side: number): T =>
      limitAlong((k) => {
        budget.spend(1);
        const isFar = !Number.isFinite(a.value(point));
        const place = isFar
          ? a.constant(Math.sign(a.value(point)) * 2 ** k)
          : a.add(point, a.constant(side * 0.5 ** k));
        return withSlot(frame, slot, place, body);
      }, a);
    if (!Number.isFinite(a.value(point))) return along(0);
    const values = limit.sides.map(along);
    const [first, second = first] = values as [T, T?];
    const gap = a.value(first) === a.value(second) ? 0 : Math.abs(a.value(first) - a.value(second));
    if (
      !(
        gap <= 1e-6 * Math.max(1, Math.min(Math.abs(a.value(first)), Math.abs(a.value(second)))) &&
        gap < Number.POSITIVE_INFINITY
      )
    )
      throw new Refusal("the limits from the two sides differ: write x \\to 0^+ or x \\to 0^-");
    return a.widen(first, gap);
  };
};
