import type { Arithmetic } from "./arithmetic.ts";
import type { Node, Shape } from "./quadrature-nodes.ts";
import { nodesAt, stepAt } from "./quadrature-nodes.ts";
import { Refusal } from "./refusal.ts";

export type Integrand<T> = (x: T) => T;

const FIRST_JUDGED_LEVEL = 3;
const LAST_LEVEL = 7;
const GOAL = 1e-13;
/** Worse than this and the integral counts as not convergent; better, the difference counts as error. */
const ACCEPTABLE = 1e-8;

/** An interval with its ends; infinite ends have infinite values. */
export interface Interval<T> {
  readonly from: T;
  readonly to: T;
}

/** What one rule found: the integral with its error bound, or no convergence, or infinitely many infinite values. */
type Found<T> =
  | { readonly kind: "value"; readonly value: T; readonly error: number; readonly magnitude: number }
  | { readonly kind: "infinite"; readonly sign: number }
  | { readonly kind: "divergent" };

const shapeOf = (from: number, to: number): Shape => {
  if (Number.isFinite(from) && Number.isFinite(to)) return "finite";
  return Number.isFinite(from) || Number.isFinite(to) ? "half-line" : "line";
};

/** The abscissa of a node and the factor that its weight takes on the interval. */
const place = <T>(node: Node, { from, to }: Interval<T>, a: Arithmetic<T>): readonly [x: T, factor: T] => {
  const at = a.constant(node.at);
  const [isLeft, isRight] = [Number.isFinite(a.value(from)), Number.isFinite(a.value(to))];
  if (isLeft && isRight) {
    const width = a.subtract(to, from);
    const reach = a.multiply(width, at);
    return [node.isFromRight ? a.subtract(to, reach) : a.add(from, reach), width];
  }
  const one = a.constant(1);
  if (isLeft) return [a.add(from, at), one];
  return isRight ? [a.subtract(to, at), one] : [at, one];
};

/** A running trapezoidal sum over the nodes of one rule. */
interface Tally<T> {
  sum: T;
  magnitude: number;
  edge: number;
  infinities: number;
}

const isAtEnd = <T>(x: T, { from, to }: Interval<T>, a: Arithmetic<T>): boolean =>
  a.value(x) === a.value(from) || a.value(x) === a.value(to);

const addNode = <T>(node: Node, isEdge: boolean, tally: Tally<T>, f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): void => {
  const [x, factor] = place(node, interval, a);
  const y = f(x);
  const value = a.value(y);
  if (!Number.isFinite(a.size(y)) && isAtEnd(x, interval, a)) return;
  if (Number.isNaN(value)) throw new Refusal(`the integrand is undefined at ${a.value(x).toPrecision(4)}`);
  if (!Number.isFinite(value)) {
    if (Math.abs(tally.infinities + Math.sign(value)) <= Math.abs(tally.infinities)) throw new Refusal("the integral is of the form ∞ − ∞");
    tally.infinities += Math.sign(value);
    return;
  }
  const term = a.multiply(a.multiply(a.constant(node.weight), factor), y);
  tally.sum = a.add(tally.sum, term);
  tally.magnitude += a.size(term);
  if (isEdge) tally.edge = Math.max(tally.edge, a.size(term));
};

const judge = <T>(tally: Tally<T>, h: number, before: T, a: Arithmetic<T>, isLast: boolean): Found<T> | undefined => {
  const value = a.multiply(a.constant(h), tally.sum);
  const magnitude = h * tally.magnitude;
  const difference = a.size(a.subtract(value, before));
  if (Math.abs(tally.infinities) > 8) return { kind: "infinite", sign: Math.sign(tally.infinities) };
  if (tally.infinities !== 0 || !(tally.edge * h <= 1e-9 * magnitude)) return isLast ? { kind: "divergent" } : undefined;
  const error = difference + tally.edge * h + 1e-15 * magnitude;
  if (difference <= GOAL * magnitude || (isLast && error <= ACCEPTABLE * magnitude)) return { kind: "value", value, error, magnitude };
  return isLast ? { kind: "divergent" } : undefined;
};

