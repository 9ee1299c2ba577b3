import { describe, expect, test } from "vitest";
import { outcomesOf, stepsOf } from "./setting.ts";

const tex = String.raw;
const SYMBOLS = tex`
x, a, t in (0.2, 0.9)
n in 2..4
\mathbf{w}, u in R^3
v in R^n
A, B in R^{3 \times 3}
M in R^{2x3}
S in R^{3 \times 3} symmetric
p in Simplex^4
X, Y ~ Normal(0, 1)
P(z) := \Normal(z; 1.3, 2)
`;

/** Notations of linear algebra and probability that everybody reads alike. */
const READ: readonly string[] = [
  tex`\mathbf{w}^T u = \mathbf{w}^\top u = u^{\top}\mathbf{w}`,
  tex`\mathbf{w}_2 = \sum_{k=2}^{2} \mathbf{w}_k`,
  tex`A_{12} = A_{1,2} = (A^T)_{21}`,
  tex`\sum_{i=1}^{3} A_{ii} = \operatorname{tr} A`,
  tex`A^{-2} = (A^{-1})^2 = (A^2)^{-1}`,
  tex`A^{-\top} = (A^\top)^{-1}`,
  tex`S_{13} = S_{31}`,
  tex`\lVert u \rVert\lVert \mathbf{w} \rVert \ge \left| u \cdot \mathbf{w} \right|`,
  tex`2u = u + u, \quad \frac{u}{2} = 0.5u, \quad -u = (-1)u`,
  tex`\sum_{k=1}^{n} v_k^2 = \|v\|^2`,
  tex`\sum_{k=1}^{4} p_k = 1`,
  tex`M^\top M = (M^\top M)^\top`,
  tex`\mathbb{E}[X] = \E\{X\} = \E(X) = 0`,
  tex`\E[X]^2 = 0, \quad \mathrm{Var}(X) = 1`,
  tex`\Pr(X > 0) = \mathbb{P}(X > 0) = \frac12`,
  tex`D(P\|P) = \KL{P}{P} = 0`,
];

/** What they leave open, or what does not fit. */
const REFUSED: readonly (readonly [formula: string, reason: RegExp])[] = [
  [tex`\mathbf{w} u = 1`, /ambiguous product of two vectors/],
  [tex`\mathbf{w} \times u = 1`, /the left side is a vector/],
  [tex`u + 1 = u`, /shapes differ/],
  [tex`u = 1`, /left side is a vector of 3 entries, the right side a number/],
  [tex`u^2 = 1`, /ambiguous power of a vector/],
  [tex`|u| = 1`, /ambiguous \|x\| of a vector/],
  [tex`\|A\| = 1`, /ambiguous norm of a matrix/],
  [tex`\|u\|_3 = 1`, /unsupported norm/],
  [tex`\|x\| = x`, /around a number/],
  [tex`x^\top = x`, /not read as a power|transposed number/],
  [tex`A M = A`, /lengths do not fit/],
  [tex`\det M = 1`, /square matrix/],
  [tex`M^{-1} = M`, /square matrix/],
  [tex`\log u = u`, /where a number is needed/],
  [tex`\frac{1}{u} = u`, /where a number is needed/],
  [tex`u < \mathbf{w}`, /compared by = only/],
  [tex`u_4 = 1`, /an index beyond/],
  [tex`u_{12} = 1`, /an index beyond/],
  [tex`A_1 = u`, /two indices/],
  [tex`A_{123} = 1`, /two indices/],
  [tex`u_x = 1`, /an index that is no integer/],
  [tex`u_{\text{test}} = 1`, /no index/],
  [tex`v + u = v`, /shapes differ/],
  [tex`\nabla u = 1`, /∇ of what/],
  [tex`\nabla_x (x^2) = 2x`, /declared vector/],
  [tex`\nabla_u a = u`, /does not depend/],
  [tex`\nabla_u u^\top A u = u`, /how far does the derivative reach/],
  [tex`\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix} = A`, /empty entry/],
  [tex`X = 0`, /X is random/],
  [tex`X = Y`, /X is random/],
  [tex`\E[X \mid Y] = 0`, /given a random variable/],
  [tex`\E[x] = x`, /nothing random/],
  [tex`\E_{x}[x] = x`, /has no distribution/],
  [tex`\Pr(X) = 1`, /condition/],
  [tex`\Cov(X) = 1`, /a covariance is of two/],
  [tex`D(P\|Q) + 1 = 1`, /undeclared|ambiguous/],
  [tex`\Normal(0, 1) = 1`, /a distribution stands where a number/],
  [tex`\operatorname{Gamma}(x; 2, 1) = 1`, /Gamma|comma/],
];

describe("linear algebra and probability, as the field writes them", () => {
  test.each(READ)("%s", (formula) => {
    const symbols = tex`${SYMBOLS}D(P\|P) := \int_{-\infty}^{\infty} P(z)\log\frac{P(z)}{P(z)}\,dz`;
    const outcomes = outcomesOf(formula, symbols);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(["verified"]));
  });

  test.each(REFUSED)("%s is refused", (formula, reason) => {
    const outcomes = outcomesOf(formula, SYMBOLS);
    expect(outcomes).not.toContain("verified");
    expect(outcomes).not.toContain("false");
    expect(outcomes.join("\n")).toMatch(reason);
  });
});

describe("a false step between vectors or matrices", () => {
  const hintOf = (formula: string): string | undefined =>
    stepsOf(formula, SYMBOLS).find(({ outcome }) => outcome === "false")?.counterexample?.hint;

  test("says that a matrix is transposed, and what to do", () =>
    expect(hintOf(tex`(AB)^\top = AB`)).toBe(
      "the right side is the left side transposed: exchange its indices",
    ));

  test("names the sign or the factor, and an entry", () => {
    expect(hintOf(tex`u - \mathbf{w} = \mathbf{w} - u`)).toMatch(/^the sides differ by a sign \(entry \d\)$/);
    expect(hintOf(tex`2A = A`)).toMatch(/^the right side is 0.5 times the left side \(entry \d,\d\)$/);
  });

  test("lists the entries of its counterexample by name", () => {
    const point = stepsOf(tex`\mathbf{w} = u`, SYMBOLS)[0]?.counterexample?.point ?? {};
    expect(Object.keys(point)).toEqual(
      [1, 2, 3].flatMap((k) => [tex`\mathbf{w}_{${k}}`]).concat([1, 2, 3].map((k) => `u_{${k}}`)),
    );
  });
});
