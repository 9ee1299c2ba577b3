import type { Derivation } from "./chains.ts";

const tex = String.raw;

/** True derivations with expectations, variances, probabilities and divergences. */
export const RANDOM: readonly Derivation[] = [
  {
    title: "moments of named distributions",
    symbols: tex`
\mu in (-2, 2)
\sigma, \lambda in (0.3, 2)
a, b in (-2, 2)
p in (0.1, 0.9)
n in 1..6
X, Y ~ Normal(\mu, \sigma^2)
U ~ Uniform(a, a + \lambda)
T ~ Exponential(\lambda)
L ~ Laplace(\mu, \sigma)
B ~ Bernoulli(p)
K ~ Binomial(n, p)
N ~ Poisson(\lambda)`,
    displays: [
      tex`\E[X] = \mu, \quad \Var(X) = \E[X^2] - \E[X]^2 = \sigma^2`,
      tex`\E[aX + b] = a\E[X] + b = a\mu + b`,
      tex`\Var(aX + bY) = (a^2 + b^2)\sigma^2`,
      tex`\Cov(X, X + aY) = \sigma^2`,
      tex`\Var\left(\frac{X+Y}{2}\right) = \frac{\sigma^2}{2}`,
      tex`\E[(X-\mu)^4] = 3\sigma^4`,
      tex`\E[e^{aX}] = \exp\left(a\mu + \frac{a^2\sigma^2}{2}\right)`,
      tex`\E[U] = a + \frac{\lambda}{2}, \quad \Var(U) = \frac{\lambda^2}{12}`,
      tex`\E[T] = \frac{1}{\lambda}, \quad \Var(T) = \frac{1}{\lambda^2}`,
      tex`\E[L] = \mu, \quad \Var(L) = 2\sigma^2`,
      tex`\E[B] = p, \quad \Var(B) = p(1-p)`,
      tex`\E[K] = np, \quad \Var(K) = np(1-p)`,
      tex`\E[N] = \Var(N) = \lambda`,
    ],
  },
  {
    title: "probabilities",
    symbols: tex`
\mu in (-1, 1)
\sigma, \lambda in (0.5, 2)
s, t in (0.2, 2)
p in (0.1, 0.9)
X ~ Normal(\mu, \sigma^2)
Y, Z ~ Normal(0, 1)
U ~ Uniform(0, 1)
T ~ Exponential(\lambda)
N ~ Poisson(\lambda)
K ~ Binomial(3, p)`,
    displays: [
      tex`\Pr(U \le p) = p`,
      tex`\Pr(T > t) = e^{-\lambda t}`,
      tex`\Pr(T > s + t \mid T > s) = \Pr(T > t)`,
      tex`\Pr(X \le \mu) = \frac12`,
      tex`\Pr(Z < Y) = \frac12`,
      tex`\mathbb{P}(X \le t) = \frac12\left(1 + \operatorname{erf}\left(\frac{t-\mu}{\sigma\sqrt2}\right)\right)`,
      tex`\Pr(N = 2) = \frac{\lambda^2 e^{-\lambda}}{2}`,
      tex`\Pr(K \ge 2) = 3p^2(1-p) + p^3`,
      tex`\E[X \mid X > \mu] = \mu + \sigma\sqrt{\frac{2}{\pi}}`,
      tex`\E[|X - \mu|] = \sigma\sqrt{\frac{2}{\pi}}`,
    ],
  },
  {
    title: "relative entropy and entropy, by names",
    symbols: tex`
\mu, m in (-1, 1)
\sigma, s in (0.5, 2)
f(z) := \log(1 + e^{z})
Z ~ Normal(0, 1)
P(x) := \Normal(x; \mu, \sigma^2)
Q(x) := \Normal(x; m, s^2)
H(P) := -\int_{-\infty}^{\infty} P(x)\log P(x)\,dx
D_{KL}(P\|Q) := \int_{-\infty}^{\infty} P(x)\log\frac{P(x)}{Q(x)}\,dx`,
    displays: [
      tex`\KL{\Normal(\mu,\sigma^2)}{\Normal(0,1)} = \frac12\left(\mu^2 + \sigma^2 - 1 - \log(\sigma^2)\right)`,
      tex`H(P) = \entropy{P} = \frac12\log(2\pi e\sigma^2)`,
      tex`D_{KL}(P\|Q) = \KL{P}{Q} = -H(P) - \E_{x\sim P}[\log Q(x)] = \log\frac{s}{\sigma} + \frac{\sigma^2 + (\mu-m)^2}{2s^2} - \frac12`,
      tex`\frac{\partial}{\partial\mu}\E[f(\mu + \sigma Z)] = \E[f'(\mu + \sigma Z)] = \frac{1}{\sigma}\E[f(\mu + \sigma Z) Z]`,
      tex`\E_{x\sim\Normal(\mu,\sigma^2)}[x^2] = \mu^2 + \sigma^2`,
    ],
  },
];
