import type { Expression } from "../meaning/expression.ts";
import { isNumber } from "../meaning/shape-of.ts";
import type { Compiler, Evaluate, EvaluateTensor, Frame } from "./compiler.ts";
import type { Dual } from "./dual.ts";
import { Tensor, tabulate } from "./tensor.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** The frame over dual numbers whose slopes are 0, but 1 in one slot (in one entry of it). */
const lift = <T>(
  frame: Frame<T>,
  slot: number,
  entry: number,
  constant: (value: number) => T,
): Frame<Dual<T>> =>
  frame.map((value, k) => {
    if (value === undefined) return undefined;
    if (value instanceof Tensor)
      return new Tensor(
        value.rows,
        value.columns,
        value.entries.map((part, j) => ({ value: part, slope: constant(k === slot && j === entry ? 1 : 0) })),
      );
    return { value, slope: constant(k === slot ? 1 : 0) };
  });

/** A function has no derivative where it has no value, or an infinite one, whatever its formula's slope says. */
const slopeOf = <T>(
  { value, slope }: Dual<T>,
  { constant, multiply, value: primal }: Compiler<T>["arithmetic"],
): T => (Number.isFinite(primal(value)) ? slope : multiply(constant(Number.NaN), slope));

/** A closure for a derivative by one number, with dual numbers. */
export const compileDerivative = <T>(
  { of, variable }: ExpressionOf<"derivative">,
  compiler: Compiler<T>,
): Evaluate<T> => {
  const body = compiler.dual().compile(of);
  const slot = compiler.slotOf(variable);
  const { arithmetic } = compiler;
  return (frame) => slopeOf(body(lift(frame, slot, 0, arithmetic.constant)), arithmetic);
};

/** A closure for a gradient by every entry of a vector or matrix; of a vector, its Jacobian. */
export const compileGradient = <T>(
  { of, variable }: ExpressionOf<"gradient">,
  compiler: Compiler<T>,
): EvaluateTensor<T> => {
  const { arithmetic } = compiler;
  const slot = compiler.slotOf(variable);
  const body = compiler.dual().compileAny(of);
  const isVector = !isNumber(of);
  return (frame) => {
    const at = frame[slot];
    if (!(at instanceof Tensor)) throw new Error(`slot ${slot} holds no vector or matrix`);
    const slopes = at.entries.map((_, k) => body(lift(frame, slot, k, arithmetic.constant)));
    const entry = (k: number, i: number): T => {
      const slope = slopes[k];
      return slopeOf(slope instanceof Tensor ? slope.at(i) : (slope as Dual<T>), arithmetic);
    };
    if (!isVector) return tabulate(at.rows, at.columns, (i, j) => entry(i * at.columns + j, 0));
    const [first] = slopes;
    return tabulate(first instanceof Tensor ? first.rows : 1, at.entries.length, (i, k) => entry(k, i));
  };
};
