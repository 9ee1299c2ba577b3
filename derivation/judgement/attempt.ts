import type { Bounded } from "../evaluation/bounded.ts";
import type { Compiler, Frame } from "../evaluation/compiler.ts";
import { Tensor } from "../evaluation/tensor.ts";
import type { Binding } from "../meaning/expression.ts";
import { Refusal } from "../refusal.ts";
import type { Finding } from "./compare.ts";
import { compare } from "./compare.ts";
import type { Point } from "./point.ts";
import { frameAt } from "./sample.ts";
import type { Solver } from "./solve.ts";
import { createSolver } from "./solve.ts";
import type { Claim, Trial } from "./trial.ts";

/** What a claim is tried with: how, and which variable is not sampled, since it is solved for. */
export interface Attempt {
  readonly at: (point: Point) => Trial;
  readonly solver?: Solver;
}

/** What one entry, or one solution, says is outranked by worse that another one says. */
const RANK: readonly Finding[] = ["fails", "undefined", "inaccurate", "too close", "holds"];

const worstOf = (trials: readonly Trial[]): Trial | undefined =>
  trials.toSorted((a, b) => RANK.indexOf(a.finding) - RANK.indexOf(b.finding))[0];

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

/** Both sides in a frame, compared; vectors and matrices entry by entry. */
const tryIn = (
  claim: Claim,
  compiler: Compiler<Bounded>,
): ((frame: Frame<Bounded>, point: Point) => Trial) => {
  const [left, right] = [compiler.compileAny(claim.left), compiler.compileAny(claim.right)];
  return (frame, point) => {
    const [a, b] = [left(frame), right(frame)];
    if (a instanceof Tensor && b instanceof Tensor) return compareEntries(point, claim, a, b);
    if (a instanceof Tensor || b instanceof Tensor) throw new Error("the sides of a claim have one shape");
    return { point, left: a.value, right: b.value, finding: compare(claim.relation, a, b, claim.halfUnit) };
  };
};

/** Tries a claim at every solution of its premise. Raises a Refusal if there is none. */
const atSolutions = (
  claim: Claim,
  solver: Solver,
  isAllowed: (point: Point) => boolean,
  compiler: Compiler<Bounded>,
): ((point: Point) => Trial) => {
  const tryOne = tryIn(claim, compiler);
  const { arithmetic, slotOf } = compiler;
  return (point) => {
    const trials = solver.solutionsAt(point).flatMap(({ at, error }) => {
      const solution: Point = new Map(point).set(solver.unknown, at);
      if (!isAllowed(solution)) return [];
      const frame = frameAt(solution, compiler);
      frame[slotOf(solver.unknown)] = arithmetic.widen(arithmetic.constant(at), error);
      return [tryOne(frame, solution)];
    });
    const worst = worstOf(trials);
    if (!worst)
      throw new Refusal(`no solution of the premise for ${solver.unknown.name} was found in its domain`);
    return worst;
  };
};

/** How a claim is tried at a point: as it stands, or where its premise is solved for an unknown. */
export const attemptAt = (
  claim: Claim,
  unknown: Binding | undefined,
  isAllowed: (point: Point) => boolean,
  compiler: Compiler<Bounded>,
): Attempt => {
  if (unknown) {
    const solver = createSolver(claim, unknown, compiler);
    return { at: atSolutions(claim, solver, isAllowed, compiler), solver };
  }
  const tryOne = tryIn(claim, compiler);
  return { at: (point) => tryOne(frameAt(point, compiler), point) };
};
