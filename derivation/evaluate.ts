import type { Bounded } from "./evaluation/bounded.ts";
import { boundedArithmetic } from "./evaluation/bounded.ts";
import { createCompiler } from "./evaluation/compile.ts";
import { Budget } from "./evaluation/compiler.ts";
import { Tensor } from "./evaluation/tensor.ts";
import { readExtended } from "./grammar/bounds.ts";
import { define } from "./grammar/definitions.ts";
import { readingIn } from "./grammar/grammar.ts";
import { headOf } from "./grammar/head.ts";
import type { Point, PointValue } from "./judgement/point.ts";
import { frameAt } from "./judgement/sample.ts";
import type { Binding, Expression } from "./meaning/expression.ts";
import { declaredIn } from "./meaning/parts.ts";
import type { Scope } from "./meaning/scope.ts";
import { createScope } from "./meaning/scope.ts";
import { Refusal, refusable } from "./refusal.ts";
import { readLines } from "./statements/lines.ts";
import { canonicalRelation } from "./statements/relations.ts";
import type { Chain } from "./statements/statements.ts";
import { readChains } from "./statements/statements.ts";
import { readTex } from "./tex/katex-tree.ts";
import type { MacroTable } from "./tex/macros.ts";
import { expansionsFor } from "./tex/macros.ts";
import type { Pieces } from "./tex/pieces.ts";
import { halfUnitOf } from "./tex/precision.ts";
import { spell } from "./tex/spelling.ts";

export interface Evaluation {
  readonly tex: string;
  readonly macros: MacroTable;
  readonly scope: Scope;
  /** Values by name, as written in TeX: `{"c_0": 1, "\\sigma": 2}`. Names that the scope does not know are declared. */
  readonly point: Readonly<Record<string, Given>>;
}

/** A number, a vector, or a matrix row by row. */
export type Given = number | readonly number[] | readonly (readonly number[])[];

const tensorOf = (rows: readonly (number | readonly number[])[]): Tensor<number> => {
  const entries = rows.flat();
  return new Tensor(rows.length, entries.length / rows.length, entries);
};

const EVALUATIONS = 1_500_000;

const canonicalName = (name: string, expansions: Record<string, string>): string =>
  spell(readTex(name, expansions)) ?? name;

const bindingFor = (name: string, value: Given): Binding => {
  if (typeof value === "number") return { name, isBound: false };
  const { rows, columns } = tensorOf(value);
  return { name, isBound: false, shape: Array.isArray(value[0]) ? [rows, columns] : [rows] };
};

/** A scope in which every name of the point is a variable, and the values. */
export const bindPoint = (
  { scope, point }: Pick<Evaluation, "scope" | "point">,
  expansions: Record<string, string>,
): { readonly scope: Scope; readonly values: Map<string, Given> } => {
  const inner = createScope(scope);
  const values = new Map(
    Object.entries(point).map(([name, value]) => [canonicalName(name, expansions), value]),
  );
  for (const [name, value] of values)
    if (!scope.find(name)) inner.declare(name, { kind: "variable", binding: bindingFor(name, value) });
  return { scope: inner, values };
};

/** Sides that can be evaluated, the last one first; numbers printed after ≈ are not values but roundings. */
const candidatesIn = (chains: readonly Chain[]): readonly Pieces[] =>
  chains
    .flatMap(({ sides, relations }) =>
      sides.filter((side, k) => {
        const before = relations[k - 1];
        const isRounded =
          before !== undefined && canonicalRelation(before) === "\\approx" && halfUnitOf(side) !== undefined;
        const isBound = before !== undefined && !["=", ":=", "\\approx"].includes(canonicalRelation(before));
        return side.length > 0 && !isRounded && !isBound;
      }),
    )
    .toReversed();

const declareHeads = (chains: readonly Chain[], scope: Scope): void => {
  for (const { sides, relations } of chains) {
    const [side, body] = sides;
    const head = side && relations.length > 0 ? headOf(side, scope) : undefined;
    if (head && body && !scope.find(head.name))
      scope.declare(head.name, { kind: "definition", definition: define(head, body, scope) });
  }
};

/** Values for all names in some expressions. Raises a Refusal where there is none. */
export const pointOf = (expressions: readonly Expression[], values: ReadonlyMap<string, Given>): Point => {
  const point = new Map<Binding, PointValue>();
  for (const variable of declaredIn(...expressions)) {
    const value = values.get(variable.name);
    if (value === undefined) throw new Refusal(`the point gives no value for ${variable.name}`);
    point.set(variable, typeof value === "number" ? value : tensorOf(value));
  }
  return point;
};

const evaluateAt = (expression: Expression, values: ReadonlyMap<string, Given>): number | Tensor<number> => {
  const compiler = createCompiler(boundedArithmetic, new Budget(EVALUATIONS));
  const point = pointOf([expression], values);
  const result = compiler.compileAny(expression)(frameAt(point, compiler));
  const value = result instanceof Tensor ? result.map((entry: Bounded) => entry.value) : result.value;
  const entries = value instanceof Tensor ? value.entries : [value];
  if (entries.some(Number.isNaN)) throw new Refusal("undefined at this point");
  return value;
};

const evaluateLast = (evaluation: Evaluation): number | Tensor<number> => {
  const expansions = expansionsFor(evaluation.macros);
  const { scope, values } = bindPoint(evaluation, expansions);
  const chains = readChains(readLines(readTex(evaluation.tex, expansions)));
  declareHeads(chains, scope);
  let first: Refusal | undefined;
  for (const side of candidatesIn(chains)) {
    const value = refusable(() => evaluateAt(readExtended(side, readingIn(scope)), values));
    if (!(value instanceof Refusal)) return value;
    first ??= value;
  }
  throw first ?? new Refusal("there is no formula to evaluate", 0);
};

/**
 * The value of a formula at a point, in double precision: of its only side, or of the last side of its
 * last chain that can be evaluated. Definitions within the formula count; the scope is left as it is.
 * Raises a Refusal (with the reason for the last side) if no side can be evaluated.
 */
export const evaluate = (evaluation: Evaluation): number => {
  const value = refusable(() => evaluateLast(evaluation));
  if (value instanceof Refusal) throw value;
  if (value instanceof Tensor) throw new Refusal("the value is a vector or a matrix, not a number");
  return value;
};

/** The same for a vector or a matrix, row by row; a number has one entry. */
export const evaluateEntries = (
  evaluation: Evaluation,
): { readonly rows: number; readonly columns: number; readonly entries: readonly number[] } => {
  const value = refusable(() => evaluateLast(evaluation));
  if (value instanceof Refusal) throw value;
  return value instanceof Tensor ? value : { rows: 1, columns: 1, entries: [value] };
};
