import type { Mixture } from "./mixture.ts";
import { full, type Precision } from "./quadrature.ts";
import { reverseSlopes, type Slopes } from "./reverse-slopes.ts";

/** A point of a valley: a mean at which D(Q‖P) is least for this deviation. */
export interface ValleyPoint extends Slopes {
  /** log σ. */
  readonly level: number;
  /** μ. */
  readonly place: number;
}

/** Enough to see where a slope changes its sign; what is found is then made exact. */
const rough: Precision = { reach: 6, folds: 14, place: 1e-6 };
/** Levels are at most this far apart in log σ. */
const stride = 0.07;
/** How far beyond the bounds valleys are followed in log σ, so that what lies on a bound lies between two points. */
const margin = 0.01;

/**
 * The valleys of D(Q‖P) for a two-component P: for each deviation the means at which it is least, joined along
 * log σ. Every stationary point lies in one, because ∂²D/∂μ² = 1/σ² > 0 there. Smoothing P with a wider Gaussian
 * never makes a new extremum, so each valley reaches down to the smallest deviation that a stationary point can have.
 */
export function valleysOf(mixture: Mixture): readonly (readonly ValleyPoint[])[] {
  const [lowest, highest] = levelRange(mixture);
  return startsOf(mixture, lowest).map((start) => {
    const first = settle(mixture, start, lowest, rough);
    return first === undefined ? [] : climb(mixture, first, highest);
  });
}

/** The valley from a point upwards, until it ends in a ridge; there the levels come closer and closer. */
function climb(mixture: Mixture, first: ValleyPoint, highest: number): ValleyPoint[] {
  const points = [first];
  let [last, gap] = [first, stride];
  while (last.level < highest && gap > stride / 100) {
    const next = settle(mixture, last.place, Math.min(highest, last.level + gap), rough);
    if (next !== undefined && Math.abs(next.place - last.place) < Math.exp(last.level) / 3) {
      points.push(next);
      last = next;
      gap = Math.min(stride, 2 * gap);
    } else gap /= 2;
  }
  return points;
}

/** The valley's point at a deviation: Newton's iteration in μ; undefined where it leads nowhere. */
export function settle(
  mixture: Mixture,
  from: number,
  level: number,
  precision: Precision = full,
): ValleyPoint | undefined {
  const deviation = Math.exp(level);
  let place = from;
  for (let step = 0; step < 30; step++) {
    const slopes = reverseSlopes(mixture, { mean: place, deviation }, precision);
    if (!(slopes.meanMean > 0)) return undefined;
    const move = slopes.mean / slopes.meanMean;
    if (Math.abs(move) < precision.place * deviation) return { ...slopes, level, place };
    // no farther than a deviation at once: a step from near a ridge would leave the valley
    place -= Math.sign(move) * Math.min(Math.abs(move), deviation);
  }
  return undefined;
}

/** Where the valleys begin: the means at which D(Q‖P) turns from falling to rising at the smallest deviation. */
function startsOf(mixture: Mixture, level: number): number[] {
  const deviation = Math.exp(level);
  const means = mixture.map((part) => part.mean);
  const beyond = 2 * Math.max(...mixture.map((part) => part.deviation));
  const [from, to] = [Math.min(...means) - beyond, Math.max(...means) + beyond];
  const starts: number[] = [];
  let isFalling = true;
  for (let mean = from; mean <= to; mean += deviation / 2) {
    const isRising = reverseSlopes(mixture, { mean, deviation }, rough).mean > 0;
    if (isFalling && isRising) starts.push(mean - deviation / 4);
    isFalling = !isRising;
  }
  return starts;
}

/**
 * Bounds on log σ at a stationary point. Below: 1/σ² = E f″ ≤ 1/s² with the smaller deviation s. Above: with c half
 * way between the means and D between them, (x − c)f′(x) ≥ ((x − c)² − |x − c|D/2)/S² − (D/4s)², S the larger
 * deviation; and E[(x − c)f′(x)] = 1 at a stationary point.
 */
export function levelRange([one, other]: Mixture): readonly [number, number] {
  const smaller = Math.min(one.deviation, other.deviation);
  const larger = Math.max(one.deviation, other.deviation);
  const quarter = Math.abs(one.mean - other.mean) / 4;
  const widest = quarter + Math.hypot(quarter, larger * Math.hypot(1, quarter / smaller));
  return [Math.log(smaller) - margin, Math.log(widest) + margin];
}
