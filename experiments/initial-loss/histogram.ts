import type { Reading } from "./reading.ts";

/** A stretch of the axis of logits and how many tokens have theirs in it. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The logits at one position: all tokens but the one just read in bins, and what stands out by itself. */
export interface Histogram {
  readonly domain: readonly [left: number, right: number];
  readonly bins: readonly Bin[];
  readonly own: number;
  readonly target: number;
  readonly logSum: number;
  readonly spread: number;
}

/** How many bins the domain is cut into. */
const count = 80;
/** Where the axis ends, in each decade: it rests while a value grows, then takes the next. */
const mantissas = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.4, 8, 10];

/**
 * The histogram of a reading, on an axis that has room for `farthest`, the logit that the token just read has where
 * the head is tied: the axis stays as it is when the head is untied.
 */
export function histogramOf(reading: Reading, farthest: number): Histogram {
  const { others, own, target, logSum, spread } = reading;
  const lowest = others.reduce((a, b) => Math.min(a, b), Math.min(own, -0.1));
  const largest = others.reduce((a, b) => Math.max(a, b), Math.max(own, logSum, farthest, 8));
  const right = roundUp(1.04 * largest);
  const domain = [-Math.max(roundUp(-1.04 * lowest), 0.12 * right), right] as const;
  return { domain, bins: binsOver(domain, others), own, target, logSum, spread };
}

function binsOver([left, right]: readonly [number, number], values: Float64Array): readonly Bin[] {
  const width = (right - left) / count;
  const counts = new Uint32Array(count);
  for (const value of values) {
    const index = Math.min(count - 1, Math.floor((value - left) / width));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return Array.from(counts, (held, k) => ({
    from: left + k * width,
    to: left + (k + 1) * width,
    count: held,
  })).filter((bin) => bin.count > 0);
}

function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * (mantissas.find((mantissa) => mantissa * decade >= value) ?? 10);
}
