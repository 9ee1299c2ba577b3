import { gaussLegendre } from "./gauss-legendre.ts";
import type { Node, Shape } from "./quadrature-nodes.ts";

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

export const GAUSS = [
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

export const LEVELS = [STEP, STEP / 2, STEP / 4].map((step) => ({
  /** Every so many nodes are looked at first. */
  coarse: Math.round((COARSE * STEP) / step),
  line: BENDS.line.map(([from, to, bend]) => along(bend, from, to, step)),
  "half-line": BENDS["half-line"].map(([from, to, bend]) => along(bend, from, to, step)),
}));