/** One double-exponential rule over one interval, refined until two levels agree. */
export const applyRule = <T>(f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): Found<T> => {
  const shape = shapeOf(a.value(interval.from), a.value(interval.to));
  const tally: Tally<T> = { sum: a.constant(0), magnitude: 0, edge: 0, infinities: 0 };
  let before = a.constant(0);
  for (let level = 0; level <= LAST_LEVEL; level += 1) {
    const nodes = nodesAt(shape, level);
    for (const [k, node] of nodes.entries()) addNode(node, k === 0 || k === nodes.length - 1, tally, f, interval, a);
    const h = stepAt(level);
    const found = level < FIRST_JUDGED_LEVEL ? undefined : judge(tally, h, before, a, level === LAST_LEVEL);
    if (found) return found;
    before = a.multiply(a.constant(h), tally.sum);
  }
  return { kind: "divergent" };
};

/** A point inside, at no special place. */
const splitPoint = (from: number, to: number): number => {
  if (Number.isFinite(from) && Number.isFinite(to)) return from + (to - from) * 0.381966;
  if (Number.isFinite(from)) return from + 1.381966;
  return Number.isFinite(to) ? to - 1.381966 : 0.381966;
};

/**
 * The integral over one interval, or its infinite value (plain, as ±∞). Two different partitions must agree.
 * Raises a Refusal if it does not converge.
 */
export const integrateSmooth = <T>(f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): T => {
  const whole = applyRule(f, interval, a);
  if (whole.kind === "infinite") return a.constant(whole.sign * Number.POSITIVE_INFINITY);
  if (whole.kind === "divergent") return divergent(f, interval, a);
  const middle = a.constant(splitPoint(a.value(interval.from), a.value(interval.to)));
  const halves = [applyRule(f, { ...interval, to: middle }, a), applyRule(f, { ...interval, from: middle }, a)];
  const [left, right] = halves;
  if (left?.kind !== "value" || right?.kind !== "value") throw new Refusal("the integral does not converge");
  const gap = a.size(a.subtract(whole.value, a.add(left.value, right.value)));
  if (gap > 10 * ACCEPTABLE * whole.magnitude) throw new Refusal("the integral does not converge: two partitions disagree");
  return a.widen(whole.value, gap + whole.error);
};

/** ±∞ where the integrand grows at an end at least like 1/x, with one sign; otherwise a Refusal. */
const divergent = <T>(f: Integrand<T>, { from, to }: Interval<T>, a: Arithmetic<T>): T => {
  const [left, right] = [a.value(from), a.value(to)];
  const valueAt = (x: number): number => a.value(f(a.constant(x)));
  const middle = splitPoint(left, right);
  const towards = (end: number): readonly number[] =>
    [3, 4, 5, 6, 7, 8].map((n) => (Number.isFinite(end) ? end + (middle - end) * 10 ** -n : Math.sign(end) * 10 ** n));
  const signs = [left, right].map((end) => signOfDivergence(valueAt, towards(end), end));
  const [first = 0, last = 0] = signs;
  const others = [left, right].filter((_, k) => signs[k] === 0).map((end) => [Math.min(end, middle), Math.max(end, middle)]);
  const isRestFinite = others.every(([x = 0, y = 0]) => applyRule(f, { from: a.constant(x), to: a.constant(y) }, a).kind === "value");
  if (first * last < 0 || (first === 0 && last === 0) || !isRestFinite) throw new Refusal("the integral does not converge");
  return a.constant((first || last) * Number.POSITIVE_INFINITY);
};

/** The sign of f if |f|·distance never falls on the way to the end, and f keeps its sign; else 0. */
const signOfDivergence = (f: (x: number) => number, points: readonly number[], end: number): number => {
  const masses = points.map((x) => f(x) * (Number.isFinite(end) ? Math.abs(x - end) : Math.abs(x)));
  const sign = Math.sign(masses[0] ?? 0);
  const grows = masses.every((mass, k) => k === 0 || mass * sign >= (masses[k - 1] ?? 0) * sign * (1 - 1e-6));
  return sign !== 0 && grows && masses.every((mass) => Math.sign(mass) === sign) ? sign : 0;
};
