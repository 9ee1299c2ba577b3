const tex = String.raw;

/** A derivation with its declarations: every step of it is true. */
export interface Derivation {
  readonly title: string;
  readonly symbols: string;
  readonly displays: readonly string[];
}

const MIXTURE = tex`
x in R
m in (0.2, 2)
p(t) := \frac12\frac{1}{\sqrt{2\pi}}e^{-(t-m)^2/2} + \frac12\frac{1}{\sqrt{2\pi}}e^{-(t+m)^2/2}
`;

/** The chains of the reference course that are checked so far. */
export const CHAINS: readonly Derivation[] = [
  {
    title: "2.1: uniform densities, one within the other",
    symbols: tex`a, b, c, d_1 in (-3, 3)`,
    displays: [
      tex`\int_a^b \frac{1}{b-a}\log\frac{d_1-c}{b-a}\,dx = \log\frac{d_1-c}{b-a} \quad \text{for } c < a < b < d_1`,
    ],
  },
  {
    title: "2.1 with densities: relative entropy is finite one way",
    symbols: tex`
P(x) := \begin{cases} 1 & 0 \le x \le 1 \\ 0 & \text{otherwise} \end{cases}
Q(x) := \begin{cases} \frac12 & 0 \le x \le 2 \\ 0 & \text{otherwise} \end{cases}`,
    displays: [
      tex`\KL{P}{Q} = \int_0^1 \log 2 \,dx = \log 2 \approx 0.693 < \infty`,
      tex`\KL{Q}{P} = \infty`,
    ],
  },
  {
    title: "2.2: filling the hole costs −½ log(ε(2 − ε))",
    symbols: tex`\varepsilon in (0, 1]`,
    displays: [
      tex`\frac12\log\frac{1/2}{1-\varepsilon/2}+\frac12\log\frac{1/2}{\varepsilon/2}=-\frac12\log(\varepsilon(2-\varepsilon))`,
    ],
  },
  {
    title: "2.3: relative entropy of two Gaussians",
    symbols: tex`
m_1, m_2 in (-2, 2)
s_1, s_2 in (0.4, 2)
P(x) := \frac{1}{s_1\sqrt{2\pi}}\exp\left(-\frac{(x-m_1)^2}{2s_1^2}\right)
Q(x) := \frac{1}{s_2\sqrt{2\pi}}\exp\left(-\frac{(x-m_2)^2}{2s_2^2}\right)`,
    displays: [tex`\KL{P}{Q} = \log\frac{s_2}{s_1}+\frac{s_1^2+(m_1-m_2)^2}{2s_2^2}-\frac12`],
  },
  {
    title: "2.4: a Gaussian fit depends on mean and variance only",
    symbols: tex`
\mu in (-2, 2)
\sigma in (0.5, 2)
m in (0.2, 2)
p(t) := \frac12\frac{1}{\sqrt{2\pi}}e^{-(t-m)^2/2} + \frac12\frac{1}{\sqrt{2\pi}}e^{-(t+m)^2/2}
Q(x) := \frac{1}{\sigma\sqrt{2\pi}}\exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)`,
    displays: [
      tex`H = -\int_{-\infty}^{\infty} p(x)\log p(x)\,dx, \quad v = \int_{-\infty}^{\infty} x^2 p(x)\,dx = 1 + m^2`,
      tex`\KL{p}{Q} = -H + \frac12\log(2\pi\sigma^2) + \frac{v + \mu^2}{2\sigma^2} \ge \frac12\log(2\pi e v) - H`,
    ],
  },
  {
    title: "2.10: curvature of the logarithm of a mixture",
    symbols: MIXTURE,
    displays: [
      tex`\frac{d}{dx}\log p(x) = -x + m\tanh(mx)`,
      tex`\frac{d^2}{dx^2}\log p(x) = -1 + m^2\sech^2(mx) = -1 + m^2\left(1 - \tanh^2(mx)\right)`,
    ],
  },
  {
    title: "3.1: relative entropy to the standard Gaussian, and its gradient",
    symbols: tex`
\mu in (-2, 2)
\sigma in (0.4, 2)
P(x) := \frac{1}{\sigma\sqrt{2\pi}}e^{-\frac{(x-\mu)^2}{2\sigma^2}}
Q(x) := \frac{1}{\sqrt{2\pi}}e^{-x^2/2}`,
    displays: [
      tex`K = \KL{P}{Q} = \frac12(\mu^2+\sigma^2-1-\log(\sigma^2)) \ge 0`,
      tex`\frac{\partial K}{\partial\mu} = \mu, \quad \frac{\partial K}{\partial\sigma} = \sigma - \frac{1}{\sigma}`,
    ],
  },
  {
    title: "3.3: gradients of an expectation, by path and by score",
    symbols: tex`
\mu in (-2, 2)
\sigma in (0.4, 2)
f(z) := z^3 + \sin z`,
    displays: [
      tex`\frac{\partial}{\partial\mu}\E_{V\sim\Normal(0,1)}[f(\mu+\sigma V)] = \E_{V\sim\Normal(0,1)}[f'(\mu+\sigma V)] = \frac{1}{\sigma}\E_{V\sim\Normal(0,1)}[f(\mu+\sigma V)\,V]`,
      tex`\frac{\partial}{\partial\sigma}\E_{V\sim\Normal(0,1)}[f(\mu+\sigma V)] = \E_{V\sim\Normal(0,1)}[f'(\mu+\sigma V)\,V]`,
    ],
  },
  {
    title: "5.2: the loss is (1 − r)², on a witness of orthonormal features",
    symbols: tex`
c_0, c_1 in (0.1, 3)
D := c_0^2 + c_1^2
r := \frac{c_0^2}{D}
\phi_t(x) := \sqrt{2}\cos x
\phi_a(x) := \sqrt{2}\sin x`,
    displays: [
      tex`\begin{aligned}
\frac12\cdot\frac{1}{2\pi}\int_0^{2\pi}\left(\phi_t(x)-r\phi_t(x)-(1-r)\phi_a(x)\right)^2 dx
&= \frac12\left[(1-r)^2+(1-r)^2\right] \\ &= (1-r)^2 \\ &= \frac{c_1^4}{D^2}
\end{aligned}`,
    ],
  },
  {
    title: "5.3: the loss on a circle",
    symbols: tex`
R in (0.2, 3)
\theta in (-1.5, 1.5)
c_0, c_1 in (0.1, 3)
L(u, v) := \frac{v^4}{(u^2 + v^2)^2}
G(u, v) := \frac{\partial L(u, v)}{\partial u}
H(u, v) := \frac{\partial L(u, v)}{\partial v}`,
    displays: [
      tex`L(R\cos\theta, R\sin\theta) = \sin^4\theta`,
      tex`\sqrt{G(R\cos\theta, R\sin\theta)^2 + H(R\cos\theta, R\sin\theta)^2} = \frac{4}{R}\left|\sin^3(\theta)\cos(\theta)\right|`,
      tex`L(-c_0, c_1) = L(c_0, c_1) \le 1`,
    ],
  },
  {
    title: "5.4: the gradient is tangent to the circle",
    symbols: tex`c_0, c_1 in (0.1, 3)`,
    displays: [
      tex`D = c_0^2 + c_1^2, \quad L = \frac{c_1^4}{D^2}`,
      tex`\frac{\partial L}{\partial c_0} = -\frac{4c_0c_1^4}{D^3}, \quad \frac{\partial L}{\partial c_1} = \frac{4c_0^2c_1^3}{D^3}`,
      tex`c_0\frac{\partial L}{\partial c_0} + c_1\frac{\partial L}{\partial c_1} = 0`,
    ],
  },
];

