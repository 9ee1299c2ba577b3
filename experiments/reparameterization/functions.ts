import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tensors } from "../../lab/experiment.ts";

/** The functions that a reader can pick, with what they are called. */
export const functionNames = {
  square: "z²",
  cube: "z³",
  sine: "sin ωz",
  absolute: "|z|",
  step: "1 if z > 0, else 0",
} as const;
/** The name of a function that a reader can pick. */
export type FunctionName = keyof typeof functionNames;

/** A function of Z with its derivative, written twice: for numbers and, to be differentiated by tf.js, for tensors. */
export interface LatentFunction {
  /** f(z). */
  at(z: number): number;
  /** f′(z); at a kink or a jump, 0. */
  slope(z: number): number;
  /** f at each element, from operations that tf.js can differentiate. Shape [n] → [n]. */
  over(tf: Tensors, z: Tensor1D): Tensor1D;
  /** Where f or f′ jumps. */
  readonly breaks: readonly number[];
}

/** The function of that name; ω matters to the sine alone. */
export function functionOf(name: FunctionName, frequency: number): LatentFunction {
  return name === "sine" ? sine(frequency) : others[name];
}

function sine(frequency: number): LatentFunction {
  return {
    at: (z) => Math.sin(frequency * z),
    slope: (z) => frequency * Math.cos(frequency * z),
    over: (tf, z) => sineOver(tf, tf.mul(frequency, z)),
    breaks: [],
  };
}

/** 1/3!, 1/5!, …, 1/13! with the signs of the sine's series. */
const series = [3, 5, 7, 9, 11, 13].map((n) => (-1) ** ((n - 1) / 2) / factorial(n));

/**
 * sin x from arithmetic alone: a GPU's own sine need be exact to 2⁻¹¹ only (WebGPU Shading Language, accuracy of
 * built-in functions), which three decimals of a variance would show. Taylor's series on [−π/2, π/2], where its
 * remainder is below 10⁻⁹; beyond, x is moved there by multiples of π.
 */
function sineOver(tf: Tensors, x: Tensor1D): Tensor1D {
  const turns = tf.round(tf.div(x, Math.PI));
  const rest = tf.sub(x, tf.mul(turns, Math.PI));
  const square = tf.square(rest);
  let sum: Tensor1D = tf.zerosLike(x);
  for (const coefficient of series.toReversed()) sum = tf.mul(square, tf.add(sum, coefficient));
  const sign = tf.sub(1, tf.mul(2, tf.abs(tf.mod(turns, 2))));
  return tf.mul(sign, tf.mul(rest, tf.add(1, sum)));
}

/** n! */
function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

const others: Readonly<Record<Exclude<FunctionName, "sine">, LatentFunction>> = {
  square: { at: (z) => z ** 2, slope: (z) => 2 * z, over: (tf, z) => tf.square(z), breaks: [] },
  cube: {
    at: (z) => z ** 3,
    slope: (z) => 3 * z ** 2,
    over: (tf, z) => tf.mul(z, tf.square(z)),
    breaks: [],
  },
  absolute: { at: Math.abs, slope: Math.sign, over: (tf, z) => tf.abs(z), breaks: [0] },
  step: { at: (z) => (z > 0 ? 1 : 0), slope: () => 0, over: (tf, z) => tf.step(z), breaks: [0] },
};
