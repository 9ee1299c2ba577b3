import type { CorpusEntry } from "./corpus.ts";
import { POINT } from "./corpus.ts";

const { a, b, n, x, p, s, t } = POINT;
const [mu, sigma, lambda] = [POINT["\\mu"], POINT["\\sigma"], POINT["\\lambda"]];
const tex = String.raw;
const phi = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const v = sigma * sigma;

export const SYMBOLS_OF_PROBABILITY = tex`
X, Y ~ Normal(\mu, \sigma^2)
Z ~ Normal(0, 1)
U ~ Uniform(a, b)
T ~ Exponential(\lambda)
L ~ Laplace(\mu, \sigma)
B ~ Bernoulli(p)
K ~ Binomial(n, p)
N ~ Poisson(\lambda)
W ~ Beta(2, 3)
Q ~ ChiSquared(4)
h(z) := \log(1 + z^2)
g(z) := \Normal(z; \mu, \sigma^2)
`;

/** Moments, probabilities, entropies and divergences, with their closed forms from tables. */
export const PROBABILITY: readonly CorpusEntry[] = [
  [tex`\E[X]`, mu],
  [tex`\E[X^2]`, mu ** 2 + v],
  [tex`\E[X^3]`, mu ** 3 + 3 * mu * v],
  [tex`\E[X^4]`, mu ** 4 + 6 * mu ** 2 * v + 3 * v ** 2],
  [tex`\E[(X-\mu)^6]`, 15 * sigma ** 6],
  [tex`\Var(X)`, v],
  [tex`\Var[2X + 3]`, 4 * v],
  [tex`\operatorname{Var}(X - Y)`, 2 * v],
  [tex`\mathrm{Var}(aX)`, a * a * v],
  [tex`\Var(X^2)`, 4 * mu ** 2 * v + 2 * v ** 2],
  [tex`\Cov(X, Y)`, 0],
  [tex`\Cov(X, X)`, v],
  [tex`\Cov(aX, bX + Y)`, a * b * v],
  [tex`\Cov(Z, Z^3)`, 3],
  [tex`\Cov(Z, Z^2)`, 0],
  [tex`\mathbb{E}[XY]`, mu * mu],
  [tex`\mathbb{E}[(X+Y)^2]`, 4 * mu ** 2 + 2 * v],
  [tex`\E[e^{Z}]`, Math.exp(0.5)],
  [tex`\E[e^{xZ}]`, Math.exp((x * x) / 2)],
  [tex`\E[\cos Z]`, Math.exp(-0.5)],
  [tex`\E[\cos(xZ)]`, Math.exp((-x * x) / 2)],
  [tex`\E[\sin(Z)]`, 0],
  [tex`\E[Z\sin(Z)]`, Math.exp(-0.5)],
  [tex`\E[|Z|]`, Math.sqrt(2 / Math.PI)],
  [tex`\E[\max(Z, 0)]`, 1 / Math.sqrt(2 * Math.PI)],
  [tex`\E[Z^{8}]`, 105],
  [tex`\E[\Normal(Z; 0, 1)]`, 1 / (2 * Math.sqrt(Math.PI))],
  [tex`\E_{z\sim\Normal(0,1)}[z^2]`, 1],
  [tex`\E_{z\sim\Uniform(0,1)}[z^2]`, 1 / 3],
  [tex`\E_{z\sim\Uniform(0,1)}[-\log(z)]`, 1],
  [tex`\E_{z\sim g}[z]`, mu],
  [tex`\E[U]`, (a + b) / 2],
  [tex`\Var(U)`, (b - a) ** 2 / 12],
  [tex`\E[U^3]`, (b ** 4 - a ** 4) / (4 * (b - a))],
  [tex`\E[\log(U)]`, (b * Math.log(b) - b - a * Math.log(a) + a) / (b - a)],
  [tex`\E[e^{-U}]`, (Math.exp(-a) - Math.exp(-b)) / (b - a)],
  [tex`\Pr(U \le x)`, (x - a) / (b - a)],
  [tex`\Pr(U^2 \le 1)`, (1 - a) / (b - a)],
  [tex`\E[T]`, 1 / lambda],
  [tex`\E[T^2]`, 2 / lambda ** 2],
  [tex`\E[T^3]`, 6 / lambda ** 3],
  [tex`\Var(T)`, 1 / lambda ** 2],
  [tex`\E[e^{-sT}]`, lambda / (lambda + s)],
  [tex`\Pr(T > t)`, Math.exp(-lambda * t)],
  [tex`\Pr(s < T \le s + t)`, Math.exp(-lambda * s) - Math.exp(-lambda * (s + t))],
  [tex`\Pr(T > s + t \mid T > s)`, Math.exp(-lambda * t)],
  [tex`\E[T \mid T > t]`, t + 1 / lambda],
  [tex`\E[\min(T, t)]`, (1 - Math.exp(-lambda * t)) / lambda],
  [tex`\E[\log(\lambda T)]`, -0.5772156649015329],
  [tex`\E[L]`, mu],
  [tex`\Var(L)`, 2 * v],
  [tex`\E[|L - \mu|]`, sigma],
  [tex`\Pr(L > \mu + \sigma)`, Math.exp(-1) / 2],
  [tex`\E[B]`, p],
  [tex`\Var(B)`, p * (1 - p)],
  [tex`\E[B^5]`, p],
  [tex`\Pr(B = 1)`, p],
  [tex`\E[e^{tB}]`, 1 - p + p * Math.exp(t)],
  [tex`\E[K]`, n * p],
  [tex`\Var(K)`, n * p * (1 - p)],
  [tex`\E[K^2]`, n * p * (1 - p) + (n * p) ** 2],
  [tex`\Pr(K = 2)`, 10 * p ** 2 * (1 - p) ** 3],
  [tex`\Pr(K \ge 1)`, 1 - (1 - p) ** 5],
  [tex`\E[x^K]`, (1 - p + p * x) ** 5],
  [tex`\E[N]`, lambda],
  [tex`\Var(N)`, lambda],
  [tex`\E[N(N-1)]`, lambda ** 2],
  [tex`\Pr(N = 0)`, Math.exp(-lambda)],
  [tex`\Pr(N \le 1)`, Math.exp(-lambda) * (1 + lambda)],
  [tex`\E[x^N]`, Math.exp(lambda * (x - 1))],
  [tex`\E[W]`, 2 / 5],
  [tex`\Var(W)`, 6 / (25 * 6)],
  [tex`\Pr(W \le \frac12)`, 11 / 16],
  [tex`\E[Q]`, 4],
  [tex`\Var(Q)`, 8],
  [tex`\Pr(Q > 2)`, 2 * Math.exp(-1)],
  [tex`\Pr(X \le \mu)`, 0.5],
  [tex`\Pr(|Z| \le 1)`, 0.6826894921370859],
  [tex`\Pr(|Z| \le 2)`, 0.9544997361036416],
  [tex`\Pr(Z > 1.959963984540054)`, 0.025],
  [tex`\Pr(Z^2 > 1)`, 1 - 0.6826894921370859],
  [tex`\mathbb{P}(X > \mu + \sigma)`, (1 - 0.6826894921370859) / 2],
  [tex`\Pr(0 < Z \le 1)`, 0.6826894921370859 / 2],
  [tex`P(Z > 0)`, 0.5],
  [tex`\E[Z \mid Z > 0]`, Math.sqrt(2 / Math.PI)],
  [tex`\Var(Z \mid Z > 0)`, 1 - 2 / Math.PI],
  [tex`\mathcal{N}(x; \mu, \sigma^2)`, phi((x - mu) / sigma) / sigma],
  [tex`\Normal(x \mid \mu, \sigma^2)`, phi((x - mu) / sigma) / sigma],
  [tex`\Normal(0, 1)(x)`, phi(x)],
  [tex`\log\Normal(x; 0, 1)`, (-x * x) / 2 - Math.log(2 * Math.PI) / 2],
  [tex`\Laplace(x; \mu, \sigma)`, Math.exp(-Math.abs(x - mu) / sigma) / (2 * sigma)],
  [tex`\Cauchy(x; \mu, \sigma)`, sigma / (Math.PI * (v + (x - mu) ** 2))],
  [tex`\Uniform(0, 2)(x)`, 0.5],
  [tex`\Uniform(0, 2)(-x)`, 0],
  [tex`\Binomial(3; n, p)`, 10 * p ** 3 * (1 - p) ** 2],
  [tex`\Poisson(2; \lambda)`, (lambda ** 2 * Math.exp(-lambda)) / 2],
  [tex`\KL{\Normal(\mu, \sigma^2)}{\Normal(0, 1)}`, (mu ** 2 + v - 1 - Math.log(v)) / 2],
  [tex`\KL{\Normal(\mu, \sigma^2)}{\Normal(x, 1)}`, ((mu - x) ** 2 + v - 1 - Math.log(v)) / 2],
  [tex`\KL{\Uniform(0, 1)}{\Uniform(0, 3)}`, Math.log(3)],
  [tex`\KL{\Uniform(0, 3)}{\Uniform(0, 1)}`, Number.POSITIVE_INFINITY],
  [tex`\KL{\Laplace(0, 1)}{\Laplace(0, 2)}`, Math.log(2) - 0.5],
  [tex`\entropy{g}`, 0.5 * Math.log(2 * Math.PI * Math.E * v)],
  [tex`-\E[\log g(X)]`, 0.5 * Math.log(2 * Math.PI * Math.E * v)],
  [tex`\E[\log(1+e^{Z})] - \E[\log(1+e^{-Z})]`, 0],
  [tex`\frac{\partial}{\partial\mu}\E[X^2]`, 2 * mu],
  [tex`\frac{\partial}{\partial\sigma}\E[X^2]`, 2 * sigma],
  [tex`\frac{\partial}{\partial\lambda}\Pr(T > t)`, -t * Math.exp(-lambda * t)],
  [tex`M = \mu + \sigma Z, \quad R = \E[M^2]`, mu ** 2 + v],
];
