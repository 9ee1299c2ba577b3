/** The length of a vector of n independent standard normal numbers. */

/** A node of a quadrature rule and its weight; the weights of a rule add up to 1. */
export interface Node {
  readonly value: number;
  readonly weight: number;
}

/** E[χ] for n ≥ 1 dimensions, by E[χ_{n+2}] = E[χ_n]·(n + 1)/n from n = 1 or 2. */
export function meanChi(dimensions: number): number {
  let n = dimensions % 2 === 0 ? 2 : 1;
  let mean = Math.sqrt(n === 2 ? Math.PI / 2 : 2 / Math.PI);
  for (; n < dimensions; n += 2) mean *= (n + 1) / n;
  return mean;
}

/** Var[χ] for n dimensions: E[χ²] is n. */
export function varianceOfChi(dimensions: number): number {
  return dimensions - meanChi(dimensions) ** 2;
}

/** Nodes lie so many deviations of log χ apart; what is missed is |Γ((n + iω)/2)| / Γ(n/2) at ω = 2π/step. */
const spacing = { few: 0.5, many: 0.8 };
/** From so many dimensions on χ is so nearly normal that wider steps do. */
const many = 64;
/** A node whose weight is below e^−32 = 10⁻¹⁴ of the largest is left out. */
const negligible = -32;

/**
 * Nodes for expectations over χ in n ≥ 7 dimensions, within 10⁻¹⁰: the trapezoidal rule in y = log χ, where the
 * density exp(n·y − e^2y / 2) falls on both sides and is analytic, so that the rule converges geometrically.
 */
export function chiNodes(dimensions: number): readonly Node[] {
  const centre = Math.log(dimensions) / 2;
  const step = (dimensions < many ? spacing.few : spacing.many) / Math.sqrt(2 * dimensions);
  const logWeight = (k: number): number => dimensions * (k * step - Math.expm1(2 * k * step) / 2);
  const nodes: Node[] = [];
  for (const sign of [-1, 1]) {
    for (let k = sign === 1 ? 0 : 1; logWeight(sign * k) > negligible; k++) {
      nodes.push({ value: Math.exp(centre + sign * k * step), weight: Math.exp(logWeight(sign * k)) });
    }
  }
  const total = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return nodes.map(({ value, weight }) => ({ value, weight: weight / total }));
}
