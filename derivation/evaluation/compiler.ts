import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Dual } from "./dual.ts";
import type { Pair } from "./pair.ts";
import { Tensor } from "./tensor.ts";

/** The values of all bindings, by slot; a slot is empty while its variable is out of scope. */
export type Frame<T> = (T | Tensor<T> | undefined)[];

export type Evaluate<T> = (frame: Frame<T>) => T;
export type EvaluateTensor<T> = (frame: Frame<T>) => Tensor<T>;

/** Makes closures of expressions, in one arithmetic. Slots and budget are shared by all arithmetics of a formula. */
export interface Compiler<T> {
  readonly arithmetic: Arithmetic<T>;
  readonly budget: Budget;
  readonly slotOf: (binding: Binding) => number;
  /** A closure for a number. */
  readonly compile: (expression: Expression) => Evaluate<T>;
  /** A closure for the body of a sum or an integral, which runs often within one frame. */
  readonly compileRepeated: (expression: Expression) => Evaluate<T>;
  readonly isRepeated: () => boolean;
  /** A closure for a vector or a matrix. */
  readonly compileTensor: (expression: Expression) => EvaluateTensor<T>;
  /** A closure for either, by the expression's shape. */
  readonly compileAny: (expression: Expression) => (frame: Frame<T>) => T | Tensor<T>;
  /** The compiled body of a definition, made once. */
  readonly bodyOf: (definition: Definition) => Evaluate<T>;
  readonly tensorBodyOf: (definition: Definition) => EvaluateTensor<T>;
  /** Whether a defined quantity depends on random variables, and so changes within a frame. */
  readonly isRandom: (definition: Definition) => boolean;
  /** The compiler to dual numbers over this arithmetic. */
  readonly dual: () => Compiler<Dual<T>>;
  /** The compiler to pairs of doubles; undefined among dual numbers, whose slopes they would lose. */
  readonly pairs: () => Compiler<Pair> | undefined;
}

/** Bounds the work that one formula may cost, in evaluations of summands, integrands and definitions. */
export class Budget {
  readonly #purse: { left: number };
  readonly #price: number;

  constructor(units: number | Budget, price = 1) {
    this.#purse = typeof units === "number" ? { left: units } : units.#purse;
    this.#price = price;
  }

  /** The same budget, from which each unit takes so many. */
  at(price: number): Budget {
    return new Budget(this, price);
  }

  /** Raises a Refusal when the budget is used up. */
  spend(units: number): void {
    this.#purse.left -= units * this.#price;
    if (this.#purse.left < 0) throw new Refusal("takes too many evaluations");
  }
}

/** Computes once what does not change within a frame; the last frame is remembered. */
export const oncePerFrame = <T, R>(evaluate: (frame: Frame<T>) => R): ((frame: Frame<T>) => R) => {
  let last: { readonly frame: Frame<T>; readonly value: R } | undefined;
  return (frame) => {
    if (last?.frame !== frame) last = { frame, value: evaluate(frame) };
    return last.value;
  };
};

/** The value in a slot. An empty one is a bug of the compiler, not of an author. */
export const valueIn = <T>(frame: Frame<T>, slot: number): T => {
  const value = frame[slot];
  if (value === undefined || value instanceof Tensor) throw new Error(`slot ${slot} holds no number`);
  return value;
};

/** Runs `body` with a value in a slot, and puts the old one back. */
export const withSlot = <T, R>(
  frame: Frame<T>,
  slot: number,
  value: T | Tensor<T>,
  body: (frame: Frame<T>) => R,
): R => {
  const saved = frame[slot];
  frame[slot] = value;
  try {
    return body(frame);
  } finally {
    frame[slot] = saved;
  }
};

/** Runs `body` with values in some slots, and puts the old ones back. */
export const withSlots = <T, R>(
  frame: Frame<T>,
  slots: readonly number[],
  values: readonly (T | Tensor<T>)[],
  body: () => R,
): R => {
  const saved = slots.map((slot) => frame[slot]);
  slots.forEach((slot, k) => {
    frame[slot] = values[k];
  });
  try {
    return body();
  } finally {
    slots.forEach((slot, k) => {
      frame[slot] = saved[k];
    });
  }
};

/** Combines closures from left to right, without an array of their values: this is the inner loop. */
export const fold = <T>(parts: readonly Evaluate<T>[], operation: (a: T, b: T) => T): Evaluate<T> => {
  const [first, second, ...more] = parts;
  if (!first) throw new Error("nothing to combine");
  if (!second) return first;
  if (more.length === 0) return (frame) => operation(first(frame), second(frame));
  const rest = [second, ...more];
  return (frame) => {
    let total = first(frame);
    for (const part of rest) total = operation(total, part(frame));
    return total;
  };
};
