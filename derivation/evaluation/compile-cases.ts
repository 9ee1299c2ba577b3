import type { Branch, Comparison, Condition, Expression } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Compiler, Frame } from "./compiler.ts";

const HOLDS: Record<Comparison, (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "\\le": (left, right) => left <= right,
  "\\ge": (left, right) => left >= right,
  "=": (left, right) => left === right,
  "\\ne": (left, right) => left !== right,
};

/** A closure that says whether all conditions hold. */
export const compileConditions = <T>(
  conditions: readonly Condition[],
  compiler: Compiler<T>,
): ((frame: Frame<T>) => boolean) => {
  const { value } = compiler.arithmetic;
  const tests = conditions.map(({ left, relation, right }) => {
    const [first, second] = [compiler.compile(left), compiler.compile(right)];
    return (frame: Frame<T>) => HOLDS[relation](value(first(frame)), value(second(frame)));
  });
  return (frame) => tests.every((test) => test(frame));
};

/** A closure that evaluates the first branch whose conditions hold. Raises a Refusal if none does. */
export const compileBranches = <T, R>(
  branches: readonly Branch[],
  compileValue: (expression: Expression) => (frame: Frame<T>) => R,
  compiler: Compiler<T>,
): ((frame: Frame<T>) => R) => {
  const choices = branches.map(({ value, conditions }) => ({
    holds: compileConditions(conditions, compiler),
    evaluate: compileValue(value),
  }));
  return (frame) => {
    const chosen = choices.find(({ holds }) => holds(frame));
    if (!chosen) throw new Refusal("no case applies at a sample point: add an “otherwise” case");
    return chosen.evaluate(frame);
  };
};
