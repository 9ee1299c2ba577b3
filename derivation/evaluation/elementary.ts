import type { ElementaryName } from "../meaning/elementary-names.ts";
import type { Arithmetic, Rule } from "./arithmetic.ts";
import { digamma, erf, factorial, gamma } from "./special-functions.ts";

const rule = (value: (x: number) => number, slope: Rule["slope"]): Rule => ({ value, slope });

const one = <T>(a: Arithmetic<T>): T => a.constant(1);
const square = <T>(x: T, a: Arithmetic<T>): T => a.multiply(x, x);
const inverse = <T>(x: T, a: Arithmetic<T>): T => a.divide(one(a), x);
const negative = <T>(x: T, a: Arithmetic<T>): T => a.subtract(a.constant(0), x);

/** x + k·y², the pattern of most slopes below. */
const plusSquare = <T>(start: number, factor: number, y: T, a: Arithmetic<T>): T =>
  a.add(a.constant(start), a.multiply(a.constant(factor), square(y, a)));

const undefinedSlope: Rule["slope"] = (_, __, a) => a.constant(Number.NaN);

/** The reciprocal of another rule, undefined at its zeros: sec = 1/cos. */
const reciprocal = (of: Rule): Rule =>
  rule(
    (x) => (of.value(x) === 0 ? Number.NaN : 1 / of.value(x)),
    (x, y, a) => negative(a.multiply(square(y, a), of.slope(x, a.apply(of, x), a)), a),
  );

/** x·f′(x)/f(x) stays small. */
const tame = (of: Rule): Rule => ({ ...of, isTame: true });

const exp = tame(rule(Math.exp, (_, y) => y));
const log = rule(Math.log, (x, _, a) => inverse(x, a));
const sin = rule(Math.sin, (x, _, a) => a.apply(cos, x));
const cos: Rule = rule(Math.cos, (x, _, a) => negative(a.apply(sin, x), a));
const tan = rule(Math.tan, (_, y, a) => plusSquare(1, 1, y, a));
const sinh = rule(Math.sinh, (x, _, a) => a.apply(cosh, x));
const cosh: Rule = rule(Math.cosh, (x, _, a) => a.apply(sinh, x));
const tanh = tame(rule(Math.tanh, (_, y, a) => plusSquare(1, -1, y, a)));
const sqrt = tame(rule(Math.sqrt, (_, y, a) => a.divide(a.constant(0.5), y)));
const signOf = (x: number): number => (x === 0 ? Number.NaN : Math.sign(x));
const sign: Rule = tame(rule(Math.sign, (x, _, a) => a.constant(a.value(x) === 0 ? Number.NaN : 0)));
const step = (value: (x: number) => number): Rule =>
  tame(rule(value, (x, _, a) => a.constant(Number.isInteger(a.value(x)) ? Number.NaN : 0)));

/** Functions of one real variable, with their slopes. Where a real value does not exist, NaN. */
export const ELEMENTARY: Readonly<Record<ElementaryName, Rule>> = {
  exp,
  log,
  sin,
  cos,
  tan,
  sinh,
  cosh,
  tanh,
  sqrt,
  sec: reciprocal(cos),
  csc: reciprocal(sin),
  cot: reciprocal(tan),
  sech: reciprocal(cosh),
  csch: reciprocal(sinh),
  coth: reciprocal(tanh),
  arcsin: rule(Math.asin, (x, _, a) => inverse(a.apply(sqrt, plusSquare(1, -1, x, a)), a)),
  arccos: rule(Math.acos, (x, _, a) => negative(inverse(a.apply(sqrt, plusSquare(1, -1, x, a)), a), a)),
  arctan: rule(Math.atan, (x, _, a) => inverse(plusSquare(1, 1, x, a), a)),
  arsinh: rule(Math.asinh, (x, _, a) => inverse(a.apply(sqrt, plusSquare(1, 1, x, a)), a)),
  arcosh: rule(Math.acosh, (x, _, a) => inverse(a.apply(sqrt, plusSquare(-1, 1, x, a)), a)),
  artanh: rule(Math.atanh, (x, _, a) => inverse(plusSquare(1, -1, x, a), a)),
  absolute: tame(rule(Math.abs, (x, _, a) => a.constant(signOf(a.value(x))))),
  sign,
  floor: step(Math.floor),
  ceiling: step(Math.ceil),
  erf: rule(erf, (x, _, a) =>
    a.multiply(a.constant(2 / Math.sqrt(Math.PI)), a.apply(exp, negative(square(x, a), a))),
  ),
  gamma: rule(gamma, (x, y, a) => a.multiply(y, digamma(x, a, log))),
  factorial: tame(rule(factorial, undefinedSlope)),
};
