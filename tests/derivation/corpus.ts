/**
 * Formulas with values computed independently of the checker: in plain TypeScript, from closed forms
 * or from tables. Every name has the value that `POINT` gives it.
 */
export const POINT = {
  x: 0.7,
  y: 1.3,
  a: 0.6,
  b: 1.9,
  "\\mu": 0.4,
  "\\sigma": 1.7,
  n: 5,
  c_0: 1.2,
  c_1: 0.8,
  "\\theta": 0.9,
  "\\lambda": 1.4,
  p: 0.3,
  s: 0.45,
  t: 0.85,
  w: [0.5, -1.2, 2],
  q: [1.5, 0.7, -0.4],
  A: [
    [2, -1, 0.5],
    [0.3, 1.7, -0.6],
    [1.1, 0.4, 3],
  ],
  C: [
    [1, 0.2, -0.7],
    [0.9, -1.5, 0.8],
    [0.4, 0.6, 1.2],
  ],
} as const;

/** A formula, and its value at the point. */
export type CorpusEntry = readonly [formula: string, value: number];

const { x, y, a, b, n } = POINT;
const [mu, sigma, c0, c1, theta] = [
  POINT["\\mu"],
  POINT["\\sigma"],
  POINT["c_0"],
  POINT["c_1"],
  POINT["\\theta"],
];
const tex = String.raw;
const D = c0 ** 2 + c1 ** 2;

export const SYMBOLS = tex`
x, y, a, b in (0.1, 3)
s, t in (0.1, 3)
p in (0.1, 0.9)
\lambda in (0.2, 3)
\mu in (-2, 2)
\sigma in (0.2, 3)
n in 2..8
c_0, c_1 in (0.1, 3)
\theta in (0.1, 1.4)
f(u) := u^3 - 2u
`;

