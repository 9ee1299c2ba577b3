import type { Arithmetic } from "./arithmetic.ts";
import { compileBranches } from "./compile-cases.ts";
import { compileIntegral } from "./compile-integral.ts";
import { compileLogarithm } from "./compile-logarithm.ts";
import { compileProduct } from "./compile-product.ts";
import { compileSeries } from "./compile-series.ts";
import type { Budget, Compiler, Evaluate } from "./compiler.ts";
import { valueIn, withSlots } from "./compiler.ts";
import { dualOver } from "./dual.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Binding, Definition, Expression } from "./expression.ts";

type ExpressionOf<K extends Expression["kind"]> = Extract<Expression, { readonly kind: K }>;

const compileSum = <T>(parts: readonly Expression[], { arithmetic, compile }: Compiler<T>): Evaluate<T> => {
  const terms = parts.map(compile);
  return (frame) => terms.map((term) => term(frame)).reduce(arithmetic.add);
};

const compileElementary = <T>(expression: ExpressionOf<"elementary">, compiler: Compiler<T>): Evaluate<T> => {
  if (expression.name === "log") return compileLogarithm(expression.of, compiler);
  const rule = ELEMENTARY[expression.name];
  const argument = compiler.compile(expression.of);
  return (frame) => compiler.arithmetic.apply(rule, argument(frame));
};

const compileExtreme = <T>(expression: ExpressionOf<"extreme">, compiler: Compiler<T>): Evaluate<T> => {
  const { value } = compiler.arithmetic;
  const parts = expression.of.map(compiler.compile);
  const isBetter = (a: T, b: T): boolean => (expression.isMaximum ? value(a) > value(b) : value(a) < value(b));
  return (frame) =>
    parts.map((part) => part(frame)).reduce((best, next) => (isBetter(next, best) || Number.isNaN(value(next)) ? next : best));
};

const compileCall = <T>(expression: ExpressionOf<"call">, compiler: Compiler<T>): Evaluate<T> => {
  const values = expression.values.map(compiler.compile);
  const slots = expression.of.parameters.map(compiler.slotOf);
  const body = compiler.bodyOf(expression.of);
  return (frame) => {
    compiler.budget.spend(1);
    const given = values.map((value) => value(frame));
    return withSlots(frame, slots, given, () => body(frame));
  };
};

const compileDerivative = <T>(expression: ExpressionOf<"derivative">, compiler: Compiler<T>): Evaluate<T> => {
  const body = compiler.dual().compile(expression.of);
  const slot = compiler.slotOf(expression.variable);
  const { constant } = compiler.arithmetic;
  return (frame) => {
    const lifted = frame.map((value, k) =>
      value === undefined ? undefined : { value, slope: constant(k === slot ? 1 : 0) },
    );
    return body(lifted).slope;
  };
};

const compileBinary = <T>(
  [left, right]: readonly [Expression, Expression],
  operation: (a: T, b: T) => T,
  { compile }: Compiler<T>,
): Evaluate<T> => {
  const [first, second] = [compile(left), compile(right)];
  return (frame) => operation(first(frame), second(frame));
};

const compileWith = <T>(expression: Expression, compiler: Compiler<T>): Evaluate<T> => {
  const { arithmetic } = compiler;
  compiler.budget.spend(1);
  switch (expression.kind) {
    case "number":
      return () => arithmetic.constant(expression.value);
    case "variable": {
      const slot = compiler.slotOf(expression.binding);
      return (frame) => valueIn(frame, slot);
    }
    case "sum":
      return compileSum(expression.parts, compiler);
    case "product":
      return compileProduct(expression.parts, compiler);
    case "negative":
      return compileBinary([{ kind: "number", value: 0 }, expression.of], arithmetic.subtract, compiler);
    case "quotient":
      return compileBinary([expression.top, expression.bottom], arithmetic.divide, compiler);
    case "power":
      return compileBinary([expression.base, expression.exponent], arithmetic.power, compiler);
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
  }
};

/** A compiler to one arithmetic; `slots` is shared with the compilers to its dual numbers. */
export const createCompiler = <T>(
  arithmetic: Arithmetic<T>,
  budget: Budget,
  slots: Map<Binding, number> = new Map(),
): Compiler<T> => {
  const bodies = new Map<Definition, Evaluate<T>>();
  const compiler: Compiler<T> = {
    arithmetic,
    budget,
    slotOf: (binding) => slots.get(binding) ?? slots.set(binding, slots.size).size - 1,
    compile: (expression) => compileWith(expression, compiler),
    bodyOf: (definition) => {
      const body = bodies.get(definition) ?? compiler.compile(definition.body());
      bodies.set(definition, body);
      return body;
    },
    dual: () => createCompiler(dualOver(arithmetic, (a) => arithmetic.apply(ELEMENTARY.log, a)), budget, slots),
  };
  return compiler;
};
