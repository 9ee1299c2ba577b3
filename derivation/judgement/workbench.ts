import { boundedArithmetic, patientArithmetic } from "../evaluation/bounded.ts";
import { createCompiler } from "../evaluation/compile.ts";
import { Budget } from "../evaluation/compiler.ts";
import { createQuick } from "../evaluation/quick.ts";
import { remember } from "../evaluation/remember.ts";
import type { Expression } from "../meaning/expression.ts";
import type { Pieces } from "../tex/pieces.ts";
import type { Sampler } from "./sampler.ts";
import { createSampler } from "./sampler.ts";
import type { Compilers, Side } from "./side.ts";
import { createSide } from "./side.ts";

/** What the links of one chain share: sample values, closures, and what each side came to at each sample. */
export interface Workbench extends Compilers {
  readonly seed: number;
  readonly budget: Budget;
  readonly sampler: Sampler;
  /** What a side means: neighbours read it once. */
  readonly meaningOf: (side: Pieces, read: () => Expression) => Expression;
  readonly sideOf: (expression: Expression) => Side;
}

/** Numbers with an error bound take about so much longer. */
const PRICE_OF_BOUNDS = 3;
/** Evaluations that a chain has for slow rules alone: what these use up is not missing elsewhere. */
const PATIENCE = 250_000;

export const createWorkbench = (seed: number, budget: Budget): Workbench => {
  const compilers = {
    quick: createCompiler(createQuick(), budget),
    careful: createCompiler(boundedArithmetic, budget.at(PRICE_OF_BOUNDS)),
    patient: createCompiler(patientArithmetic, new Budget(PATIENCE)),
  };
  const sides = new Map<Expression, Side>();
  const meanings = new Map<Pieces, Expression>();
  return {
    ...compilers,
    seed,
    budget,
    sampler: createSampler(seed),
    meaningOf: (side, read) => remember(meanings, side, read),
    sideOf: (expression) => remember(sides, expression, () => createSide(expression, compilers)),
  };
};
