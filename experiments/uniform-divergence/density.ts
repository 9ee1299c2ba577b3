/** A density on the line that is constant from each end to the next, and 0 beyond the outermost two. */
export interface StepDensity {
  /** The density at x, per unit of x; where it jumps, its value to the right. */
  at(x: number): number;
  /** Every x at which the density may jump, in no order. */
  readonly ends: readonly number[];
}

/** The uniform distribution on [left, right]; throws a RangeError unless left < right. */
export function uniform(left: number, right: number): StepDensity {
  if (!(left < right)) throw new RangeError(`a uniform density needs left < right, found ${left}, ${right}`);
  const height = 1 / (right - left);
  return { at: (x) => (x >= left && x < right ? height : 0), ends: [left, right] };
}

/** (1 − ε)·P + ε·Q; throws a RangeError unless ε lies in [0, 1]. */
export function mix(p: StepDensity, q: StepDensity, weight: number): StepDensity {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`a weight lies in [0, 1], found ${weight}`);
  return { at: (x) => (1 - weight) * p.at(x) + weight * q.at(x), ends: [...p.ends, ...q.ends] };
}

/** A stretch of the line, from < to, on which a step density has the value that it has at `from`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches between neighbouring ends, from left to right; none has length 0. */
export function stretchesBetween(ends: readonly number[]): readonly Stretch[] {
  const sorted = [...new Set(ends)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, k) => ({ from: sorted[k] ?? to, to }));
}

/** The larger of the values that the density has left and right of x. */
export function heightBeside({ at, ends }: StepDensity, x: number): number {
  const beside = stretchesBetween([...ends, x]).filter(({ from, to }) => from === x || to === x);
  return Math.max(...beside.map(({ from }) => at(from)));
}
