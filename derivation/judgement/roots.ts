import type { Bounded } from "../evaluation/bounded.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Interval } from "./point.ts";

/** Where a function vanishes, and how far from the true place that may be. */
export interface Root {
  readonly at: number;
  readonly error: number;
}

type Function = (x: number) => Bounded;

const GRID = 240;
const BISECTIONS = 200;
const LARGEST_RESIDUAL = 1e-6;

/** Places to look at: dense in a finite interval, towards infinite ends ever wider apart. */
const gridOn = ({ from, to }: Interval): readonly number[] =>
  Array.from({ length: GRID }, (_, k) => {
    const share = (k + 0.5) / GRID;
    if (Number.isFinite(from) && Number.isFinite(to)) return from + (to - from) * share;
    const reach = share / (1 - share);
    if (Number.isFinite(from)) return from + reach;
    return Number.isFinite(to) ? to - reach : Math.tan(Math.PI * (share - 0.5));
  });

const valueAt = (f: Function, x: number): number => {
  const value = refusable(() => f(x));
  return value instanceof Refusal ? Number.NaN : value.value;
};

const bisect = (f: Function, from: number, to: number): number => {
  let [low, high] = [from, to];
  const isRising = valueAt(f, low) < 0;
  for (let k = 0; k < BISECTIONS; k += 1) {
    const middle = (low + high) / 2;
    if (middle <= Math.min(low, high) || middle >= Math.max(low, high)) break;
    if (valueAt(f, middle) < 0 === isRising) low = middle;
    else high = middle;
  }
  return Math.abs(valueAt(f, low)) < Math.abs(valueAt(f, high)) ? low : high;
};

/** The root between two places where the signs differ; undefined at a pole. */
const rootBetween = (f: Function, low: number, high: number): Root | undefined => {
  const at = bisect(f, low, high);
  const { value, error } = f(at);
  const size = Math.abs(valueAt(f, low)) + Math.abs(valueAt(f, high));
  if (!(Math.abs(value) <= LARGEST_RESIDUAL * size)) return undefined;
  const step = Math.max(1e-6 * Math.abs(at), 1e-9);
  const slope = (valueAt(f, at + step) - valueAt(f, at - step)) / (2 * step);
  const spread = (Math.abs(value) + 4 * error) / Math.abs(slope);
  return { at, error: 4 * Number.EPSILON * Math.abs(at) + (Number.isFinite(spread) ? spread : step) };
};

/** The places in an interval where a continuous function changes its sign. */
export const rootsOf = (f: Function, interval: Interval): readonly Root[] => {
  const grid = gridOn(interval);
  const values = grid.map((x) => valueAt(f, x));
  return grid.flatMap((x, k): readonly Root[] => {
    const [value, next] = [values[k] ?? Number.NaN, values[k + 1] ?? Number.NaN];
    if (value === 0) return [{ at: x, error: 4 * Number.EPSILON * Math.abs(x) }];
    if (!(value * next < 0)) return [];
    const root = rootBetween(f, x, grid[k + 1] ?? x);
    return root ? [root] : [];
  });
};
