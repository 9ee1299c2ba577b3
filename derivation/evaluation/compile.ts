import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { number } from "../meaning/expression.ts";
import { boundIn } from "../meaning/free.ts";
import { isNumber } from "../meaning/shape-of.ts";
import { Refusal } from "../refusal.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { compileToNumber } from "./compile-algebra.ts";
import { compileAntiderivative } from "./compile-antiderivative.ts";
import { compileCall } from "./compile-call.ts";
import { compileBranches } from "./compile-cases.ts";
import { compileDerivative } from "./compile-derivative.ts";
import { compileElementary, compileExtreme } from "./compile-elementary.ts";
import { compileEntry } from "./compile-entry.ts";
import { compileIntegral } from "./compile-integral.ts";
import { compileLimit } from "./compile-limit.ts";
import { compileMean } from "./compile-mean.ts";
import { compileProduct, compileQuotient, compileWeighed } from "./compile-product.ts";
import { compileSeries } from "./compile-series.ts";
import { compileTensorWith } from "./compile-tensor.ts";
import type { Budget, Compiler, Evaluate, EvaluateTensor } from "./compiler.ts";
import { fold, oncePerFrame, valueIn } from "./compiler.ts";
import { dualOver } from "./dual.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Pair } from "./pair.ts";
import { pairArithmetic } from "./pair.ts";
import { remember } from "./remember.ts";

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
      return compileQuotient(expression, compiler);
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
    case "mean":
      return compileMean(expression, compiler);
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

const isAtom = ({ kind }: Expression): boolean => kind === "number" || kind === "variable" || kind === "call";

/** Within the body of a sum or an integral, what does not depend on bound variables is computed once. */
const compileFixed = <T>(expression: Expression, compiler: Compiler<T>): Evaluate<T> => {
  const evaluate = compileWith(expression, compiler);
  const isFixed = compiler.isRepeated() && !isAtom(expression) && boundIn(expression).size === 0;
  return isFixed ? oncePerFrame(evaluate) : evaluate;
};

/** The cost of a derivative doubles with each order. */
const HIGHEST_ORDER = 6;

/** How many evaluations in doubles one in pairs of doubles takes, about. */
const PRICE_OF_PAIRS = 4;

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
  let depth = 0;
  let pairs: Compiler<Pair> | undefined;
  const compiler: Compiler<T> = {
    arithmetic,
    budget,
    slotOf: (binding) => slots.get(binding) ?? slots.set(binding, slots.size).size - 1,
    compile: (expression) => remember(compiled, expression, () => compileFixed(expression, compiler)),
    compileRepeated: (expression) => {
      depth += 1;
      try {
        return compiler.compile(expression);
      } finally {
        depth -= 1;
      }
    },
    isRepeated: () => depth > 0,
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
    pairs: () => {
      if (order > 0) return undefined;
      pairs ??= createCompiler(pairArithmetic, budget.at(PRICE_OF_PAIRS), slots, 1);
      return pairs;
    },
  };
  return compiler;
};
