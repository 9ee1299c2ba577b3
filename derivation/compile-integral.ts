import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlots } from "./compiler.ts";
import type { Binding, Definition, Expression } from "./expression.ts";
import { dependsOn, partsOf } from "./expression.ts";
import type { Interval } from "./quadrature.ts";
import { integrateSmooth } from "./quadrature.ts";

type Integral = Extract<Expression, { readonly kind: "integral" }>;

/** An expression whose zero is a kink or jump of the integrand, and the names that stand for the variable in it. */
interface Kink {
  readonly difference: Expression;
  readonly aliases: readonly Binding[];
}

const isVariable = (expression: Expression, names: readonly Binding[]): boolean =>
  expression.kind === "variable" && names.includes(expression.binding);

const minus = (left: Expression, right: Expression): Expression => ({ kind: "sum", parts: [left, { kind: "negative", of: right }] });

const differencesIn = (expression: Expression): readonly Expression[] => {
  if (expression.kind === "elementary" && ["absolute", "sign"].includes(expression.name)) return [expression.of];
  if (expression.kind === "extreme") return expression.of.slice(1).map((part, k) => minus(part, expression.of[k] ?? part));
  if (expression.kind !== "cases") return [];
  return expression.branches.flatMap(({ conditions }) => conditions.map(({ left, right }) => minus(left, right)));
};

/** Kinks of the integrand itself and of functions that it applies to the variable of integration. */
const kinksIn = (expression: Expression, aliases: readonly Binding[], seen: Set<Definition>): readonly Kink[] => {
  if (["integral", "series", "derivative"].includes(expression.kind)) return [];
  const own = differencesIn(expression)
    .filter((difference) => aliases.some((alias) => dependsOn(difference, alias)))
    .map((difference) => ({ difference, aliases }));
  const inner = partsOf(expression).flatMap((part) => kinksIn(part, aliases, seen));
  if (expression.kind !== "call") return [...own, ...inner];
  const { values, of } = expression;
  const carried = of.parameters.filter((_, k) => isVariable(values[k] as Expression, aliases));
  if (carried.length < of.parameters.length || seen.has(of)) return [...own, ...inner];
  seen.add(of);
  return [...own, ...inner, ...kinksIn(of.body(), [...aliases, ...carried], seen)];
};

/** Where an affine difference vanishes, if it is affine: the root of the line through its values at 0 and 1. */
const compileRoot = <T>({ difference, aliases }: Kink, compiler: Compiler<T>): ((frame: Frame<T>) => T | undefined) => {
  const { subtract, divide, constant, value } = compiler.arithmetic;
  const evaluate = compiler.compile(difference);
  const slots = aliases.map(compiler.slotOf);
  return (frame) => {
    const at = (x: number): T => withSlots(frame, slots, slots.map(() => constant(x)), () => evaluate(frame));
    const [low, high, far] = [at(0), at(1), at(2)];
    const slope = subtract(high, low);
    const isAffine = Math.abs(value(far) - value(high) - value(slope)) <= 1e-12 * (Math.abs(value(far)) + Math.abs(value(low)));
    return isAffine && value(slope) !== 0 ? divide(subtract(constant(0), low), slope) : undefined;
  };
};

const splitAt = <T>(points: readonly T[], { from, to }: Interval<T>, value: (a: T) => number): readonly Interval<T>[] => {
  const inside = points.filter((point) => value(point) > value(from) && value(point) < value(to));
  const sorted = inside.toSorted((a, b) => value(a) - value(b)).filter((point, k, all) => k === 0 || value(point) !== value(all[k - 1] as T));
  const ends = [from, ...sorted, to];
  return ends.slice(1).map((end, k) => ({ from: ends[k] as T, to: end }));
};

/** A definite integral, also improper, split where the integrand has affine kinks or jumps. */
export const compileIntegral = <T>(integral: Integral, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic, budget, compile } = compiler;
  const { value, add, constant, subtract } = arithmetic;
  const [lower, upper, body] = [compile(integral.from), compile(integral.to), compile(integral.body)];
  const slot = compiler.slotOf(integral.variable);
  const roots = kinksIn(integral.body, [integral.variable], new Set()).map((kink) => compileRoot(kink, compiler));
  const integrate = (interval: Interval<T>, frame: Frame<T>): T => {
    const integrand = (x: T): T => {
      budget.spend(1);
      return withSlots(frame, [slot], [x], () => body(frame));
    };
    const points = roots.map((root) => root(frame)).filter((point) => point !== undefined);
    const parts = splitAt(points, interval, value).map((part) => integrateSmooth(integrand, part, arithmetic));
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
