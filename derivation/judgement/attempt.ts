import type { Bounded } from "../evaluation/bounded.ts";
import type { Compiler } from "../evaluation/compiler.ts";
import { Tensor } from "../evaluation/tensor.ts";
import type { Binding } from "../meaning/expression.ts";
import { within } from "../meaning/parts.ts";
import { Refusal, refusable } from "../refusal.ts";
import type { Finding } from "./compare.ts";
import { compare, surelyHolds } from "./compare.ts";
import type { Point } from "./point.ts";
import type { Sample } from "./sample.ts";
import { frameAt } from "./sample.ts";
import type { Side } from "./side.ts";
import type { Solver } from "./solve.ts";
import { createSolver } from "./solve.ts";
import type { Claim, Trial } from "./trial.ts";
import type { Workbench } from "./workbench.ts";

/** What a claim is tried with: how, and which variable is not sampled, since it is solved for. */
export interface Attempt {
  readonly at: (sample: Sample) => Trial;
  readonly solver?: Solver;
}

/** What one entry, or one solution, says is outranked by worse that another one says. */
const RANK: readonly Finding[] = ["fails", "undefined", "inaccurate", "too close", "holds"];

const gapOf = ({ left, right }: Trial): number => Math.abs(left - right) || 0;

/** Of two that fail, the worse is the one that fails by more. */
const worstOf = (trials: readonly Trial[]): Trial | undefined =>
  trials.toSorted((a, b) => RANK.indexOf(a.finding) - RANK.indexOf(b.finding) || gapOf(b) - gapOf(a))[0];

const compareEntries = (point: Point, claim: Claim, left: Tensor<Bounded>, right: Tensor<Bounded>): Trial => {
  if (left.rows !== right.rows || left.columns !== right.columns)
    throw new Refusal("the sides have different lengths");
  const trials = left.entries.map((a, k): Trial => {
    const b = right.entries[k] as Bounded;
    const [row, column] = [Math.floor(k / left.columns) + 1, (k % left.columns) + 1];
    const entry = left.columns === 1 ? String(row) : `${row},${column}`;
    return { point, left: a.value, right: b.value, entry, finding: compare("=", a, b, claim.halfUnit) };
  });
  const worst = worstOf(trials);
  if (!worst) throw new Error("a vector without entries");
  return worst.finding === "fails" ? { ...worst, isTransposed: isTranspose(left, right) } : worst;
};

const isTranspose = (left: Tensor<Bounded>, right: Tensor<Bounded>): boolean =>
  left.rows === left.columns &&
  left.entries.every((a, k) => {
    const b = right.at(k % left.columns, Math.floor(k / left.columns));
    return compare("=", a, b, 0) === "holds";
  });

const sidesAt = (
  claim: Claim,
  point: Point,
  left: Bounded | Tensor<Bounded>,
  right: Bounded | Tensor<Bounded>,
): Trial => {
  if (left instanceof Tensor && right instanceof Tensor) return compareEntries(point, claim, left, right);
  if (left instanceof Tensor || right instanceof Tensor)
    throw new Error("the sides of a claim have one shape");
  const finding = compare(claim.relation, left, right, claim.halfUnit);
  return { point, left: left.value, right: right.value, finding };
};

/** Whether the sides agree beyond doubt in double precision; then the error bounds need not be known. */
const quickly = (claim: Claim, left: Side, right: Side, sample: Sample): Trial | undefined => {
  const [a, b] = [left.quickly(sample), right.quickly(sample)];
  const [entries, others] = [a, b].map((side) => (side instanceof Tensor ? side.entries : [side]));
  const isSame =
    !(a instanceof Tensor) || !(b instanceof Tensor) || (a.rows === b.rows && a.columns === b.columns);
  const agree = entries?.every((entry, k) => {
    const other = others?.[k];
    return (
      entry !== undefined && other !== undefined && surelyHolds(claim.relation, entry, other, claim.halfUnit)
    );
  });
  const [first, second] = [entries?.[0], others?.[0]];
  if (!isSame || agree !== true || first === undefined || second === undefined) return undefined;
  return { point: sample.point, left: first, right: second, finding: "holds" };
};

/** Two rules of quadrature that are off by so much seldom agree by chance, and never if by more. */
const CHANCE = 1e-6;

/** Where slow rules give no answer, a difference of more than this is believed without them. */
const DOUBT = 1e-8;

const isWithin = ({ left, right }: Trial, share: number): boolean =>
  Math.abs(left - right) <= share * Math.max(1, Math.abs(left), Math.abs(right));

/**
 * Both sides at a sample, compared; vectors and matrices entry by entry. A small difference is not believed before
 * slow rules have shown it too.
 */
const tryBoth = (claim: Claim, bench: Workbench): ((sample: Sample) => Trial) => {
  const [left, right] = [bench.sideOf(claim.left), bench.sideOf(claim.right)];
  const hasQuadrature = [claim.left, claim.right].some((side) =>
    within(side).some(({ kind }) => kind === "integral" || kind === "mean"),
  );
  return (sample) => {
    const quick = quickly(claim, left, right, sample);
    if (quick) return quick;
    const trial = sidesAt(claim, sample.point, left.carefully(sample), right.carefully(sample));
    if (trial.finding !== "fails" || !isWithin(trial, CHANCE) || !hasQuadrature) return trial;
    const patient = refusable(() =>
      sidesAt(claim, sample.point, left.patiently(sample), right.patiently(sample)),
    );
    if (!(patient instanceof Refusal)) return patient;
    return isWithin(trial, DOUBT) ? { ...trial, finding: "inaccurate" } : trial;
  };
};

/** Tries a claim at every solution of its premise. Raises a Refusal if there is none. */
const atSolutions = (
  claim: Claim,
  solver: Solver,
  isAllowed: (point: Point) => boolean,
  compiler: Compiler<Bounded>,
): ((sample: Sample) => Trial) => {
  const { arithmetic, slotOf, compileAny } = compiler;
  const [left, right] = [compileAny(claim.left), compileAny(claim.right)];
  return ({ point }) => {
    const trials = solver.solutionsAt(point).flatMap(({ at, error }) => {
      const solution: Point = new Map(point).set(solver.unknown, at);
      if (!isAllowed(solution)) return [];
      const frame = frameAt(solution, compiler);
      frame[slotOf(solver.unknown)] = arithmetic.widen(arithmetic.constant(at), error);
      return [sidesAt(claim, solution, left(frame), right(frame))];
    });
    const worst = worstOf(trials);
    if (!worst)
      throw new Refusal(`no solution of the premise for ${solver.unknown.name} was found in its domain`);
    return worst;
  };
};

/** How a claim is tried at a sample: as it stands, or where its premise is solved for an unknown. */
export const attemptAt = (
  claim: Claim,
  unknown: Binding | undefined,
  isAllowed: (point: Point) => boolean,
  bench: Workbench,
): Attempt => {
  if (!unknown) return { at: tryBoth(claim, bench) };
  const solver = createSolver(claim, unknown, bench.careful);
  return { at: atSolutions(claim, solver, isAllowed, bench.careful), solver };
};
