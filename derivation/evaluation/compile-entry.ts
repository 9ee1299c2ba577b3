import type { Expression } from "../meaning/expression.ts";
import { extentOf } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Compiler, Evaluate, Frame } from "./compiler.ts";
import { withSlots } from "./compiler.ts";
import { lengthIn } from "./lengths.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

/** The formula for the entries of a random vector: all others need not be computed for one of them. */
const formulaOf = <T>(of: Expression, compiler: Compiler<T>): ExpressionOf<"comprehension"> | undefined => {
  if (of.kind !== "call" || of.of.parameters.length > 0 || !compiler.isRandom(of.of)) return undefined;
  const body = of.of.body();
  return body.kind === "comprehension" ? body : undefined;
};

type At<T> = (frame: Frame<T>) => readonly [row: number, column: number];

const compileIndices = <T>(indices: readonly Expression[], compiler: Compiler<T>): At<T> => {
  const [row, column] = indices.map(compiler.compile);
  const at = (index: Evaluate<T> | undefined, frame: Frame<T>): number => {
    const k = index ? compiler.arithmetic.value(index(frame)) : 1;
    if (!Number.isInteger(k)) throw new Refusal(`an index that is no integer: ${k}`);
    return k - 1;
  };
  return (frame) => [at(row, frame), at(column, frame)];
};

const compileFormula = <T>(
  { indices, body, shape }: ExpressionOf<"comprehension">,
  at: At<T>,
  compiler: Compiler<T>,
): Evaluate<T> => {
  const slots = indices.map(compiler.slotOf);
  const entry = compiler.compile(body);
  const [rows, columns] = extentOf(shape);
  return (frame) => {
    compiler.budget.spend(1);
    const [row, column] = at(frame);
    const [height, width] = [lengthIn(rows, frame, compiler), lengthIn(columns, frame, compiler)];
    if (row < 0 || column < 0 || row >= height || column >= width)
      throw new Refusal(`an index beyond the ${height}×${width} entries that there are`);
    const values = [row, column].slice(0, slots.length).map((k) => compiler.arithmetic.constant(k + 1));
    return withSlots(frame, slots, values, () => entry(frame));
  };
};

/** One entry; `indices` count from 1. */
export const compileEntry = <T>(
  { of, indices }: ExpressionOf<"entry">,
  compiler: Compiler<T>,
): Evaluate<T> => {
  const at = compileIndices(indices, compiler);
  const formula = formulaOf(of, compiler);
  if (formula) return compileFormula(formula, at, compiler);
  const tensor = compiler.compileTensor(of);
  return (frame) => {
    const [row, column] = at(frame);
    return tensor(frame).at(row, column);
  };
};
