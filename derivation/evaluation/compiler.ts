import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Dual } from "./dual.ts";
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
}

/** Bounds the work that one formula may cost, in evaluations of summands, integrands and definitions. */
export class Budget {
  #left: number;

  constructor(units: number) {
    this.#left = units;
  }

  /** Raises a Refusal when the budget is used up. */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new Refusal("takes too many evaluations");
  }
}

/** The value in a slot. An empty one is a bug of the compiler, not of an author. */
export const valueIn = <T>(frame: Frame<T>, slot: number): T => {
  const value = frame[slot];
  if (value === undefined || value instanceof Tensor) throw new Error(`slot ${slot} holds no number`);
  return value;
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
  const [first, ...rest] = parts;
  if (!first) throw new Error("nothing to combine");
  return (frame) => {
    let total = first(frame);
    for (const part of rest) total = operation(total, part(frame));
    return total;
  };
};
