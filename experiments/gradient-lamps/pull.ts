/** The divergence of one code from N(0, 1), in nats, with its slopes. */
export interface Pull {
  readonly divergence: number;
  readonly meanSlope: number;
  readonly deviationSlope: number;
}

/** Distance between the nodes of the trapezoidal rule: exact to rounding for polynomials times the normal density. */
const distance = 0.25;
/** The rule for E[g(V)], V ~ N(0, 1): nodes from −10 to 10, and their weights. Shapes [81], [81]. */
export const normalNodes: readonly number[] = Array.from({ length: 81 }, (_, k) => k * distance - 10);
export const normalWeights: readonly number[] = normalNodes.map(
  (noise) => (distance * Math.exp(-(noise ** 2) / 2)) / Math.sqrt(2 * Math.PI),
);

/**
 * E[log p(Z)/r(Z)] over V, for Z = μ + σV, and the means of its derivatives for fixed V: what a network would get from
 * samples without end, and not the closed form.
 */
export function pullOf({ mean, deviation }: { readonly mean: number; readonly deviation: number }): Pull {
  const sample = (noise: number): number => mean + deviation * noise;
  return {
    divergence: normalMean((noise) => (sample(noise) ** 2 - noise ** 2) / 2 - Math.log(deviation)),
    meanSlope: normalMean(sample),
    deviationSlope: normalMean((noise) => sample(noise) * noise - 1 / deviation),
  };
}

/** E[g(V)]. */
function normalMean(g: (noise: number) => number): number {
  return normalNodes.reduce((total, noise, k) => total + (normalWeights[k] ?? 0) * g(noise), 0);
}
