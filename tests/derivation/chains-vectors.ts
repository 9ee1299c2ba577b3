import type { Derivation } from "./chains.ts";

const tex = String.raw;

/** True derivations with random vectors, densities with an index, and indices from 0. */
export const VECTORS: readonly Derivation[] = [
  {
    title: "random vectors with independent entries",
    symbols: tex`
d in 1..3
j in 1..d
k in 1..d
s in (0.3, 1.5)
q in (0.1, 0.9)
h, u in (-2, 2)^d
w ~ Normal(0, s^2)^d
B ~ Bernoulli(q)^3
U ~ Uniform(0, 1)^2`,
    displays: [
      tex`\Var\left(\sum_{j=1}^{d}w_jh_j\right)=\sum_{j=1}^{d}h_j^2\Var(w_j)=s^2\sum_{j=1}^{d}h_j^2`,
      tex`\E[w_j w_k] = s^2 (I_d)_{jk}`,
      tex`\Cov(w^\top u, w^\top h) = s^2 u^\top h`,
      tex`\E[\|w\|^2] = d s^2`,
      tex`\E[e^{w^\top h}] = \exp\left(\frac{s^2\|h\|^2}{2}\right)`,
      tex`\E[B_1 + B_2 + B_3] = 3q, \quad \Pr(B_1 + B_2 + B_3 = 1) = 3q(1-q)^2`,
      tex`\E[U_1 U_2^2] = \frac16`,
    ],
  },
  {
    title: "densities with an index",
    symbols: tex`
N in 2..3
n in 1..N
\mu in (-2, 2)^N
\sigma in (0.4, 2)^N
z in (-3, 3)
p_n(z) := \Normal(z; \mu_n, \sigma_n^2)
r(z) := \Normal(z; 0, 1)`,
    displays: [
      tex`m(z) = \frac{1}{N}\sum_{n=1}^{N}p_n(z)`,
      tex`\frac{1}{N}\sum_{n=1}^{N}\KL{p_n}{r} = \frac{1}{N}\sum_{n=1}^{N}\KL{p_n}{m}+\KL{m}{r}`,
      tex`\E_{z\sim p_n}[z] = \mu_n, \quad \E_{z\sim p_1}[z^2] = \mu_1^2 + \sigma_1^2`,
    ],
  },
  {
    title: "indices from 0",
    symbols: tex`
set index-base 0
m in 2..5
k in 0..m-1
c, \gamma in (-2, 2)^m`,
    displays: [
      tex`w_k = \frac{c_k^2\gamma_k}{\sum_{j=0}^{m-1}c_j^2\gamma_j^2}, \qquad \sum_{k=0}^{m-1}w_k\gamma_k = 1`,
      tex`w_0 = \frac{c_0^2\gamma_0}{\sum_{j=0}^{m-1}c_j^2\gamma_j^2}`,
    ],
  },
  {
    title: "expectations whose subscripts name a density with its argument, or a dependent variable",
    symbols: tex`
x_{\text{test}} ~ Uniform(-1, 1)
y_{\text{test}} := \cos(x_{\text{test}})
P(x) := \Normal(x; 1, 4)
Q(x) := \Normal(x; 0, 1)`,
    displays: [
      tex`\E_{x_{\text{test}}, y_{\text{test}}}[y_{\text{test}}^2] = \E_{x_{\text{test}}}[\cos^2(x_{\text{test}})]`,
      tex`\mathbb{E}_{x \sim P(x)} \left[\log \frac{P(x)}{Q(x)} \right] = \KL{P}{Q} = 2 - \log 2`,
    ],
  },
  {
    title: "probabilities that compare independent variables, and densities that underflow",
    symbols: tex`
\mu, m in (-1, 1)
s in (0.5, 2)
\sigma in (0.3, 3)
X ~ Normal(\mu, s^2)
W ~ Normal(m, 1)
P(x) := \frac12\Normal(x; -2, 0.36) + \frac12\Normal(x; 2, 0.36)
Q(x) := \Normal(x; 0, \sigma^2)`,
    displays: [
      tex`\Pr(X < W) = \frac12\left(1 + \operatorname{erf}\left(\frac{m-\mu}{\sqrt{2(1+s^2)}}\right)\right)`,
      tex`\KL{Q}{P} = -\frac12\log(2\pi e\sigma^2) - \E_{V\sim\Normal(0,1)}[\log P(\sigma V)]`,
    ],
  },
];
