import type { Squares, Weights } from "./loss-surface.ts";

/** The search for the slope halves its interval as often as double precision allows. */
const halvings = 64;

/**
 * The weights after a time of gradient flow, ċ = −∇L(c), from the implicit solution. They stay on their circle, so
 * that only v = (c₁/c₀)² moves: with γ² = b/a for the squares a, b it falls at the rate
 * 4γ²(1 + γ²)v²(1 + v)²/(R²(1 + γ²v)³).
 */
export function flowFrom(start: Weights, { target, alias }: Squares, time: number): Weights {
  const [c0, c1] = start;
  if (c0 * c1 * target * alias === 0 || time === 0) return start;
  const ratio = alias / target;
  const from = (c1 / c0) ** 2;
  const duration = (4 * ratio * (1 + ratio) * time) / (c0 ** 2 + c1 ** 2);
  const to = bisect((v) => elapsed(from, v, ratio) < duration, from);
  const radius = Math.hypot(c0, c1);
  return [(Math.sign(c0) * radius) / Math.sqrt(1 + to), Math.sign(c1) * radius * Math.sqrt(to / (1 + to))];
}

/** ∫ (1 + gv)³/(v²(1 + v)²) dv from `to` up to `from`, by partial fractions. */
function elapsed(from: number, to: number, ratio: number): number {
  const fallen = from - to;
  return (
    fallen / (from * to) +
    (3 * ratio - 2) * Math.log(from / to) +
    (ratio ** 3 - 3 * ratio + 2) * Math.log1p(fallen / (1 + to)) +
    ((1 - ratio) ** 3 * fallen) / ((1 + from) * (1 + to))
  );
}

/** The number below `from` at which an answer, true from there on upwards, turns to false. */
function bisect(isBefore: (v: number) => boolean, from: number): number {
  let low = from;
  for (let factor = 0.5; isBefore(low); factor **= 2) low *= factor;
  let [left, right] = [Math.log(low), Math.log(from)];
  for (let k = 0; k < halvings; k++) {
    const middle = (left + right) / 2;
    if (isBefore(Math.exp(middle))) right = middle;
    else left = middle;
  }
  return Math.exp((left + right) / 2);
}
