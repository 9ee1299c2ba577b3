import type { Expression } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { oncePerFrame, withSlot } from "./compiler.ts";
import { normalMean } from "./gauss-hermite.ts";
import { compileRoots } from "./kink-roots.ts";
import { kinksIn } from "./kinks.ts";
import { integrateSmooth } from "./quadrature.ts";
import type { Interval } from "./quadrature-rule.ts";
import { compileSingular } from "./singular-ends.ts";

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

/** Split points far out would leave the middle of an infinite interval unresolved: 0 is one more. */
const FAR = 8;

const centred = <T>(points: readonly T[], { from, to }: Interval<T>, a: Arithmetic<T>): readonly T[] => {
  const isInfinite = !Number.isFinite(a.value(from)) || !Number.isFinite(a.value(to));
  return isInfinite && points.some((point) => Math.abs(a.value(point)) > FAR)
    ? [...points, a.constant(0)]
    : points;
};

/** An integral without bound variables around it has one value in a frame: it is computed once. */
const remembered = <T>(integral: Integral, evaluate: Evaluate<T>): Evaluate<T> => {
  if (boundIn(integral).size > 0) return evaluate;
  return oncePerFrame(evaluate);
};

/** A definite integral, also improper, split where the integrand has affine kinks or jumps. */
export const compileIntegral = <T>(integral: Integral, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget, compile, compileRepeated } = compiler;
  const { value, add, constant, subtract } = arithmetic;
  /** Rounding may put a place next to a jump on its wrong side: there the integrand is taken a little further in. */
  const inside = (x: T, part: Interval<T>, whole: Interval<T>): T => {
    const isJump = (end: T, own: T): boolean => value(end) !== value(own) && Number.isFinite(value(end));
    const margin = (end: T): number => 2e-14 * (1 + Math.abs(value(end)));
    if (isJump(part.from, whole.from) && value(x) - value(part.from) < margin(part.from))
      return add(part.from, constant(margin(part.from)));
    if (isJump(part.to, whole.to) && value(part.to) - value(x) < margin(part.to))
      return subtract(part.to, constant(margin(part.to)));
    return x;
  };
  const [lower, upper, body] = [compile(integral.from), compile(integral.to), compileRepeated(integral.body)];
  const slot = compiler.slotOf(integral.variable);
  const kinks = kinksIn(integral.body, integral.variable, budget);
  const roots = kinks.map((kink) => compileRoots(kink, integral.variable, compiler));
  const orSingular = compileSingular(integral, compiler);
  const integrate = (interval: Interval<T>, frame: Frame<T>): T => {
    const points = roots.flatMap((root) => root(frame));
    const intervals = splitAt(centred(points, interval, arithmetic), interval, value);
    const parts = intervals.map((part) => {
      const smoothly = (): T =>
        integrateSmooth(
          (x) => {
            budget.spend(1);
            return withSlot(frame, slot, inside(x, part, interval), body);
          },
          part,
          arithmetic,
        );
      return intervals.length === 1 ? orSingular(part, frame, smoothly) : smoothly();
    });
    return parts.reduce(add);
  };
  const gauss =
    integral.underNormal && kinks.length === 0 ? compileRepeated(integral.underNormal) : undefined;
  const byGauss = (frame: Frame<T>): T | undefined => {
    if (!gauss) return undefined;
    const mean = refusable(() =>
      normalMean((x) => {
        budget.spend(1);
        return withSlot(frame, slot, x, gauss);
      }, arithmetic),
    );
    return mean instanceof Refusal ? undefined : mean;
  };
  return remembered(integral, (frame) => {
    const mean = byGauss(frame);
    if (mean !== undefined) return mean;
    const [from, to] = [lower(frame), upper(frame)];
    if (Number.isNaN(value(from)) || Number.isNaN(value(to))) return constant(Number.NaN);
    if (value(from) === value(to)) return subtract(multiplyEnds(to, frame), multiplyEnds(from, frame));
    if (value(from) < value(to)) return integrate({ from, to }, frame);
    return subtract(constant(0), integrate({ from: to, to: from }, frame));
  });

  /** f(end)·end, whose difference over an empty interval is 0 with the slope that Leibniz's rule gives. */
  function multiplyEnds(end: T, frame: Frame<T>): T {
    const height = withSlot(frame, slot, end, body);
    return arithmetic.multiply(constant(value(height)), end);
  }
};
