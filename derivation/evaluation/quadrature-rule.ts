import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Node, Shape } from "./quadrature-nodes.ts";
import { nodesAt, stepAt } from "./quadrature-nodes.ts";

export type Integrand<T> = (x: T) => T;

const FIRST_JUDGED_LEVEL = 3;
const LAST_LEVEL = 7;
const GOAL = 1e-13;
/** Worse than this and the integral counts as not convergent; better, the difference counts as error. */
export const ACCEPTABLE = 1e-8;
/** An integrand whose outermost terms are larger than this share does not fade towards its ends. */
const LARGEST_CUT = 1e-7;

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

/** Which ends are infinite. */
export const shapeOf = (from: number, to: number): Shape => {
  if (Number.isFinite(from) && Number.isFinite(to)) return "finite";
  return Number.isFinite(from) || Number.isFinite(to) ? "half-line" : "line";
};

/** The abscissa of a node and the factor that its weight takes on the interval. */
export const place = <T>(
  node: Node,
  { from, to }: Interval<T>,
  a: Arithmetic<T>,
): readonly [x: T, factor: T] => {
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
  /** The larger of the outermost terms of the last level: how much the rule may have cut off. */
  edge: number;
  infinities: number;
}

/** Rounding has taken the abscissa to the end, where the integrand may be singular or jump; its weight is negligible. */
export const isAtEnd = <T>(x: T, { from, to }: Interval<T>, a: Arithmetic<T>): boolean => {
  const isEnd = (end: T): boolean =>
    a.value(x) === a.value(end) && !(Math.abs(a.value(a.subtract(x, end))) > 0);
  return isEnd(from) || isEnd(to);
};

/** Adds a node's term to the tally; its size, or undefined if it has none. */
const addNode = <T>(
  node: Node,
  tally: Tally<T>,
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): number | undefined => {
  const [x, factor] = place(node, interval, a);
  if (isAtEnd(x, interval, a)) return undefined;
  const y = f(x);
  const value = a.value(y);
  if (Number.isNaN(value)) throw new Refusal(`the integrand is undefined at ${a.value(x).toPrecision(4)}`);
  if (!Number.isFinite(value)) {
    if (Math.abs(tally.infinities + Math.sign(value)) <= Math.abs(tally.infinities))
      throw new Refusal("the integral is of the form ∞ − ∞");
    tally.infinities += Math.sign(value);
    return undefined;
  }
  const term = a.multiply(a.multiply(a.constant(node.weight), factor), y);
  tally.sum = a.add(tally.sum, term);
  tally.magnitude += a.size(term);
  return a.size(term);
};

const addLevel = <T>(
  nodes: readonly Node[],
  tally: Tally<T>,
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): void => {
  const sizes = nodes
    .map((node) => addNode(node, tally, f, interval, a))
    .filter((size) => size !== undefined);
  tally.edge = Math.max(sizes[0] ?? 0, sizes.at(-1) ?? 0);
};

const judge = <T>(
  tally: Tally<T>,
  h: number,
  before: T,
  a: Arithmetic<T>,
  isLast: boolean,
): Found<T> | undefined => {
  const value = a.multiply(a.constant(h), tally.sum);
  const magnitude = h * tally.magnitude;
  const difference = a.size(a.subtract(value, before));
  if (Math.abs(tally.infinities) > 8) return { kind: "infinite", sign: Math.sign(tally.infinities) };
  if (tally.infinities !== 0 || !(tally.edge * h <= LARGEST_CUT * magnitude))
    return isLast ? { kind: "divergent" } : undefined;
  const error = difference + 10 * tally.edge + 1e-15 * magnitude;
  if (difference <= GOAL * magnitude || (isLast && error <= ACCEPTABLE * magnitude))
    return { kind: "value", value, error, magnitude };
  return isLast ? { kind: "divergent" } : undefined;
};

/** One double-exponential rule over one interval, refined until two levels agree. */
export const applyRule = <T>(f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): Found<T> => {
  const shape = shapeOf(a.value(interval.from), a.value(interval.to));
  const tally: Tally<T> = { sum: a.constant(0), magnitude: 0, edge: 0, infinities: 0 };
  let before = a.constant(0);
  for (let level = 0; level <= LAST_LEVEL; level += 1) {
    const nodes = nodesAt(shape, level);
    addLevel(nodes, tally, f, interval, a);
    const h = stepAt(level);
    const found = level < FIRST_JUDGED_LEVEL ? undefined : judge(tally, h, before, a, level === LAST_LEVEL);
    if (found) return found;
    before = a.multiply(a.constant(h), tally.sum);
  }
  return { kind: "divergent" };
};
