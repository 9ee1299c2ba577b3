import type { Bounded } from "../evaluation/bounded.ts";
import type { Compiler } from "../evaluation/compiler.ts";
import type { Binding, Expression } from "../meaning/expression.ts";
import { declaredIn } from "../meaning/parts.ts";
import { Refusal } from "../refusal.ts";
import type { Point } from "./point.ts";
import { domainAt } from "./point.ts";
import type { Root } from "./roots.ts";
import { rootsOf } from "./roots.ts";
import { frameAt } from "./sample.ts";
import type { Claim } from "./trial.ts";

/** The unknown of a claim's equations, and its values at a point that says nothing about it. */
export interface Solver {
  readonly unknown: Binding;
  readonly solutionsAt: (point: Point) => readonly Root[];
}

const isUnknown = ({ shape, domain }: Binding): boolean => !shape && domain?.kind !== "integer";

const variableIn = (side: Expression): Binding | undefined =>
  side.kind === "variable" ? side.binding : undefined;

/**
 * The unknown that the conclusion names alone, or else all that the equation has, those that the conclusion mentions
 * first: any of them tells the solutions. Raises a Refusal if there is none.
 */
export const unknownsOf = ({ left, right, equations }: Claim): readonly Binding[] => {
  const [equation, more] = equations;
  if (!equation || more) throw new Refusal("several equations at once: solving them is not supported");
  const candidates = [...declaredIn(equation.left, equation.right)].filter(isUnknown);
  const mentioned = declaredIn(left, right);
  const named = [left, right, equation.left].map(variableIn).find((one) => one && candidates.includes(one));
  if (candidates.length === 0) throw new Refusal("the premise is an equation without an unknown");
  return named ? [named] : candidates.toSorted((a, b) => Number(mentioned.has(b)) - Number(mentioned.has(a)));
};

/** A solver for the one equation that a claim follows from. */
export const createSolver = (claim: Claim, unknown: Binding, compiler: Compiler<Bounded>): Solver => {
  const [equation] = claim.equations;
  if (!equation) throw new Error("a solver needs an equation");
  const [left, right] = [compiler.compile(equation.left), compiler.compile(equation.right)];
  const slot = compiler.slotOf(unknown);
  return {
    unknown,
    solutionsAt: (point) => {
      const difference = (x: number): Bounded => {
        const frame = frameAt(point, compiler);
        frame[slot] = compiler.arithmetic.constant(x);
        return compiler.arithmetic.subtract(left(frame), right(frame));
      };
      return rootsOf(difference, domainAt(unknown, point));
    },
  };
};
