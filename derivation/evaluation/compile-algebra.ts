import type { Expression } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Compiler, Evaluate, EvaluateTensor } from "./compiler.ts";
import { ELEMENTARY } from "./elementary.ts";
import { lengthIn } from "./lengths.ts";
import {
  determinant,
  diagonal,
  filled,
  inner,
  invert,
  multiplyMatrices,
  trace,
  transpose,
} from "./linear-algebra.ts";
import type { Tensor } from "./tensor.ts";
import { zip } from "./tensor.ts";

type Algebra = Extract<Expression, { readonly kind: "algebra" }>;

/** max Σ|a| over nothing but the entries, as ‖x‖_∞. */
const largest = <T>(x: Tensor<T>, a: Arithmetic<T>): T =>
  x.entries
    .map((entry) => a.apply(ELEMENTARY.absolute, entry))
    .reduce((best, next) => (a.value(next) > a.value(best) ? next : best));

type Operate<R extends "number" | "tensor"> = <T>(
  x: Tensor<T>,
  y: Tensor<T>,
  a: Arithmetic<T>,
) => R extends "number" ? T : Tensor<T>;

/** Operations whose result is a number. */
const NUMBERS: Readonly<Record<string, Operate<"number">>> = {
  inner,
  product: (x, y, a) => multiplyMatrices(x, y, a).at(0),
  determinant: (x, _, a) => determinant(x, a),
  trace: (x, _, a) => trace(x, a),
  norm: (x, _, a) => a.apply(ELEMENTARY.sqrt, inner(x, x, a)),
  "norm 1": (x, _, a) => x.entries.map((entry) => a.apply(ELEMENTARY.absolute, entry)).reduce(a.add),
  "norm ∞": (x, _, a) => largest(x, a),
};

/** A closure for an operation that makes a number of vectors or matrices: a norm, a determinant. */
export const compileToNumber = <T>({ operation, of }: Algebra, compiler: Compiler<T>): Evaluate<T> => {
  const operate = NUMBERS[operation];
  if (!operate) throw new Error(`${operation} makes no number`);
  const operands = of.map(compiler.compileTensor);
  return (frame) => {
    compiler.budget.spend(1);
    const [x, y] = operands.map((operand) => operand(frame));
    return operate(x as Tensor<T>, (y ?? x) as Tensor<T>, compiler.arithmetic);
  };
};

const compileScale = <T>(of: readonly Expression[], compiler: Compiler<T>): EvaluateTensor<T> => {
  const [number, tensor] = of as [Expression, Expression];
  const [factor, operand] = [compiler.compile(number), compiler.compileTensor(tensor)];
  const { multiply } = compiler.arithmetic;
  return (frame) => {
    const scale = factor(frame);
    return operand(frame).map((entry) => multiply(scale, entry));
  };
};

const compileFilled = <T>({ operation, shape }: Algebra, compiler: Compiler<T>): EvaluateTensor<T> => {
  const [rows, columns] = extentOf(shape);
  return (frame) =>
    filled(
      lengthIn(rows, frame, compiler),
      lengthIn(columns, frame, compiler),
      operation === "identity",
      compiler.arithmetic,
    );
};

const TENSORS: Readonly<Record<string, Operate<"tensor">>> = {
  product: multiplyMatrices,
  entrywise: (x, y, a) => zip(x, y, a.multiply),
  transpose: (x) => transpose(x),
  inverse: (x, _, a) => invert(x, a),
  diagonal: (x, _, a) => diagonal(x, a),
};

/** A closure for an operation that makes a vector or a matrix. */
export const compileAlgebra = <T>(algebra: Algebra, compiler: Compiler<T>): EvaluateTensor<T> => {
  const { operation, of } = algebra;
  if (operation === "scale") return compileScale(of, compiler);
  if (operation === "identity" || operation === "ones") return compileFilled(algebra, compiler);
  const operate = TENSORS[operation];
  if (!operate) throw new Error(`${operation} makes no vector or matrix`);
  const operands = of.map(compiler.compileTensor);
  return (frame) => {
    compiler.budget.spend(1);
    const [x, y] = operands.map((operand) => operand(frame));
    return operate(x as Tensor<T>, (y ?? x) as Tensor<T>, compiler.arithmetic);
  };
};
