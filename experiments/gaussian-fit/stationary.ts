import { reverseDivergence } from "./divergence.ts";
import type { Gaussian, Mixture } from "./mixture.ts";
import { reverseSlopes } from "./reverse-slopes.ts";
import { findRoot } from "./root.ts";
import { settle, type ValleyPoint, valleysOf } from "./valleys.ts";

/** A Gaussian at which D(Q‖P) is stationary. */
export interface Stationary extends Gaussian {
  /** D(Q‖P), in nats. */
  readonly divergence: number;
  readonly isMinimum: boolean;
}

/** All stationary points of D(Q‖P) over Gaussians Q, lowest first: minima and saddles; there are no maxima. */
export function stationaryPoints(mixture: Mixture): readonly Stationary[] {
  const found: Stationary[] = [];
  for (const valley of valleysOf(mixture)) {
    for (const point of levelPoints(mixture, valley)) {
      const isKnown = found.some((other) => distance(other, point) < 1e-6);
      if (!isKnown) found.push(classify(mixture, point));
    }
  }
  return found.sort((a, b) => a.divergence - b.divergence || a.mean - b.mean);
}

/** Of some Gaussians the one nearest to Q; of equally near ones the first. Throws a RangeError where there is none. */
export function nearestTo<T extends Gaussian>(q: Gaussian, points: readonly T[]): T {
  const [first, ...others] = points;
  if (first === undefined) throw new RangeError("there is no point to be near to");
  return others.reduce((best, next) => (distance(q, next) < distance(q, best) ? next : best), first);
}

function distance(a: Gaussian, b: Gaussian): number {
  return Math.hypot(a.mean - b.mean, a.deviation - b.deviation) / b.deviation;
}

/** Below this share of σ a mean is what rounding leaves of 0, and differs from machine to machine. */
const rounding = 1e-13;

function classify(mixture: Mixture, found: Gaussian): Stationary {
  const isCentred = Math.abs(found.mean) < rounding * found.deviation;
  const point = isCentred ? { ...found, mean: 0 } : found;
  const { meanMean, meanScale, scaleScale } = reverseSlopes(mixture, point);
  const isMinimum = meanMean * scaleScale > meanScale ** 2;
  return { ...point, isMinimum, divergence: reverseDivergence(mixture)(point) };
}

/** Where a valley's floor is level: ∂D/∂λ changes its sign along it, between points or in a dip between them. */
function levelPoints(mixture: Mixture, valley: readonly ValleyPoint[]): Gaussian[] {
  return valley.flatMap((low, k) => {
    const high = valley[k + 1];
    if (high === undefined) return [];
    return low.scale * high.scale <= 0 ? refine(mixture, low, high) : inDip(mixture, low, high);
  });
}

/** The stationary point between two points of a valley: by Newton's iteration, by bisection where that strays. */
function refine(mixture: Mixture, low: ValleyPoint, high: ValleyPoint): Gaussian[] {
  const share = low.scale / (low.scale - high.scale);
  const between = (a: number, b: number): number => a + share * (b - a);
  let [place, level] = [between(low.place, high.place), between(low.level, high.level)];
  for (let step = 0; step < 8; step++) {
    const q = { mean: place, deviation: Math.exp(level) };
    const { mean, scale, meanMean, meanScale, scaleScale } = reverseSlopes(mixture, q);
    const determinant = meanMean * scaleScale - meanScale ** 2;
    const along = (scaleScale * mean - meanScale * scale) / determinant;
    const up = (meanMean * scale - meanScale * mean) / determinant;
    [place, level] = [place - along, level - up];
    if (!(level > low.level - 1e-9 && level < high.level + 1e-9)) break;
    if (Math.hypot(along / q.deviation, up) < 1e-12) return [{ mean: place, deviation: Math.exp(level) }];
  }
  return bisect(mixture, low, high);
}

function bisect(mixture: Mixture, low: ValleyPoint, high: ValleyPoint): Gaussian[] {
  const slope = (level: number): number => floorAt(mixture, low, high, level)?.scale ?? Number.NaN;
  if (!(slope(low.level) * slope(high.level) <= 0)) return [];
  const level = findRoot(slope, low.level, high.level);
  const mean = floorAt(mixture, low, high, level)?.place;
  return mean === undefined ? [] : [{ mean, deviation: Math.exp(level) }];
}

/** The valley's point at a level between two of its points, sought from the line that joins them: it leans. */
function floorAt(mixture: Mixture, low: ValleyPoint, high: ValleyPoint, level: number) {
  const share = (level - low.level) / (high.level - low.level);
  return settle(mixture, low.place + share * (high.place - low.place), level);
}

/** The pair of stationary points in a dip of ∂D/∂λ between two points, if it reaches below zero. */
function inDip(mixture: Mixture, low: ValleyPoint, high: ValleyPoint): Gaussian[] {
  const sign = Math.sign(low.scale);
  const [fall, rise] = [sign * steepness(low), sign * steepness(high)];
  if (!(fall < 0 && rise > 0)) return [];
  // where the tangents meet says how deep it is; a clear distance from zero needs no closer look
  const [a, b] = [sign * low.scale, sign * high.scale];
  const run = (b - a - rise * (high.level - low.level)) / (fall - rise);
  if (a + fall * run > 0.1) return [];
  const floor = (level: number): ValleyPoint | undefined => floorAt(mixture, low, high, level);
  const bottom = floor(findRoot((level) => steepness(floor(level)), low.level, high.level));
  if (bottom === undefined || !(sign * bottom.scale < 0)) return [];
  return [...bisect(mixture, low, bottom), ...bisect(mixture, bottom, high)];
}

/** How ∂D/∂λ changes along a valley, which leans: D_λλ − D_μλ²/D_μμ. */
function steepness(point: ValleyPoint | undefined): number {
  return point === undefined ? Number.NaN : point.scaleScale - point.meanScale ** 2 / point.meanMean;
}
