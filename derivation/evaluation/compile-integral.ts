import type { Expression } from "../meaning/expression.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlots } from "./compiler.ts";
import { compileRoot, kinksIn } from "./kinks.ts";
import { integrateSmooth } from "./quadrature.ts";
import type { Interval } from "./quadrature-rule.ts";

type Integral = Extract<Expression, { readonly kind: "integral" }>;

const splitAt = <T>(
  points: readonly T[],
  { from, to }: Interval<T>,
  value: (a: T) => number,
): readonly Interval<T>[] => {
  const inside = points.filter((point) => value(point) > value(from) && value(point) < value(to));
  const sorted = inside
    .toSorted((a, b) => value(a) - value(b))
    .filter((point, k, all) => k === 0 || value(point) !== value(all[k - 1] as T));
  const ends = [from, ...sorted, to];
  return ends.slice(1).map((end, k) => ({ from: ends[k] as T, to: end }));
};

/** A definite integral, also improper, split where the integrand has affine kinks or jumps. */
export const compileIntegral = <T>(integral: Integral, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget, compile } = compiler;
  const { value, add, constant, subtract } = arithmetic;
  const [lower, upper, body] = [compile(integral.from), compile(integral.to), compile(integral.body)];
  const slot = compiler.slotOf(integral.variable);
  const roots = kinksIn(integral.body, [integral.variable], new Set()).map((kink) =>
    compileRoot(kink, compiler),
  );
  const integrate = (interval: Interval<T>, frame: Frame<T>): T => {
    const integrand = (x: T): T => {
      budget.spend(1);
      return withSlots(frame, [slot], [x], () => body(frame));
    };
    const points = roots.map((root) => root(frame)).filter((point) => point !== undefined);
    const parts = splitAt(points, interval, value).map((part) =>
      integrateSmooth(integrand, part, arithmetic),
    );
    return parts.reduce(add);
  };
  return (frame) => {
    const [from, to] = [lower(frame), upper(frame)];
    if (Number.isNaN(value(from)) || Number.isNaN(value(to))) return constant(Number.NaN);
    if (value(from) === value(to)) return subtract(multiplyEnds(to, frame), multiplyEnds(from, frame));
    if (value(from) < value(to)) return integrate({ from, to }, frame);
    return subtract(constant(0), integrate({ from: to, to: from }, frame));
  };

  /** f(end)·end, whose difference over an empty interval is 0 with the slope that Leibniz's rule gives. */
  function multiplyEnds(end: T, frame: Frame<T>): T {
    const height = withSlots(frame, [slot], [end], () => body(frame));
    return arithmetic.multiply(constant(value(height)), end);
  }
};
