import { describe, expect, test } from "vitest";
import { createScope, evaluate } from "../../derivation/index.ts";
import { macros, scopeOf } from "./setting.ts";

const tex = String.raw;

const [x, y, mu, sigma, a, b] = [0.7, 1.3, 0.4, 1.7, 0.6, 1.9];
const z = [0.5, -1.2, 2];
const w = [1.5, 0.7, -0.4];
const POINT = { x, y, "\\mu": mu, "\\sigma": sigma, a, b, z, w, k: 2, j: 3 };

const SYMBOLS = tex`
x, y, a, b in (0.1, 3)
\mu in (-2, 2)
\sigma in (0.2, 3)
z, w in R^3
k, j in 1..3
f(x, y) := x^2 y + y^3
p(x \mid \mu) := \mathcal{N}(x; \mu, 1)
q := x^3
T ~ GeometricTrials(\frac{a}{2})
F ~ GeometricFailures(\frac{a}{2})
G ~ GammaRate(b, a)
H ~ GammaScale(b, a)
D ~ DiscreteUniform(1, 6)
`;

const total = z.reduce((sum, value) => sum + Math.exp(value), 0);
const normal = (value: number, mean: number): number =>
  Math.exp(-((value - mean) ** 2) / 2) / Math.sqrt(2 * Math.PI);

/** Notations of course notes, with values from closed forms. */
const VALUES: readonly (readonly [formula: string, value: number])[] = [
  [
    tex`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1))`,
    (mu ** 2 + sigma ** 2 - 1) / 2 - Math.log(sigma),
  ],
  [tex`\mathrm{KL}\left(\mathcal{N}(0, 1) \,\middle\|\, \mathcal{N}(\mu, 1)\right)`, mu ** 2 / 2],
  [tex`\operatorname{KL}(\text{Exp}(a) || \text{Exp}(b))`, Math.log(a / b) + b / a - 1],
  [tex`D_{KL}(\text{Poisson}(a) \parallel \text{Poisson}(b))`, a * Math.log(a / b) + b - a],
  [tex`D_{KL}(\text{Uniform}(0, a) \| \text{Uniform}(0, b))`, Math.log(b / a)],
  [tex`\operatorname{softmax}(z)_k`, Math.exp(z[1] ?? 0) / total],
  [tex`\|\operatorname{softmax}(z)\|_1`, 1],
  [tex`(z \times w)_1`, (z[1] ?? 0) * (w[2] ?? 0) - (z[2] ?? 0) * (w[1] ?? 0)],
  [tex`z^\top (z \times w)`, 0],
  [tex`[1, 2, 3]^\top \cdot z`, 0.5 - 2.4 + 6],
  [tex`\sum_{i=1}^3 \delta_{ik} z_i`, z[1] ?? 0],
  [tex`\sum_{i=1}^3 \mathbf{1}\{z_i > 0\}`, 2],
  [tex`\mathbb{1}_{x < y} + \mathbf{1}_{\{x > y\}}`, 1],
  [tex`\nabla f(x, y)^\top \nabla f(x, y)`, (2 * x * y) ** 2 + (x * x + 3 * y * y) ** 2],
  [tex`\operatorname{tr}(\nabla^2 f(x, y))`, 2 * y + 6 * y],
  [tex`\det(\nabla^2 f(x, y) - a I)`, (2 * y - a) * (6 * y - a) - 4 * x * x],
  [tex`\left.\frac{dq}{dx}\right|_{x=2}`, 12],
  [tex`q \big|_{x=3}`, 27],
  [tex`\tanh'(x)`, 1 - Math.tanh(x) ** 2],
  [tex`p(x \mid \mu)`, normal(x, mu)],
  [tex`\E[T]`, 2 / a],
  [tex`\E[F]`, 2 / a - 1],
  [tex`\Var(F)`, (1 - a / 2) / (a / 2) ** 2],
  [tex`\E[G]`, b / a],
  [tex`\E[H]`, a * b],
  [tex`\Var(D)`, 35 / 12],
  [tex`\log 3!`, Math.log(6)],
  [tex`k \, 2^{-k}`, 0.5],
  [tex`\Big[ x + \big( y - a \big) \Big]`, x + y - a],
  [tex`x × y`, x * y],
];

describe("a notation of course notes has the value of its closed form", () => {
  test.each(VALUES)("%s", (formula, value) => {
    const found = evaluate({ tex: formula, macros, scope: createScope(scopeOf(SYMBOLS)), point: POINT });
    expect(Math.abs(found - value)).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
  });
});

/** What looks alike and means something else, or nothing: each must be refused, in these words. */
const REFUSED: readonly (readonly [formula: string, reason: RegExp])[] = [
  [tex`\sum_{i=1}^3 y^{(i)}`, /runs over the index i/],
  [tex`p(\mu \mid x)`, /undeclared p/],
  [tex`p(z_1 \mid \mu)`, /undeclared p/],
  [tex`\operatorname{tr}(I)`, /unknown size/],
  [tex`e^{i x}`, /imaginary unit/],
  [tex`Var(T)`, /italics/],
  [tex`x + y \big|_{x=1}`, /what does the bar/],
  [tex`2 \text{ kHz} = 2000 \text{ Hz}`, /units/],
  [tex`10\,000`, /a number follows directly/],
  [tex`\nabla q`, /by what/],
  [tex`D_{KL}(T \| F)`, /distribution|undeclared/],
  [tex`\|x\|_F`, /around a number/],
];

describe("a notation that leaves a doubt is refused", () => {
  test.each(REFUSED)("%s", (formula, reason) => {
    const scope = createScope(scopeOf(`${SYMBOLS}\ny^{(i)} in (0, 1)`));
    const read = (): number => evaluate({ tex: formula, macros, scope, point: POINT });
    expect(read).toThrow(reason);
  });
});
