import type { Definition, Expression } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import { isNumber, shapeOf } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import { compileAlgebra } from "./compile-algebra.ts";
import { compileGradient } from "./compile-derivative.ts";
import type { Compiler, EvaluateTensor, Frame } from "./compiler.ts";
import { oncePerFrame, withSlot, withSlots } from "./compiler.ts";
import { lengthIn } from "./lengths.ts";
import { Tensor, tabulate, zip } from "./tensor.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

const variableIn = <T>(frame: Frame<T>, slot: number): Tensor<T> => {
  const value = frame[slot];
  if (!(value instanceof Tensor)) throw new Error(`slot ${slot} holds no vector or matrix`);
  return value;
};

const compileSum = <T>(
  parts: readonly Expression[],
  { arithmetic, compileTensor }: Compiler<T>,
): EvaluateTensor<T> => {
  const summands = parts.map(compileTensor);
  return (frame) => summands.map((part) => part(frame)).reduce((a, b) => zip(a, b, arithmetic.add));
};

const compileQuantity = <T>(definition: Definition, compiler: Compiler<T>): EvaluateTensor<T> => {
  const body = compiler.tensorBodyOf(definition);
  return compiler.isRandom(definition) ? body : oncePerFrame(body);
};

const compileCall = <T>({ of, values }: ExpressionOf<"call">, compiler: Compiler<T>): EvaluateTensor<T> => {
  if (of.parameters.length === 0) return compileQuantity(of, compiler);
  const given = values.map(compiler.compileAny);
  const slots = of.parameters.map(compiler.slotOf);
  const body = compiler.tensorBodyOf(of);
  return (frame) =>
    withSlots(
      frame,
      slots,
      given.map((value) => value(frame)),
      () => body(frame),
    );
};

const MOST_TERMS = 10_000;

const compileSeries = <T>(series: ExpressionOf<"series">, compiler: Compiler<T>): EvaluateTensor<T> => {
  const { arithmetic, budget } = compiler;
  const [from, to] = [compiler.compile(series.from), compiler.compile(series.to)];
  const body = compiler.compileTensor(series.body);
  const slot = compiler.slotOf(series.variable);
  return (frame) => {
    const [first, last] = [arithmetic.value(from(frame)), arithmetic.value(to(frame))];
    if (!Number.isInteger(first) || !(last >= first) || last - first > MOST_TERMS)
      throw new Refusal("a sum of vectors needs a first and a last term");
    let total: Tensor<T> | undefined;
    for (let k = first; k <= last; k += 1) {
      budget.spend(1);
      const term = withSlot(frame, slot, arithmetic.constant(k), body);
      total = total ? zip(total, term, arithmetic.add) : term;
    }
    return total as Tensor<T>;
  };
};

const compileComprehension = <T>(
  { indices, body, shape }: ExpressionOf<"comprehension">,
  compiler: Compiler<T>,
): EvaluateTensor<T> => {
  const { arithmetic, budget } = compiler;
  const slots = indices.map(compiler.slotOf);
  const entry = compiler.compile(body);
  const [rows, columns] = extentOf(shape);
  return (frame) =>
    tabulate(lengthIn(rows, frame, compiler), lengthIn(columns, frame, compiler), (i, j) => {
      budget.spend(1);
      const values = [i, j].slice(0, slots.length).map((k) => arithmetic.constant(k + 1));
      return withSlots(frame, slots, values, () => entry(frame));
    });
};

/** A closure for an expression whose value is a vector or a matrix. */
export const compileTensorWith = <T>(expression: Expression, compiler: Compiler<T>): EvaluateTensor<T> => {
  const { arithmetic, compileTensor } = compiler;
  compiler.budget.spend(1);
  switch (expression.kind) {
    case "variable": {
      const slot = compiler.slotOf(expression.binding);
      return (frame) => variableIn(frame, slot);
    }
    case "sum":
      return compileSum(expression.parts, compiler);
    case "negative": {
      const of = compileTensor(expression.of);
      return (frame) => of(frame).map((entry) => arithmetic.subtract(arithmetic.constant(0), entry));
    }
    case "quotient": {
      const [top, bottom] = [compileTensor(expression.top), compiler.compile(expression.bottom)];
      return (frame) => {
        const divisor = bottom(frame);
        return top(frame).map((entry) => arithmetic.divide(entry, divisor));
      };
    }
    case "call":
      return compileCall(expression, compiler);
    case "series":
      return compileSeries(expression, compiler);
    case "comprehension":
      return compileComprehension(expression, compiler);
    case "gradient":
      return compileGradient(expression, compiler);
    case "table": {
      const rows = expression.rows.map((row) => row.map(compiler.compile));
      const [first = []] = rows;
      return (frame) =>
        new Tensor(
          rows.length,
          first.length,
          rows.flat().map((entry) => entry(frame)),
        );
    }
    case "algebra":
      return compileAlgebra(expression, compiler);
    default:
      throw new Refusal(
        isNumber(expression)
          ? "a number stands where a vector is needed"
          : `unsupported ${shapeOf(expression)}`,
      );
  }
};
