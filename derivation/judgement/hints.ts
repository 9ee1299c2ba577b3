import type { Point } from "./point.ts";
import { flatten } from "./point.ts";
import type { Claim, Trial } from "./trial.ts";

/** Seven significant digits, without trailing zeros. */
export const formatNumber = (value: number): string => {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "undefined";
  return String(Number(value.toPrecision(7)));
};

/** `at x = 2, y = 0.5`, or nothing where there is no variable. */
export const describePoint = (point: Point): string => {
  const values = flatten(point).map(([name, value]) => `${name} = ${formatNumber(value)}`);
  return values.length === 0 ? "here" : `at ${values.join(", ")}`;
};

/** The common value, if the numbers agree to nine digits. */
const commonValue = (values: readonly number[]): number | undefined => {
  const [first] = values;
  if (first === undefined || !Number.isFinite(first)) return undefined;
  return values.every((value) => Math.abs(value - first) <= 1e-9 * Math.max(1e-3, Math.abs(first)))
    ? first
    : undefined;
};

/** Beyond these, one side is merely rounding. */
const isPlainFactor = (factor: number): boolean => Math.abs(factor) > 1e-6 && Math.abs(factor) < 1e6;

/** How the sides of a false equation differ, if that is the same everywhere. */
const patternIn = (trials: readonly Trial[]): string | undefined => {
  const factor = commonValue(trials.map(({ left, right }) => right / left));
  if (factor !== undefined && Math.abs(factor + 1) < 1e-9) return "the sides differ by a sign";
  if (factor !== undefined && isPlainFactor(factor) && trials.length > 1)
    return `the right side is ${formatNumber(factor)} times the left side`;
  const constant = commonValue(trials.map(({ left, right }) => right - left));
  return constant !== undefined && trials.length > 1
    ? `the right side is larger by ${formatNumber(constant)}`
    : undefined;
};

const isFinitePair = ({ left, right }: Trial): boolean => Number.isFinite(left) && Number.isFinite(right);

/** What an author should look at, where it is plain. */
export const hintFor = (
  { relation, halfUnit }: Claim,
  trials: readonly Trial[],
  shrunk: Trial,
): string | undefined => {
  if (trials.length > 1 && trials.every(({ isTransposed, finding }) => isTransposed ?? finding === "holds"))
    return "the right side is the left side transposed: exchange its indices";
  const gap = Math.abs(shrunk.left - shrunk.right);
  if (
    relation === "=" &&
    Number.isFinite(halfUnit) &&
    gap <= halfUnit &&
    halfUnit < 0.05 * Math.abs(shrunk.left)
  )
    return "a rounded number: write \\approx";
  if (relation === "\\approx")
    return `to more digits: ${shrunk.left.toPrecision(10)} ≈ ${shrunk.right.toPrecision(10)}`;
  const where = shrunk.entry === undefined ? "" : ` (entry ${shrunk.entry})`;
  const pattern = patternOf(relation, trials);
  return pattern === undefined ? (where === "" ? undefined : `the sides differ${where}`) : pattern + where;
};

const patternOf = (relation: Claim["relation"], trials: readonly Trial[]): string | undefined => {
  return relation === "=" ? patternIn(trials.filter(isFinitePair)) : undefined;
};
