import type { Interval } from "./point.ts";
import type { Random } from "./random.ts";

/** Small readable values, none of them special (0, 1, equal ones), to be tried before random ones. */
const READABLE = [
  2, 0.5, 3, -2, 1.5, -0.5, 0.25, 0.75, 4, 5, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.9, -1.5, -3, 6, 7, 8,
];

const contains = ({ from, to }: Interval, value: number): boolean => value > from && value < to;

/** Readable values inside the domain, or its thirds where there are none. */
export const readableIn = (domain: Interval): readonly number[] => {
  if (domain.kind === "integer") {
    const inside = [2, 3, 4, 5].filter((n) => n >= domain.from && n <= domain.to);
    return inside.length > 0 ? inside : [domain.from, domain.to].filter(Number.isFinite);
  }
  const inside = READABLE.filter((value) => contains(domain, value));
  if (inside.length > 0 || !Number.isFinite(domain.from) || !Number.isFinite(domain.to)) return inside;
  const width = domain.to - domain.from;
  return [0.25, 0.5, 0.75].map((share) => domain.from + share * width);
};

/** A random value in the domain; infinite ends are sampled at magnitudes of a few units. */
export const sampleIn = (domain: Interval, random: Random): number => {
  const { kind, from, to } = domain;
  const [isLeft, isRight] = [Number.isFinite(from), Number.isFinite(to)];
  if (kind === "integer") {
    const low = isLeft ? from : isRight ? to - 8 : -4;
    const high = isRight ? Math.min(to, low + 50) : low + 8;
    return low + Math.floor(random() * (high - low + 1));
  }
  if (isLeft && isRight) return from + (to - from) * (0.001 + 0.998 * random());
  const step = Math.exp(4 * random() - 2.5);
  if (isLeft) return from + step;
  return isRight ? to - step : 8 * random() - 4;
};
