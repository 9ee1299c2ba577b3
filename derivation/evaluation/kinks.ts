import type { Binding, Definition, Expression } from "../meaning/expression.ts";
import { dependsOn, partsOf } from "../meaning/expression.ts";
import type { Compiler, Frame } from "./compiler.ts";
import { withSlots } from "./compiler.ts";

/** An expression whose zero is a kink or jump of the integrand, and the names that stand for the variable in it. */
interface Kink {
  readonly difference: Expression;
  readonly aliases: readonly Binding[];
}

const isVariable = (expression: Expression, names: readonly Binding[]): boolean =>
  expression.kind === "variable" && names.includes(expression.binding);

const minus = (left: Expression, right: Expression): Expression => ({
  kind: "sum",
  parts: [left, { kind: "negative", of: right }],
});

const differencesIn = (expression: Expression): readonly Expression[] => {
  if (expression.kind === "elementary" && ["absolute", "sign"].includes(expression.name))
    return [expression.of];
  if (expression.kind === "extreme")
    return expression.of.slice(1).map((part, k) => minus(part, expression.of[k] ?? part));
  if (expression.kind !== "cases") return [];
  return expression.branches.flatMap(({ conditions }) =>
    conditions.map(({ left, right }) => minus(left, right)),
  );
};

/** Kinks of the integrand itself and of functions that it applies to the variable of integration. */
export const kinksIn = (
  expression: Expression,
  aliases: readonly Binding[],
  seen: Set<Definition>,
): readonly Kink[] => {
  if (["integral", "series", "derivative"].includes(expression.kind)) return [];
  const own = differencesIn(expression)
    .filter((difference) => aliases.some((alias) => dependsOn(difference, alias)))
    .map((difference) => ({ difference, aliases }));
  const inner = partsOf(expression).flatMap((part) => kinksIn(part, aliases, seen));
  if (expression.kind !== "call") return [...own, ...inner];
  const { values, of } = expression;
  const carried = of.parameters.filter((_, k) => isVariable(values[k] as Expression, aliases));
  if (carried.length < of.parameters.length || seen.has(of)) return [...own, ...inner];
  seen.add(of);
  return [...own, ...inner, ...kinksIn(of.body(), [...aliases, ...carried], seen)];
};

/** Where an affine difference vanishes, if it is affine: the root of the line through its values at 0 and 1. */
export const compileRoot = <T>(
  { difference, aliases }: Kink,
  compiler: Compiler<T>,
): ((frame: Frame<T>) => T | undefined) => {
  const { subtract, divide, constant, value } = compiler.arithmetic;
  const evaluate = compiler.compile(difference);
  const slots = aliases.map(compiler.slotOf);
  return (frame) => {
    const at = (x: number): T =>
      withSlots(
        frame,
        slots,
        slots.map(() => constant(x)),
        () => evaluate(frame),
      );
    const [low, high, far] = [at(0), at(1), at(2)];
    const slope = subtract(high, low);
    const isAffine =
      Math.abs(value(far) - value(high) - value(slope)) <=
      1e-12 * (Math.abs(value(far)) + Math.abs(value(low)));
    return isAffine && value(slope) !== 0 ? divide(subtract(constant(0), low), slope) : undefined;
  };
};
