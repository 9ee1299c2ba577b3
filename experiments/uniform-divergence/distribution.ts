import { bounded, type Decay, slowestDecay } from "./decay.ts";
import type { Density } from "./density.ts";

/** A distribution on the line: densities with their shares, and single points with theirs; all shares add up to 1. */
export interface Distribution {
  readonly parts: readonly { readonly share: number; readonly density: Density }[];
  readonly atoms: readonly { readonly at: number; readonly share: number }[];
}

/** The distribution that has a density. */
export function withDensity(density: Density): Distribution {
  return { parts: [{ share: 1, density }], atoms: [] };
}

/** The Dirac distribution: all probability at one point. */
export function pointMass(at: number): Distribution {
  return { parts: [], atoms: [{ at, share: 1 }] };
}

/** (1 − ε)·P + ε·Q, which is P itself where Q is; throws a RangeError unless ε lies in [0, 1]. */
export function mix(p: Distribution, q: Distribution, epsilon: number): Distribution {
  if (!(epsilon >= 0 && epsilon <= 1)) throw new RangeError(`a share lies in [0, 1], found ${epsilon}`);
  if (p === q) return p;
  const scaled = <T extends { readonly share: number }>(ofP: readonly T[], ofQ: readonly T[]): T[] =>
    [
      ...ofP.map((each) => ({ ...each, share: (1 - epsilon) * each.share })),
      ...ofQ.map((each) => ({ ...each, share: epsilon * each.share })),
    ].filter(({ share }) => share > 0);
  return { parts: scaled(p.parts, q.parts), atoms: scaled(p.atoms, q.atoms) };
}

/** The probability of a single point. */
export function shareAt({ atoms }: Distribution, x: number): number {
  return atoms.filter(({ at }) => at === x).reduce((sum, { share }) => sum + share, 0);
}

/** A stretch of the line, from < to. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A distribution's density on a stretch that no end of a part's support divides. */
export interface Restricted {
  /** Log-density, in nats; at an end of the stretch, its limit from inside. */
  log(x: number): number;
  readonly knots: readonly number[];
  readonly atFrom: Decay;
  readonly atTo: Decay;
}

/** The density on a stretch, or undefined where it is 0 on all of it. */
export function restrict({ parts }: Distribution, { from, to }: Stretch): Restricted | undefined {
  const active = parts.filter(({ density }) => density.from <= from && density.to >= to);
  if (active.length === 0) return undefined;
  const logs = active.map(({ share, density }) => {
    const constant = Math.log(share);
    return (x: number): number => constant + density.log(x);
  });
  const densities = active.map(({ density }) => density);
  return {
    log: logs.reduce((a, b) => (x) => logAddExp(a(x), b(x))),
    knots: densities.flatMap(({ knots }) => knots),
    atFrom: slowestDecay(densities.map((each) => (each.from === from ? each.atFrom : bounded))),
    atTo: slowestDecay(densities.map((each) => (each.to === to ? each.atTo : bounded))),
  };
}

/** log(eᵃ + eᵇ) without overflow. */
function logAddExp(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}
