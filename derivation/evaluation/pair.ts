import type { Arithmetic, Rule } from "./arithmetic.ts";
import { plain, realPower } from "./arithmetic.ts";

/** An unevaluated sum of two doubles: next to 1 it still tells 1 − 10^(−60) from 1. */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

/** Source: Knuth, The Art of Computer Programming 2, §4.2.2, theorem B. */
const twoSum = (a: number, b: number): Pair => {
  const high = a + b;
  if (!Number.isFinite(high)) return { high, low: 0 };
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
};

const SPLITTER = 2 ** 27 + 1;
const upperHalf = (a: number): number => SPLITTER * a - (SPLITTER * a - a);

/** Source: Dekker, Numerische Mathematik 18 (1971), 224. */
const twoProduct = (a: number, b: number): Pair => {
  const high = a * b;
  const [x, y] = [upperHalf(a), upperHalf(b)];
  const low = (a - x) * (b - y) - (high - x * y - (a - x) * y - x * (b - y));
  return { high, low: Number.isFinite(low) ? low : 0 };
};

const add = (a: Pair, b: Pair): Pair => {
  const { high, low } = twoSum(a.high, b.high);
  return twoSum(high, low + (a.low + b.low));
};

const negative = ({ high, low }: Pair): Pair => ({ high: -high, low: -low });

const multiply = (a: Pair, b: Pair): Pair => {
  const { high, low } = twoProduct(a.high, b.high);
  return twoSum(high, low + (a.high * b.low + a.low * b.high));
};

const divide = (a: Pair, b: Pair): Pair => {
  const high = plain.divide(a.high, b.high);
  if (!Number.isFinite(high)) return { high, low: 0 };
  const rest = add(a, negative(multiply({ high, low: 0 }, b)));
  return twoSum(high, rest.high / b.high);
};

const HIGHEST = 32;

/** Small whole powers as products, which keep what 1 − x² needs; others to first order in the low part. */
const power = (base: Pair, exponent: Pair): Pair => {
  const p = exponent.high;
  if (exponent.low === 0 && Number.isInteger(p) && p >= 1 && p <= HIGHEST) {
    let product = base;
    for (let k = 1; k < p; k += 1) product = multiply(product, base);
    return product;
  }
  const value = realPower(base.high, p);
  const byBase = base.low === 0 ? 0 : p * realPower(base.high, p - 1) * base.low;
  const byExponent = exponent.low === 0 ? 0 : value * Math.log(base.high) * exponent.low;
  return twoSum(value, byBase + byExponent);
};

const apply = (rule: Rule, a: Pair): Pair => {
  const value = rule.value(a.high);
  const slope = a.low === 0 ? 0 : rule.slope(a.high, value, plain) * a.low;
  return twoSum(value, Number.isNaN(slope) ? 0 : slope);
};

/** Numbers for integrands that are singular at an end of their interval, where a double has no digits left. */
export const pairArithmetic: Arithmetic<Pair> = {
  constant: (value) => ({ high: value, low: 0 }),
  value: (a) => a.high,
  size: (a) => Math.abs(a.high),
  errorOf: () => 0,
  widen: (a) => a,
  add,
  subtract: (a, b) => add(a, negative(b)),
  multiply,
  divide,
  power,
  apply,
};
