import type { Bounded } from "../evaluation/bounded.ts";
import { boundedArithmetic } from "../evaluation/bounded.ts";
import { createCompiler } from "../evaluation/compile.ts";
import type { Budget, Compiler } from "../evaluation/compiler.ts";
import type { Binding, Expression } from "../meaning/expression.ts";
import { declaredIn, within } from "../meaning/expression.ts";
import { Refusal, refusable } from "../refusal.ts";
import { compare } from "./compare.ts";
import { shrink } from "./counterexample.ts";
import { describePoint, hintFor } from "./hints.ts";
import { createRandom } from "./random.ts";
import type { Point } from "./sample.ts";
import { compileFilter, frameAt, samplePoints } from "./sample.ts";
import type { Claim, Trial } from "./trial.ts";

export interface Judgement {
  readonly outcome: "verified" | "false" | "unchecked";
  readonly reason?: string;
  readonly counterexample?: {
    readonly point: Record<string, number>;
    readonly left: number;
    readonly right: number;
    readonly hint?: string;
  };
  readonly points: number;
  /** The largest absolute difference between the sides of an equation, over the points. */
  readonly largestDifference: number;
}

/** Failures after which the pattern of a false step is plain. */
const ENOUGH_FAILURES = 3;
const PLENTY = 24;
const WITH_CALCULUS = 8;
const WITH_NESTED_CALCULUS = 4;

/** How many points a claim is tried at: calculus is dear. */
const pointsFor = (left: Expression, right: Expression): number => {
  const integrals = [left, right].map((side) =>
    within(side)
      .filter(({ kind }) => kind === "integral")
      .toArray(),
  );
  const isNested = integrals.flat().some(
    (one) =>
      within(one)
        .filter(({ kind }) => kind === "integral")
        .toArray().length > 1,
  );
  return isNested ? WITH_NESTED_CALCULUS : integrals.flat().length > 0 ? WITH_CALCULUS : PLENTY;
};

const tryAt = (claim: Claim, compiler: Compiler<Bounded>): ((point: Point) => Trial) => {
  const [left, right] = [compiler.compile(claim.left), compiler.compile(claim.right)];
  return (point) => {
    const frame = frameAt(point, compiler);
    const [a, b] = [left(frame), right(frame)];
    return { point, left: a.value, right: b.value, finding: compare(claim.relation, a, b, claim.halfUnit) };
  };
};

const differenceOf = ({ left, right }: Trial): number => (left === right ? 0 : Math.abs(left - right) || 0);
const isEquation = ({ relation }: Claim): boolean => relation === "=" || relation === "\\approx";

const summaryOf = (
  trials: readonly Trial[],
  claim: Claim,
): Pick<Judgement, "points" | "largestDifference"> => ({
  points: trials.length,
  largestDifference: isEquation(claim) ? Math.max(0, ...trials.map(differenceOf)) : 0,
});

const reasonFor = (trial: Trial): string => {
  const where = describePoint(trial.point);
  if (trial.finding === "too close")
    return `the sides agree to rounding ${where}, so that a strict inequality is not decided`;
  if (trial.finding === "inaccurate") return `cannot be computed accurately ${where}`;
  const side = Number.isNaN(trial.left) ? "left" : "right";
  return `the ${side} side is undefined ${where}: narrow the domain`;
};

const isFailure = ({ finding }: Trial, all: readonly Trial[]): boolean =>
  finding === "fails" ||
  (finding === "too close" &&
    all.every((other) => other.finding === "too close" && differenceOf(other) === 0));

const falsified = (
  failure: Trial,
  trials: readonly Trial[],
  claim: Claim,
  attempt: (point: Point) => Trial,
  isAllowed: (point: Point) => boolean,
): Judgement => {
  const shrunk = shrink(failure, attempt, isAllowed);
  const hint = hintFor(claim, trials, shrunk);
  const point = Object.fromEntries([...shrunk.point].map(([variable, value]) => [variable.name, value]));
  const counterexample = {
    point,
    left: shrunk.left,
    right: shrunk.right,
    ...(hint === undefined ? {} : { hint }),
  };
  return { outcome: "false", counterexample, ...summaryOf(trials, claim) };
};

const variablesOf = ({ left, right, conditions }: Claim): readonly Binding[] =>
  [
    ...declaredIn(left, right, ...conditions.flatMap((condition) => [condition.left, condition.right])),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Tries a claim at seeded points. Refusals while evaluating leave it unchecked, unless it already failed. */
export const judge = (claim: Claim, seed: number, budget: Budget): Judgement => {
  const compiler = createCompiler(boundedArithmetic, budget);
  const isAllowed = compileFilter(claim.conditions, compiler);
  const points = samplePoints(
    variablesOf(claim),
    isAllowed,
    pointsFor(claim.left, claim.right),
    createRandom(seed),
  );
  const attempt = tryAt(claim, compiler);
  const trials: Trial[] = [];
  let refusal: Refusal | undefined;
  for (const point of points) {
    const trial = refusable(() => attempt(point));
    if (trial instanceof Refusal) {
      refusal = trial;
      break;
    }
    trials.push(trial);
    if (trials.filter(({ finding }) => finding === "fails").length >= ENOUGH_FAILURES) break;
  }
  const failure = trials.find((trial) => isFailure(trial, trials));
  if (failure) return falsified(failure, trials, claim, attempt, isAllowed);
  const doubt = trials.find(({ finding }) => finding !== "holds");
  const reason = refusal?.message ?? (doubt && reasonFor(doubt));
  return reason === undefined
    ? { outcome: "verified", ...summaryOf(trials, claim) }
    : { outcome: "unchecked", reason, ...summaryOf(trials, claim) };
};
