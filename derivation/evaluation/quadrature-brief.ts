import type { Arithmetic } from "./arithmetic.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import type { Node, Shape } from "./quadrature-nodes.ts";
import type { Integrand, Interval } from "./quadrature-rule.ts";
import { isAtEnd, place, shapeOf } from "./quadrature-rule.ts";

/** An integral that two rules with different places agree on. */
export interface Agreed<T> {
  readonly value: T;
  readonly error: number;
}

/** A share of the integral of |f| by which the rules may differ. */
const AGREEMENT = 2e-14;
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

const SPLIT = 0.381966;

/** A Gauss rule on either side of a place that is nowhere special. */
const inTwoParts = (n: number): readonly Node[] => [
  ...gaussLegendre(n).map(({ at, isFromRight, weight }) => ({
    at: SPLIT * (isFromRight ? 1 - at : at),
    isFromRight: false,
    weight: SPLIT * weight,
  })),
  ...gaussLegendre(n).map(({ at, isFromRight, weight }) => ({
    at: (1 - SPLIT) * (isFromRight ? at : 1 - at),
    isFromRight: true,
    weight: (1 - SPLIT) * weight,
  })),
];

const GAUSS = [
  [gaussLegendre(10), inTwoParts(8)],
  [gaussLegendre(20), inTwoParts(16)],
  [gaussLegendre(40), inTwoParts(33)],
] as const;

/** A map of the line to the interval, under which smooth integrands with light tails fade double exponentially. */
type Bend = (s: number) => { readonly at: number; readonly weight: number };

const STEP = 1 / 8;
const COARSE = 4;

const along = (bend: Bend, from: number, to: number, step: number): readonly Node[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, k) => {
    const { at, weight } = bend(from + k * step);
    return { at, weight: weight * step, isFromRight: false };
  });

/** x = c + w·sinh s, about two centres; x = w·exp(s − e^(−s)). Source: Mori & Sugihara (2001), §4. */
const BENDS: Readonly<Record<Exclude<Shape, "finite">, readonly [from: number, to: number, bend: Bend][]>> = {
  line: [
    [-7, 7, (s) => ({ at: Math.sinh(s), weight: Math.cosh(s) })],
    [-7, 7, (s) => ({ at: 0.2 + 1.1 * Math.sinh(s), weight: 1.1 * Math.cosh(s) })],
  ],
  "half-line": [1, 1.3].map((w) => [
    -4,
    7,
    (s) => {
      const at = w * Math.exp(s - Math.exp(-s));
      return { at, weight: at * (1 + Math.exp(-s)) };
    },
  ]),
};

const LEVELS = [STEP, STEP / 2].map((step) => ({
  coarse: Math.round((COARSE * STEP) / step),
  line: BENDS.line.map(([from, to, bend]) => along(bend, from, to, step)),
  "half-line": BENDS["half-line"].map(([from, to, bend]) => along(bend, from, to, step)),
}));

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
  for (const level of LEVELS) {
    const [first, second] = level[shape].map((nodes) => sumActive(nodes, level.coarse, f, interval, a));
    if (!first || !second) return undefined;
    if (second.magnitude === 0 && level !== LEVELS.at(-1)) continue;
    const found = agreed(first, second, a);
    if (found) return found;
  }
  return undefined;
};
