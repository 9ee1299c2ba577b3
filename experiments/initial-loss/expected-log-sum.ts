import { expectedShortfalls, type Lattice, reach, shortfall, step } from "./laplace.ts";
import { type Law, normalLaw } from "./law.ts";

/**
 * E[log(Σ e^(τ·g_v) + e^A)] for `count` ≥ 1 independent standard normal g_v and, where a law is given, an independent
 * A: Frullani's integral of e^(−e^u) − L(e^u)^count · L_A(e^u), in nats, within 10⁻⁹ relative to max(1, |value|).
 */
export function expectedLogSum(count: number, deviation: number, own?: Law): number {
  const others = normalLaw(0, deviation);
  const lattice = latticeFor(count, deviation, own);
  const fromOthers = expectedShortfalls(others, lattice);
  const fromOwn = own && expectedShortfalls(own, lattice);
  let sum = 0;
  for (let j = 0; j < lattice.count; j++) {
    const exponent = count * logTransform(fromOthers[j] ?? 0) + logTransform(fromOwn?.[j] ?? 0);
    sum += -Math.expm1(exponent) - shortfall((lattice.first + j) * step);
  }
  return step * sum;
}

/** log L from 1 − L, which rounding may carry past 1. */
function logTransform(missing: number): number {
  return Math.log1p(-Math.min(1, missing));
}

/** From where both transforms are 1 to where both terms of the integrand are 0. */
function latticeFor(count: number, deviation: number, own?: Law): Lattice {
  const farthest = Math.max(reach * deviation, own ? own.mean + reach * own.deviation : 0);
  const largest = 40 + farthest;
  // P(every logit < −7.7 τ / √count) is below 10⁻¹³
  const smallest = 4 + (7.7 * deviation) / Math.sqrt(count);
  const first = Math.floor(-largest / step);
  return { first, count: Math.ceil(smallest / step) - first + 1 };
}
