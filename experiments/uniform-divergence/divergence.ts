import { convergesAt } from "./decay.ts";
import { type Distribution, type Restricted, restrict, type Stretch, shareAt } from "./distribution.ts";
import { legendre } from "./quadrature.ts";

/** What a stretch of the line, or a single point where from = to, contributes. Values may be ∞. */
export interface Cell extends Stretch {
  /** Its part of D(P‖Q) and of D(Q‖P), in nats. */
  readonly forward: number;
  readonly reverse: number;
  /** Its probability under P and under Q. */
  readonly massP: number;
  readonly massQ: number;
  /** Log-densities at its two ends, from inside; of a point, the log-probability twice. −∞ where there is none. */
  readonly logP: readonly [number, number];
  readonly logQ: readonly [number, number];
}

/**
 * Both divergences of two distributions as sums over cells, from left to right. Points and stretches are told apart, so
 * that a density and an atom are never weighed against each other: where one of the two has nothing, it has nothing.
 */
export function compareOverCells(p: Distribution, q: Distribution): readonly Cell[] {
  const points = [...new Set([...p.atoms, ...q.atoms].map(({ at }) => at))];
  const ends = [p, q].flatMap(({ parts }) => parts.flatMap(({ density }) => [density.from, density.to]));
  const breaks = sorted([...points, ...ends]);
  const stretches = breaks.slice(1).map((to, k) => ({ from: breaks[k] ?? to, to }));
  return [
    ...points.map((at) => pointCell(p, q, at)),
    ...stretches.flatMap((each) => cellsOn(p, q, each)),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** p log(p/q), from the logarithms too: 0 where p = 0, and ∞ where p > 0 and q = 0, also where p underflows. */
export function weighRatio(p: number, logP: number, logQ: number): number {
  if (logP === -Infinity) return 0;
  return logQ === -Infinity ? Infinity : p * (logP - logQ);
}

function pointCell(p: Distribution, q: Distribution, at: number): Cell {
  const [massP, massQ] = [shareAt(p, at), shareAt(q, at)];
  const [logP, logQ] = [Math.log(massP), Math.log(massQ)];
  const worth = { forward: weighRatio(massP, logP, logQ), reverse: weighRatio(massQ, logQ, logP) };
  return { from: at, to: at, massP, massQ, ...worth, logP: [logP, logP], logQ: [logQ, logQ] };
}

/** The cells of a stretch between two breaks: neither density starts or ends inside. */
function cellsOn(p: Distribution, q: Distribution, stretch: Stretch): readonly Cell[] {
  const [onP, onQ] = [restrict(p, stretch), restrict(q, stretch)];
  if (onP === undefined && onQ === undefined) return [];
  const knots = [...(onP?.knots ?? []), ...(onQ?.knots ?? [])].filter(
    (x) => x > stretch.from && x < stretch.to,
  );
  const ends = sorted([stretch.from, ...knots, stretch.to]);
  const last = ends.length - 2;
  return ends.slice(1).map((to, k) => {
    const cell = densityCell(onP, onQ, { from: ends[k] ?? to, to });
    if (onP === undefined || onQ === undefined || (k > 0 && k < last)) return cell;
    return withEnds(cell, onP, onQ, [k === 0, k === last]);
  });
}

/** A cell of a stretch: where one of the two has no density, the other's is weighed against 0, at every point of it. */
function densityCell(onP: Restricted | undefined, onQ: Restricted | undefined, { from, to }: Stretch): Cell {
  const ends = (on: Restricted | undefined) =>
    [on?.log(from) ?? -Infinity, on?.log(to) ?? -Infinity] as const;
  const integrals = integrateBoth(onP?.log ?? nowhere, onQ?.log ?? nowhere, { from, to });
  if (onQ === undefined) integrals.forward = Infinity;
  if (onP === undefined) integrals.reverse = Infinity;
  return { from, to, ...integrals, logP: ends(onP), logQ: ends(onQ) };
}

/** The logarithm of no density. */
function nowhere(): number {
  return -Infinity;
}

/** Below this width a cell has no weight in double precision: its nodes would fall on its ends. */
const narrowest = 1e-290;

/** By quadrature. A cell that reaches to ±∞ holds less than 1e-13 of what converges, and counts as 0. */
function integrateBoth(logOfP: Restricted["log"], logOfQ: Restricted["log"], { from, to }: Stretch) {
  let [forward, reverse, massP, massQ] = [0, 0, 0, 0];
  const half = (to - from) / 2;
  const isMeasured = half > narrowest && half < Infinity;
  for (const node of isMeasured ? legendre : []) {
    const x = from + half + half * node.at;
    const weight = half * node.weight;
    const logP = logOfP(x);
    const logQ = logOfQ(x);
    const p = Math.exp(logP);
    const q = Math.exp(logQ);
    massP += weight * p;
    massQ += weight * q;
    forward += weight * weighRatio(p, logP, logQ);
    reverse += weight * weighRatio(q, logQ, logP);
  }
  return { forward, reverse, massP, massQ };
}

/** The cell at an end of a stretch, where it is the decay that says whether an integral is ∞. */
function withEnds(
  cell: Cell,
  p: Restricted,
  q: Restricted,
  [first, last]: readonly [boolean, boolean],
): Cell {
  const converges = (front: Restricted, behind: Restricted): boolean =>
    (!first || convergesAt(front.atFrom, behind.atFrom, cell.from === -Infinity)) &&
    (!last || convergesAt(front.atTo, behind.atTo, cell.to === Infinity));
  const forward = converges(p, q) ? cell.forward : Infinity;
  return { ...cell, forward, reverse: converges(q, p) ? cell.reverse : Infinity };
}

function sorted(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** What two distributions are to each other. */
export interface Totals {
  /** D(P‖Q) and D(Q‖P), in nats, ∞ included. */
  readonly forward: number;
  readonly reverse: number;
  /** P({q = 0}) and Q({p = 0}). */
  readonly massWhereQ0: number;
  readonly massWhereP0: number;
}

/** The sums over all cells. */
export function totalsOf(cells: readonly Cell[]): Totals {
  const sum = (part: (cell: Cell) => number): number => cells.reduce((total, cell) => total + part(cell), 0);
  return {
    forward: sum(({ forward }) => forward),
    reverse: sum(({ reverse }) => reverse),
    massWhereQ0: sum(({ massP, logQ }) => (isEmpty(logQ) ? massP : 0)),
    massWhereP0: sum(({ massQ, logP }) => (isEmpty(logP) ? massQ : 0)),
  };
}

/** Whether a cell has no density at all: one that has is positive at one end at least. */
export function isEmpty([left, right]: readonly [number, number]): boolean {
  return left === -Infinity && right === -Infinity;
}
