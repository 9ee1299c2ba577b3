import type { Binding } from "../meaning/expression.ts";
import { declaredIn } from "../meaning/parts.ts";
import { Refusal, refusable } from "../refusal.ts";
import { attemptAt } from "./attempt.ts";
import { shrink } from "./counterexample.ts";
import { pointsFor } from "./effort.ts";
import { describePoint, hintFor } from "./hints.ts";
import type { Point } from "./point.ts";
import { flatten } from "./point.ts";
import { tryProportion } from "./proportion.ts";
import { createRandom } from "./random.ts";
import type { Sample } from "./sample.ts";
import { compileFilter, samplePoints } from "./sample.ts";
import { unknownsOf } from "./solve.ts";
import type { Claim, Trial } from "./trial.ts";
import type { Workbench } from "./workbench.ts";

export interface Judgement {
  readonly outcome: "verified" | "false" | "unchecked";
  readonly reason?: string;
  /** The line of a `symbols` block that would let the step be checked, ready to paste. */
  readonly proposal?: string;
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
  attempt: ((sample: Sample) => Trial) | undefined,
  isAllowed: (point: Point) => boolean,
): Judgement => {
  const shrunk = attempt ? shrink(failure, (point) => attempt({ point }), isAllowed) : failure;
  const hint = hintFor(claim, trials, shrunk);
  const point = Object.fromEntries(flatten(shrunk.point));
  const counterexample = {
    point,
    left: shrunk.left,
    right: shrunk.right,
    ...(hint === undefined ? {} : { hint }),
  };
  return { outcome: "false", counterexample, ...summaryOf(trials, claim) };
};

const variablesOf = ({ left, right, conditions, equations }: Claim): readonly Binding[] => {
  const conditional = [...conditions, ...equations].flatMap((one) => [one.left, one.right]);
  return [...declaredIn(left, right, ...conditional)].toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** How many points without a solution of the premise are passed over. */
const FEWEST_SOLVED = 3;

/** Tries a claim at points until enough have failed, or one is refused. */
const tryAll = (
  samples: readonly Sample[],
  attempt: (sample: Sample) => Trial,
  isSolved: boolean,
): { readonly trials: readonly Trial[]; readonly refusal?: Refusal } => {
  const trials: Trial[] = [];
  let refusal: Refusal | undefined;
  for (const sample of samples) {
    const trial = refusable(() => attempt(sample));
    if (trial instanceof Refusal) {
      refusal = trial;
      if (!isSolved) break;
    } else trials.push(trial);
    if (trials.filter(({ finding }) => finding === "fails").length >= ENOUGH_FAILURES) break;
  }
  const isEnough = isSolved && trials.length >= Math.min(FEWEST_SOLVED, samples.length);
  return refusal && !isEnough ? { trials, refusal } : { trials };
};

const judgeFor = (claim: Claim, unknown: Binding | undefined, bench: Workbench): Judgement => {
  const filter = compileFilter(claim.conditions, bench.quick);
  const { at, solver } =
    claim.relation === "\\propto"
      ? { at: tryProportion(claim, bench.careful, createRandom(bench.seed + 1)), solver: undefined }
      : attemptAt(claim, unknown, filter, bench);
  const isAllowed = solver ? () => true : filter;
  const variables = variablesOf(claim).filter((variable) => variable !== solver?.unknown);
  const points = samplePoints(variables, isAllowed, pointsFor(claim), bench.sampler);
  const { trials, refusal } = tryAll(points, at, solver !== undefined);
  const failure = trials.find((trial) => isFailure(trial, trials));
  if (failure) return falsified(failure, trials, claim, solver ? undefined : at, isAllowed);
  const doubt = trials.find(({ finding }) => finding !== "holds");
  const reason = refusal?.message ?? (doubt && reasonFor(doubt));
  return reason === undefined
    ? { outcome: "verified", ...summaryOf(trials, claim) }
    : { outcome: "unchecked", reason, ...summaryOf(trials, claim) };
};

/**
 * Tries a claim at seeded points, or at solutions of the equation from which it follows. Refusals while evaluating
 * leave it unchecked, unless it already failed.
 */
export const judge = (claim: Claim, bench: Workbench): Judgement => {
  if (claim.equations.length === 0) return judgeFor(claim, undefined, bench);
  const judgements = unknownsOf(claim).map((unknown) => () => judgeFor(claim, unknown, bench));
  let last: Judgement | undefined;
  for (const attempt of judgements) {
    last = attempt();
    if (last.outcome !== "unchecked") return last;
  }
  if (!last) throw new Error("an equation has an unknown");
  return last;
};
