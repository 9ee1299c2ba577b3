import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { compileToNumber } from "./compile-algebra.ts";
import { compileAntiderivative } from "./compile-antiderivative.ts";
import { compileBranches } from "./compile-cases.ts";
import { compileDerivative } from "./compile-derivative.ts";
import { compileIntegral } from "./compile-integral.ts";
import { compileLimit } from "./compile-limit.ts";
import { compileLogarithm } from "./compile-logarithm.ts";
import { compileProduct, compileWeighed } from "./compile-product.ts";
import { compileSeries } from "./compile-series.ts";
import { compileTensorWith } from "./compile-tensor.ts";
import type { Budget, Compiler, Evaluate, EvaluateTensor, Frame } from "./compiler.ts";
import { fold, valueIn, withSlots } from "./compiler.ts";
import { dualOver } from "./dual.ts";
import { ELEMENTARY } from "./elementary.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

const compileElementary = <T>(expression: ExpressionOf<"elementary">, compiler: Compiler<T>): Evaluate<T> => {
  if (expression.name === "log") return compileLogarithm(expression.of, compiler);
  const rule = ELEMENTARY[expression.name];
  const argument = compiler.compile(expression.of);
  return (frame) => compiler.arithmetic.apply(rule, argument(frame));
};

const compileExtreme = <T>(expression: ExpressionOf<"extreme">, compiler: Compiler<T>): Evaluate<T> => {
  const { value } = compiler.arithmetic;
  const parts = expression.of.map(compiler.compile);
  const isBetter = (a: T, b: T): boolean =>
    expression.isMaximum ? value(a) > value(b) : value(a) < value(b);
  return (frame) =>
    parts
      .map((part) => part(frame))
      .reduce((best, next) => (isBetter(next, best) || Number.isNaN(value(next)) ? next : best));
};

/** A defined quantity depends on declared variables only, which do not change within a frame: it is computed once. */
const compileQuantity = <T>(definition: Definition, compiler: Compiler<T>): Evaluate<T> => {
  const body = compiler.bodyOf(definition);
  const known = new WeakMap<Frame<T>, { readonly value: T }>();
  return (frame) => {
    const found = known.get(frame) ?? { value: body(frame) };
    if (!compiler.isRandom(definition)) known.set(frame, found);
    return found.value;
  };
};

const compileCall = <T>(expression: ExpressionOf<"call">, compiler: Compiler<T>): Evaluate<T> => {
  if (expression.of.parameters.length === 0) return compileQuantity(expression.of, compiler);
  const values = expression.values.map(compiler.compileAny);
  const slots = expression.of.parameters.map(compiler.slotOf);
  const body = compiler.bodyOf(expression.of);
  return (frame) => {
    compiler.budget.spend(1);
    const given = values.map((value) => value(frame));
    return withSlots(frame, slots, given, () => body(frame));
  };
};

/** One entry; `indices` count from 1. */
const compileEntry = <T>({ of, indices }: ExpressionOf<"entry">, compiler: Compiler<T>): Evaluate<T> => {
  const tensor = compiler.compileTensor(of);
  const [row, column] = indices.map(compiler.compile);
  const { value } = compiler.arithmetic;
  const at = (index: Evaluate<T> | undefined, frame: Frame<T>): number => {
    const k = index ? value(index(frame)) : 1;
    if (!Number.isInteger(k)) throw new Refusal(`an index that is no integer: ${k}`);
    return k - 1;
  };
  return (frame) => tensor(frame).at(at(row, frame), at(column, frame));
};

const compileWith = <T>(expression: Expression, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic } = compiler;
  compiler.budget.spend(1);
  switch (expression.kind) {
    case "number": {
      const value = arithmetic.constant(expression.value);
      return () => value;
    }
    case "variable": {
      const slot = compiler.slotOf(expression.binding);
      return (frame) => valueIn(frame, slot);
    }
    case "sum":
      return fold(expression.parts.map(compiler.compile), arithmetic.add);
    case "product":
      return expression.isWeighed
        ? compileWeighed(expression.parts, compiler)
        : compileProduct(expression.parts, compiler);
    case "negative":
      return fold([expression.of, number(0)].map(compiler.compile), (a, zero) =>
        arithmetic.subtract(zero, a),
      );
    case "quotient":
      return fold([expression.top, expression.bottom].map(compiler.compile), arithmetic.divide);
    case "power":
      return fold([expression.base, expression.exponent].map(compiler.compile), arithmetic.power);
    case "elementary":
      return compileElementary(expression, compiler);
    case "extreme":
      return compileExtreme(expression, compiler);
    case "call":
      return compileCall(expression, compiler);
    case "cases":
      return compileBranches(expression.branches, compiler.compile, compiler);
    case "series":
      return compileSeries(expression, compiler);
    case "integral":
      return compileIntegral(expression, compiler);
    case "derivative":
      return compileDerivative(expression, compiler);
    case "limit":
      return compileLimit(expression, compiler);
    case "antiderivative":
      return compileAntiderivative(expression, compiler);
    case "algebra":
      return compileToNumber(expression, compiler);
    case "entry":
      return compileEntry(expression, compiler);
    case "gradient":
    case "table":
    case "comprehension":
      throw new Refusal("a vector or a matrix stands where a number is needed");
  }
};

const remember = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
  const value = known.has(key) ? (known.get(key) as V) : make();
  known.set(key, value);
  return value;
};

/** The cost of a derivative doubles with each order. */
const HIGHEST_ORDER = 6;

/** A compiler to one arithmetic; `slots` is shared with the compilers to its dual numbers. */
export const createCompiler = <T>(
  arithmetic: Arithmetic<T>,
  budget: Budget,
  slots: Map<Binding, number> = new Map(),
  order = 0,
): Compiler<T> => {
  const compiled = new Map<Expression, Evaluate<T>>();
  const bodies = new Map<Definition, Evaluate<T>>();
  const tensors = new Map<Definition, EvaluateTensor<T>>();
  const random = new Map<Definition, boolean>();
  const compiler: Compiler<T> = {
    arithmetic,
    budget,
    slotOf: (binding) => slots.get(binding) ?? slots.set(binding, slots.size).size - 1,
    compile: (expression) => remember(compiled, expression, () => compileWith(expression, compiler)),
    compileTensor: (expression) => compileTensorWith(expression, compiler),
    compileAny: (expression) =>
      isNumber(expression) ? compiler.compile(expression) : compiler.compileTensor(expression),
    bodyOf: (definition) => remember(bodies, definition, () => compiler.compile(definition.body())),
    tensorBodyOf: (definition) =>
      remember(tensors, definition, () => compiler.compileTensor(definition.body())),
    isRandom: (definition) => remember(random, definition, () => boundIn(definition.body()).size > 0),
    dual: () => {
      if (order >= HIGHEST_ORDER) throw new Refusal(`a derivative of higher order than ${HIGHEST_ORDER}`);
      const log = (a: T): T => arithmetic.apply(ELEMENTARY.log, a);
      return createCompiler(dualOver(arithmetic, log), budget, slots, order + 1);
    },
  };
  return compiler;
};
