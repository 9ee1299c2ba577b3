import type { Arithmetic } from "./arithmetic.ts";
import { GAUSS, LEVELS } from "./brief-rules.ts";
import type { Node } from "./quadrature-nodes.ts";
import type { Integrand, Interval } from "./quadrature-rule.ts";
import { isAtEnd, place, shapeOf } from "./quadrature-rule.ts";

/** An integral that two rules with different places agree on. */
export interface Agreed<T> {
  readonly value: T;
  readonly error: number;
}

/** A share of the integral of |f| by which the rules may differ. */
const AGREEMENT = 1e-12;
/** A share by which the integrals of |f| may differ: at a pole they go on growing, though symmetry may hide it. */
const ALIKE = 0.02;
/** Terms of less than this share of the largest count for nothing. */
const FADED = 1e-19;

interface Sum<T> {
  readonly value: T;
  readonly magnitude: number;
}

/** A node's term, or undefined where rounding takes the place to an end of the interval. */
const termAt = <T>(node: Node, f: Integrand<T>, interval: Interval<T>, a: Arithmetic<T>): T | undefined => {
  const [x, factor] = place(node, interval, a);
  return isAtEnd(x, interval, a) ? undefined : a.multiply(a.multiply(a.constant(node.weight), factor), f(x));
};

const sumOver = <T>(
  nodes: readonly Node[],
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): Sum<T> => {
  let [value, magnitude] = [a.constant(0), 0];
  for (const node of nodes) {
    const term = termAt(node, f, interval, a);
    if (term === undefined) continue;
    value = a.add(value, term);
    magnitude += a.size(term);
  }
  return { value, magnitude };
};

const agreed = <T>(first: Sum<T>, second: Sum<T>, a: Arithmetic<T>): Agreed<T> | undefined => {
  const gap = a.size(a.subtract(first.value, second.value));
  const isAlike = Math.abs(first.magnitude - second.magnitude) <= ALIKE * second.magnitude;
  return isAlike && gap <= AGREEMENT * second.magnitude
    ? { value: second.value, error: gap + 1e-15 * second.magnitude }
    : undefined;
};

/** The nodes among which the integrand has not faded, by a look at every few of them; undefined if it never does. */
const activeIn = (sizes: readonly number[], coarse: number): readonly [number, number] | undefined => {
  const least = FADED * Math.max(...sizes);
  const first = sizes.findIndex((size) => size > least);
  const last = sizes.findLastIndex((size) => size > least);
  const isOpen = last === sizes.length - 1 || first === 0;
  return first < 0 || isOpen ? undefined : [(first - 1) * coarse, (last + 1) * coarse];
};

const sumActive = <T>(
  nodes: readonly Node[],
  coarse: number,
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): Sum<T> | undefined => {
  const terms = nodes.map((node, k) => (k % coarse === 0 ? termAt(node, f, interval, a) : undefined));
  const sizes = terms.flatMap((term, k) => (k % coarse === 0 ? [term === undefined ? 0 : a.size(term)] : []));
  const active = activeIn(sizes, coarse);
  if (!active) return sizes.every((size) => size === 0) ? sumOver(nodes, f, interval, a) : undefined;
  let [value, magnitude] = [a.constant(0), 0];
  for (let k = active[0]; k <= active[1]; k += 1) {
    const node = nodes[k];
    const term = terms[k] ?? (node && k % coarse !== 0 ? termAt(node, f, interval, a) : undefined);
    if (term === undefined) continue;
    value = a.add(value, term);
    magnitude += a.size(term);
  }
  return { value, magnitude };
};

/**
 * The integral of a smooth function that fades fast towards infinite ends, from few places; undefined where two rules
 * do not agree to nearly all digits.
 */
export const integrateBriefly = <T>(
  f: Integrand<T>,
  interval: Interval<T>,
  a: Arithmetic<T>,
): Agreed<T> | undefined => {
  const shape = shapeOf(a.value(interval.from), a.value(interval.to));
  if (shape === "finite") {
    for (const [level, [few, more]] of GAUSS.entries()) {
      const [first, second] = [sumOver(few, f, interval, a), sumOver(more, f, interval, a)];
      const isVoid = second.magnitude === 0 && level < GAUSS.length - 1;
      const found = isVoid ? undefined : agreed(first, second, a);
      if (found) return found;
    }
    return undefined;
  }
  for (const [k, level] of LEVELS.entries()) {
    const [first, second] = level[shape].map((nodes) => sumActive(nodes, level.coarse, f, interval, a));
    if (!first || !second) return undefined;
    if (second.magnitude === 0 && k === 0) continue;
    const found = agreed(first, second, a);
    if (found) return found;
  }
  return undefined;
};