export const CORPUS: readonly CorpusEntry[] = [
  [tex`2 + 3 \cdot 4`, 14],
  [tex`2 - 3 - 4`, -5],
  [tex`-2^2`, -4],
  [tex`(-2)^2`, 4],
  [tex`2^{3^2}`, 512],
  [tex`\frac{1}{2} + \frac13`, 5 / 6],
  [tex`1.25 \times 10^{-3}`, 0.00125],
  [tex`ab/2`, (a * b) / 2],
  [tex`a(b+1)(b-1)`, a * (b * b - 1)],
  [tex`\frac{a+b}{a-b}`, (a + b) / (a - b)],
  [tex`x^{-2} + x^{1/2}`, 1 / (x * x) + Math.sqrt(x)],
  [tex`\sqrt{x^2 + y^2}`, Math.hypot(x, y)],
  [tex`\sqrt[3]{8x^3}`, 2 * x],
  [tex`e^{-x^2/2}`, Math.exp((-x * x) / 2)],
  [tex`\exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)`, Math.exp(-((x - mu) ** 2) / (2 * sigma ** 2))],
  [tex`\log(1 + x)`, Math.log1p(x)],
  [tex`\ln\frac{a}{b}`, Math.log(a) - Math.log(b)],
  [tex`\log_2(1 + x)`, Math.log2(1 + x)],
  [tex`\sin 2\theta`, 2 * Math.sin(theta) * Math.cos(theta)],
  [tex`\cos^2 \theta`, (1 + Math.cos(2 * theta)) / 2],
  [tex`\tan\frac{\theta}{2}`, Math.sin(theta) / (1 + Math.cos(theta))],
  [tex`\sinh x + \cosh x`, Math.exp(x)],
  [tex`\tanh(x)`, (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)],
  [tex`\sech^2(x)`, 4 / (Math.exp(x) + Math.exp(-x)) ** 2],
  [tex`\arcsin x`, Math.atan2(x, Math.sqrt(1 - x * x))],
  [tex`\arctan x`, Math.atan2(x, 1)],
  [tex`\operatorname{arsinh}(x)`, Math.log(x + Math.sqrt(x * x + 1))],
  [tex`\operatorname{erf}(1)`, 0.8427007929497149],
  [tex`\operatorname{erf}(3)`, 0.9999779095030014],
  [tex`\Gamma(\frac12)`, Math.sqrt(Math.PI)],
  [tex`\Gamma(4.5)`, (105 / 16) * Math.sqrt(Math.PI)],
  [tex`\Gamma(n)`, 24],
  [tex`n!`, 120],
  [tex`\binom{n}{2}`, 10],
  [tex`|x - y|`, y - x],
  [tex`\left\lfloor y \right\rfloor + \lceil y \rceil`, 3],
  [tex`\max(x, y, a)`, y],
  [tex`\min\{x, y, a\}`, a],
  [tex`f(x)`, x ** 3 - 2 * x],
  [tex`f(f(x))`, (x ** 3 - 2 * x) ** 3 - 2 * (x ** 3 - 2 * x)],
  [tex`f'(x)`, 3 * x * x - 2],
  [tex`f''(x)`, 6 * x],
  [tex`\sum_{k=1}^{n} k`, 15],
  [tex`\sum_{k=0}^{n} x^k`, (1 - x ** (n + 1)) / (1 - x)],
  [tex`\sum_{k=1}^{n} \sum_{j=1}^{k} j`, 35],
  [tex`\prod_{k=1}^{n} (1 + k)`, 720],
  [tex`\sum_{k=0}^{\infty} x^k`, 1 / (1 - x)],
  [tex`\sum_{k=0}^{\infty} \frac{y^k}{k!}`, Math.exp(y)],
  [tex`\log \sum_{k=1}^{3} e^{k}`, 3 + Math.log(1 + Math.exp(-1) + Math.exp(-2))],
  [tex`\int_0^1 x^2 \,dx`, 1 / 3],
  [tex`\int_0^{\pi} \sin(t)\,dt`, 2],
  [tex`\int_a^b \frac{1}{t}\,dt`, Math.log(b / a)],
  [tex`\int_b^a \frac{dt}{t}`, -Math.log(b / a)],
  [tex`\int_0^1 \frac{1}{\sqrt{t}}\,dt`, 2],
  [tex`\int_0^1 \log t\,dt`, -1],
  [tex`\int_0^\infty e^{-t}\,dt`, 1],
  [tex`\int_0^\infty t^{n} e^{-t}\,dt`, 120],
  [tex`\int_{-\infty}^{\infty} e^{-t^2/2}\,dt`, Math.sqrt(2 * Math.PI)],
  [tex`\int_{\mathbb{R}} \frac{1}{1+t^2}\,dt`, Math.PI],
  [tex`\int_1^\infty \frac{1}{t^2}\,dt`, 1],
  [tex`\int_{-\infty}^0 e^{t}\,dt`, 1],
  [tex`\int_0^1 |t - x|\,dt`, (x * x + (1 - x) ** 2) / 2],
  [tex`\int_0^1 \int_0^1 \frac{s}{1+t}\,ds\,dt`, Math.log(2) / 2],
  [tex`\int_0^1 \frac{dt}{t}`, Number.POSITIVE_INFINITY],
  [tex`\int_1^\infty \frac{1}{\sqrt{t}}\,dt`, Number.POSITIVE_INFINITY],
  [tex`\int_{-1}^0 \frac{1}{t}\,dt`, Number.NEGATIVE_INFINITY],
  [tex`\frac{d}{dx} x^3`, 3 * x * x],
  [tex`\frac{d}{dx} \log(1 + x^2)`, (2 * x) / (1 + x * x)],
  [tex`\frac{d^2}{dx^2} \sin(2x)`, -4 * Math.sin(2 * x)],
  [tex`\frac{\partial}{\partial x}\frac{\partial}{\partial y}\left(x^2 y^3\right)`, 6 * x * y * y],
  [tex`\frac{\partial^2 (x^2 y^3)}{\partial x\,\partial y}`, 6 * x * y * y],
  [tex`\frac{d}{dx} x^{x}`, x ** x * (1 + Math.log(x))],
  [tex`\frac{d}{dx} \int_0^{x} e^{-t^2}\,dt`, Math.exp(-x * x)],
  [tex`\frac{d}{db} \left( \int_0^{b} e^{-t^2}\,dt \right)`, Math.exp(-b * b)],
  [tex`\frac{d}{da} \left( \int_0^{1} e^{-at}\,dt \right)`, (Math.exp(-a) * (1 + a) - 1) / (a * a)],
  [tex`\frac{d}{dx} \left( \sum_{k=1}^{n} x^k \right)`, 1 + 2 * x + 3 * x ** 2 + 4 * x ** 3 + 5 * x ** 4],
  [tex`\frac{d}{dx} \sech(x)`, -Math.tanh(x) / Math.cosh(x)],
  [tex`\frac{d}{dx} \Gamma(x + 1)`, 0.9086387328532904 * 0.208547874873494],
  [tex`\frac{d}{dx} |x - y|`, -1],
  [tex`D = c_0^2 + c_1^2, \quad r = \frac{c_0^2}{D} = 1 - \frac{c_1^2}{D}`, c0 ** 2 / D],
  [
    tex`L = \frac{c_1^4}{(c_0^2 + c_1^2)^2}, \quad \frac{\partial L}{\partial c_0} = -\frac{4c_0c_1^4}{(c_0^2+c_1^2)^3}`,
    (-4 * c0 * c1 ** 4) / D ** 3,
  ],
  [tex`\log 2 \approx 0.693`, Math.LN2],
  [
    tex`p(u) = \begin{cases} 2u & 0 \le u \le 1 \\ 0 & \text{otherwise} \end{cases}, \quad \int_{-\infty}^{\infty} u p(u)\,du = \frac23`,
    2 / 3,
  ],
];
