import type { Arithmetic, Rule } from "./arithmetic.ts";

/** Lanczos coefficients, g = 7, n = 9 (Godfrey 2001): relative error below 1e-14 on the reals. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The gamma function; undefined at 0, −1, −2, … and where it overflows. Source: NIST DLMF 5.5.3 (reflection), Lanczos. */
export const gamma = (x: number): number => {
  if (Number.isInteger(x)) return x > 0 ? factorial(x - 1) : Number.NaN;
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const t = x + 6.5;
  const series = LANCZOS.reduce(
    (sum, coefficient, k) => sum + (k === 0 ? coefficient : coefficient / (x - 1 + k)),
    0,
  );
  const half = t ** ((x - 0.5) / 2);
  const value = Math.sqrt(2 * Math.PI) * half * (half * Math.exp(-t)) * series;
  return Number.isFinite(value) ? value : Number.NaN;
};

/** n! for n = 0, 1, 2, … up to 170; elsewhere undefined. */
export const factorial = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n > 170) return Number.NaN;
  let product = 1;
  for (let k = 2; k <= n; k += 1) product *= k;
  return product;
};

/** The error function, relative error about 1e-15. Source: NIST DLMF 7.6.2 (series), 7.9.3 (continued fraction). */
export const erf = (x: number): number => {
  const size = Math.abs(x);
  if (size < 2.5) return erfSeries(x);
  if (size > 6) return Math.sign(x);
  return Math.sign(x) * (1 - (Math.exp(-x * x) / Math.sqrt(Math.PI)) * (1 / tailFraction(size)));
};

/** 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1)/(2n+1)!!: all terms of one sign, so nothing cancels. */
const erfSeries = (x: number): number => {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
};

/** x + (1/2)/(x + 1/(x + (3/2)/(x + …))), from the far end. */
const tailFraction = (x: number): number => {
  let fraction = x;
  for (let k = 120; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return fraction;
};

/** Coefficients of x^(−2k) in ψ(x) − log x + 1/(2x). Source: NIST DLMF 5.11.2. */
const DIGAMMA = [-1 / 12, 1 / 120, -1 / 252, 1 / 240, -1 / 132, 691 / 32760];

/** Coefficients of x^(1−2k) in log Γ(x) − (x − ½) log x + x − ½ log 2π. Source: NIST DLMF 5.11.1. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/** From here on the series above is right to all digits. */
export const LARGE_FOR_GAMMA = 20;

/** log Γ(x) for large x, in any arithmetic. */
export const logGamma = <T>(x: T, a: Arithmetic<T>, log: Rule): T => {
  const inverse = a.divide(a.constant(1), x);
  const square = a.multiply(inverse, inverse);
  const series = STIRLING.reduceRight(
    (rest, c) => a.add(a.constant(c), a.multiply(square, rest)),
    a.constant(0),
  );
  const main = a.subtract(a.multiply(a.subtract(x, a.constant(0.5)), a.apply(log, x)), x);
  return a.add(a.add(main, a.constant(Math.log(2 * Math.PI) / 2)), a.multiply(inverse, series));
};

/** ψ = Γ′/Γ for x > 0 (elsewhere undefined), in any arithmetic: shifted to x ≥ 10, then its asymptotic series. */
export const digamma = <T>(x: T, a: Arithmetic<T>, log: Rule): T => {
  if (!(a.value(x) > 0)) return a.constant(Number.NaN);
  const one = a.constant(1);
  let [sum, shifted] = [a.constant(0), x];
  for (; a.value(shifted) < 10; shifted = a.add(shifted, one)) sum = a.subtract(sum, a.divide(one, shifted));
  const inverse = a.divide(one, shifted);
  const square = a.multiply(inverse, inverse);
  const tail = DIGAMMA.reduceRight(
    (rest, c) => a.multiply(square, a.add(a.constant(c), rest)),
    a.constant(0),
  );
  const start = a.subtract(a.apply(log, shifted), a.multiply(a.constant(0.5), inverse));
  return a.add(sum, a.add(start, tail));
};
