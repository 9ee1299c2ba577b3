/**
 * What evaluation needs of a kind of number. The same compiled formula runs on plain numbers,
 * on numbers with an error bound, and on dual numbers of either (for derivatives).
 */
export interface Arithmetic<T> {
  readonly constant: (value: number) => T;
  /** The value without its error bound or slope. */
  readonly value: (a: T) => number;
  /** The largest magnitude among the value and its slopes: what convergence is judged by. */
  readonly size: (a: T) => number;
  /** The largest error bound among the value and its slopes; 0 where none is kept. */
  readonly errorOf: (a: T) => number;
  /** The same, with an absolute error added to each component's bound. */
  readonly widen: (a: T, error: number) => T;
  readonly add: (a: T, b: T) => T;
  readonly subtract: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  /** Division by zero is undefined (NaN), never infinite. */
  readonly divide: (a: T, b: T) => T;
  readonly power: (base: T, exponent: T) => T;
  readonly apply: (rule: Rule, a: T) => T;
  /** Of numbers that keep no error bound, but notice where one is needed. */
  readonly alarm?: Alarm;
  /** Of numbers for which no rule of quadrature is trusted because a second one agrees: that may be chance. */
  readonly isPatient?: boolean;
}

/** How often rounding may have cost more than a few digits. */
export interface Alarm {
  raised: number;
}

/** Runs what subtracts nearly equal numbers on purpose, such as a test of convergence, without raising the alarm. */
export const unalarmed = <R>({ alarm }: { readonly alarm?: Alarm }, run: () => R): R => {
  const raised = alarm?.raised ?? 0;
  const result = run();
  if (alarm) alarm.raised = raised;
  return result;
};

/** A function of one real variable: its value, and its slope in whatever arithmetic is asked for. */
export interface Rule {
  readonly value: (x: number) => number;
  readonly slope: <T>(x: T, y: T, arithmetic: Arithmetic<T>) => T;
  /** Whether it magnifies relative errors by no more than a factor of a thousand, wherever it does not overflow. */
  readonly isTame?: boolean;
}

/** x^y for real numbers; undefined (NaN) where JavaScript says ∞ for 0^−1 or 1 for NaN^0. */
export const realPower = (x: number, y: number): number => {
  if (Number.isNaN(x) || (x === 0 && y < 0)) return Number.NaN;
  return x ** y;
};

const divide = (a: number, b: number): number => (b === 0 ? Number.NaN : a / b);

/** IEEE double precision. */
export const plain: Arithmetic<number> = {
  constant: (value) => value,
  value: (a) => a,
  size: Math.abs,
  errorOf: () => 0,
  widen: (a) => a,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide,
  power: realPower,
  apply: (rule, a) => rule.value(a),
};
