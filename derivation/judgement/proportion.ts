import type { Bounded } from "../evaluation/bounded.ts";
import type { Compiler, Evaluate } from "../evaluation/compiler.ts";
import type { Binding, Expression } from "../meaning/expression.ts";
import { declaredIn } from "../meaning/parts.ts";
import { Refusal } from "../refusal.ts";
import { compare } from "./compare.ts";
import type { Point } from "./point.ts";
import { domainAt } from "./point.ts";
import type { Random } from "./random.ts";
import type { Sample } from "./sample.ts";
import { frameAt } from "./sample.ts";
import { sampleIn } from "./sample-domain.ts";
import type { Claim, Trial } from "./trial.ts";

const argumentsOf = (side: Expression): readonly Binding[] =>
  side.kind === "call"
    ? side.values.flatMap((value) =>
        value.kind === "variable" && !value.binding.isBound ? [value.binding] : [],
      )
    : [];

/** The variables in which a proportion is claimed: the left function’s arguments, or the only variable. */
const variedIn = ({ left, right }: Claim): readonly Binding[] => {
  const named = argumentsOf(left);
  const all = [...declaredIn(left, right)];
  const varied = named.length > 0 ? named : all;
  if (varied.length !== 1 && named.length === 0)
    throw new Refusal("∝ in which variable? write f(x) \\propto … with a function f of what varies");
  if (varied.some(({ shape }) => shape)) throw new Refusal("∝ in a vector is not supported");
  return varied;
};

/** `left ∝ right` holds if left(x)·right(x′) = left(x′)·right(x) for any two values of what varies. */
export const tryProportion = (
  claim: Claim,
  compiler: Compiler<Bounded>,
  random: Random,
): ((sample: Sample) => Trial) => {
  const varied = variedIn(claim);
  const [left, right] = [compiler.compile(claim.left), compiler.compile(claim.right)];
  const { multiply } = compiler.arithmetic;
  return ({ point }) => {
    const other: Point = new Map([
      ...point,
      ...varied.map((one) => [one, sampleIn(domainAt(one, point), random)] as const),
    ]);
    const at = (side: Evaluate<Bounded>, where: Point): Bounded => side(frameAt(where, compiler));
    const [a, b] = [multiply(at(left, point), at(right, other)), multiply(at(left, other), at(right, point))];
    const isVoid = a.value === 0 && b.value === 0;
    return {
      point,
      left: at(left, point).value,
      right: at(right, point).value,
      finding: isVoid ? "inaccurate" : compare("=", a, b, claim.halfUnit),
    };
  };
};
