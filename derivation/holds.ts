import type { Evaluation } from "./evaluate.ts";
import { bindPoint, pointOf } from "./evaluate.ts";
import { plain } from "./evaluation/arithmetic.ts";
import { createCompiler } from "./evaluation/compile.ts";
import { Budget } from "./evaluation/compiler.ts";
import { readConditions } from "./grammar/conditions.ts";
import { readingIn } from "./grammar/grammar.ts";
import { frameAt } from "./judgement/sample.ts";
import type { Comparison } from "./meaning/expression.ts";
import { readTex } from "./tex/katex-tree.ts";
import { expansionsFor } from "./tex/macros.ts";

const EVALUATIONS = 500_000;

/** Typed values meet an equation to a few digits at best. */
const CLOSE = 1e-6;

const isMet = (left: number, relation: Comparison, right: number): boolean => {
  const isEqual = Math.abs(left - right) <= CLOSE * Math.max(1, Math.abs(left), Math.abs(right));
  switch (relation) {
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "\\le":
      return left <= right;
    case "\\ge":
      return left >= right;
    case "=":
      return isEqual;
    case "\\ne":
      return !isEqual;
  }
};

/** Whether the conditions in a formula, such as `x > 0, y \in (0, 1)`, hold at a point. Raises a Refusal. */
export const holdsAt = ({ tex, macros, scope, point }: Evaluation): boolean => {
  const expansions = expansionsFor(macros);
  const bound = bindPoint({ scope, point }, expansions);
  const conditions = readConditions(readTex(tex, expansions), readingIn(bound.scope));
  const compiler = createCompiler(plain, new Budget(EVALUATIONS));
  const values = pointOf(
    conditions.flatMap(({ left, right }) => [left, right]),
    bound.values,
  );
  const frame = frameAt(values, compiler);
  return conditions.every(({ left, relation, right }) =>
    isMet(compiler.compile(left)(frame), relation, compiler.compile(right)(frame)),
  );
};