/** True identities from algebra, analysis and statistics courses. */
export const IDENTITIES: readonly Derivation[] = [
  {
    title: "algebra",
    symbols: tex`x, y in (0.1, 3)
n in 1..8`,
    displays: [
      tex`(x+y)^2 = x^2 + 2xy + y^2 = (x-y)^2 + 4xy`,
      tex`\frac{x^2-y^2}{x+y} = x - y`,
      tex`\sum_{k=1}^{n} k^2 = \frac{n(n+1)(2n+1)}{6}`,
      tex`\sum_{k=0}^{n} \binom{n}{k} x^k y^{n-k} = (x+y)^n`,
      tex`\sum_{k=0}^{n-1} x^k = \frac{1-x^n}{1-x} \quad\text{for } x \ne 1`,
      tex`\sqrt{xy} \le \frac{x+y}{2} \le \sqrt{\frac{x^2+y^2}{2}}`,
    ],
  },
  {
    title: "the logistic function",
    symbols: tex`z in (-4, 4)
s(u) := \frac{1}{1+e^{-u}}`,
    displays: [
      tex`s(-z) = 1 - s(z)`,
      tex`s'(z) = s(z)(1-s(z)) = \frac14\sech^2\left(\frac{z}{2}\right)`,
      tex`-\log s(z) = \log(1+e^{-z})`,
      tex`s(z) = \frac12\left(1+\tanh\frac{z}{2}\right)`,
      tex`\frac{d}{dz}\log(1+e^{z}) = s(z)`,
    ],
  },
  {
    title: "densities",
    symbols: tex`\lambda in (0.3, 3)
\mu in (-2, 2)
\sigma in (0.3, 2)
\alpha in (0.6, 4)
p(t) := \frac{1}{\sigma\sqrt{2\pi}}\exp\left(-\frac{(t-\mu)^2}{2\sigma^2}\right)`,
    displays: [
      tex`\int_0^\infty \lambda e^{-\lambda t}\,dt = 1`,
      tex`\int_0^\infty t\lambda e^{-\lambda t}\,dt = \frac{1}{\lambda}`,
      tex`\int_{-\infty}^{\infty} p(t)\,dt = 1`,
      tex`\int_{-\infty}^{\infty} (t-\mu)^2 p(t)\,dt = \sigma^2`,
      tex`-\int_{-\infty}^{\infty} p(t)\log p(t)\,dt = \frac12\log(2\pi e\sigma^2)`,
      tex`\int_0^\infty t^{\alpha-1}e^{-t}\,dt = \Gamma(\alpha)`,
      tex`\sum_{k=0}^{\infty} k \frac{\lambda^k e^{-\lambda}}{k!} = \lambda`,
    ],
  },
];
