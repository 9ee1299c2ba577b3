import { negativeLogDerivatives, reverseSlopes } from "./reverse-slopes.ts";
import { findRoot } from "./root.ts";
import {
  type Branching,
  broadBranch,
  broadMinimum,
  sideBranch,
  sidePoint,
  symmetricMixture,
} from "./symmetric-family.ts";

/** Where the number or the order of the optima changes, as values of the separation a. */
export interface Thresholds {
  /** S has a dip between two modes from here on. */
  readonly bimodal: number;
  /** Two minima, one at each mode, appear with two saddles: a saddle-node. */
  readonly appearance: number;
  /** The minima at the modes are as low as the broad one: a Maxwell point. */
  readonly exchange: number;
}

/** The stationary points of D(Q‖S) over the separation; of mirror images one. */
export interface Branches {
  /** The lowest one: the broad one up to the exchange, the one at a mode from there on. */
  readonly lowest: readonly Branching[];
  readonly broad: readonly Branching[];
  /** The minimum at a mode, from the appearance on. */
  readonly mode: readonly Branching[];
  readonly saddle: readonly Branching[];
}

/**
 * σ/μ on the side branch, where its minimum (σ/μ smaller) and its saddle (larger) are one: the separation is least
 * there, and the second derivatives of D are singular.
 */
const findTurn = once(() => {
  const determinant = (ratio: number): number => {
    const { separation, ...q } = sidePoint(ratio);
    const { meanMean, meanScale, scaleScale } = reverseSlopes(symmetricMixture(separation), q);
    return meanMean * scaleScale - meanScale ** 2;
  };
  return findRoot(determinant, 0.5, 0.7);
});

/** σ/μ on the side branch, where its minimum is as low as the broad one at the same separation. */
const findExchange = once(() => {
  const lead = (ratio: number): number => {
    const side = sideBranch(ratio);
    return side.divergence - broadMinimum(side.separation).divergence;
  };
  return findRoot(lead, 0.3, findTurn());
});

/** The thresholds: constants of the family, computed when first asked for. */
export const thresholds = once(
  (): Thresholds => ({
    bimodal: findRoot((a) => negativeLogDerivatives(symmetricMixture(a))(0).curvature, 0.5, 2),
    appearance: sidePoint(findTurn()).separation,
    exchange: sidePoint(findExchange()).separation,
  }),
);

/** The branches up to a separation of about 4.2: constants of the family, computed when first asked for. */
export const branches = once((): Branches => {
  const turn = findTurn();
  const crossing = sideBranch(findExchange());
  const broad = ladder(0.05, 15.3, 48).map(broadBranch);
  // from the turn on, so that every branch begins at its smallest separation
  const mode = ladder(turn, 0.239, 20).map(sideBranch);
  const saddle = ladder(turn, 1.55, 20).map(sideBranch);
  const lowest = [
    ...broad.filter(({ separation }) => separation < crossing.separation),
    crossing,
    ...mode.filter(({ separation }) => separation > crossing.separation),
  ];
  return { lowest, broad, mode, saddle };
});

/** Equally spaced numbers, both ends included. */
function ladder(from: number, to: number, intervals: number): number[] {
  return Array.from({ length: intervals + 1 }, (_, k) => from + ((to - from) * k) / intervals);
}

/** A constant that is computed at most once. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
