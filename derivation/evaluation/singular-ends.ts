import type { Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlot } from "./compiler.ts";
import type { Pair } from "./pair.ts";
import { integratePatiently } from "./quadrature.ts";
import type { Interval } from "./quadrature-rule.ts";
import { Tensor } from "./tensor.ts";

type Integral = Extract<Expression, { readonly kind: "integral" }>;

/** What pairs do not know: the rounding of the names' values. */
const ROUNDING = 1e-14;

/** Whether an end is a number other than 0, next to which a double tells no distances. */
const isBlunt = (end: number): boolean => Number.isFinite(end) && end !== 0;

const inPairs = <T>(frame: Frame<T>, value: (a: T) => number): Frame<Pair> =>
  frame.map((each) => {
    if (each === undefined) return undefined;
    const pair = (a: T): Pair => ({ high: value(a), low: 0 });
    return each instanceof Tensor ? each.map(pair) : pair(each);
  });

/**
 * Runs an integration and, where it is refused though the integrand may only be singular at an end such as that of
 * 1/√(1 − x) at 1, runs it again in pairs of doubles, which tell how near to its end a place is.
 */
export const compileSingular = <T>(
  { body, variable }: Integral,
  compiler: Compiler<T>,
): ((interval: Interval<T>, frame: Frame<T>, integrate: () => T) => T) => {
  const { arithmetic, slotOf } = compiler;
  const { value, widen, constant } = arithmetic;
  let integrand: Evaluate<Pair> | undefined;
  const again = ({ from, to }: Interval<T>, frame: Frame<T>, refusal: Refusal): T => {
    const pairs = compiler.pairs();
    if (!pairs || ![from, to].map(value).some(isBlunt)) throw refusal;
    integrand ??= pairs.compileRepeated(body);
    const f = integrand;
    const [slot, precise] = [slotOf(variable), inPairs(frame, value)];
    const ends = { from: pairs.arithmetic.constant(value(from)), to: pairs.arithmetic.constant(value(to)) };
    const at = (x: Pair): Pair => {
      pairs.budget.spend(1);
      return withSlot(precise, slot, x, f);
    };
    const { value: found, error } = integratePatiently(at, ends, pairs.arithmetic);
    if (!Number.isFinite(found.high)) throw refusal;
    return widen(constant(found.high), error + ROUNDING * Math.abs(found.high));
  };
  return (interval, frame, integrate) => {
    try {
      return integrate();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return again(interval, frame, error);
    }
  };
};
