import type { CorpusEntry } from "./corpus.ts";
import { POINT } from "./corpus.ts";

const { x, y, a, p, w, q, s, t } = POINT;
const tex = String.raw;
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const h = (r: number): number => -r * Math.log(r) - (1 - r) * Math.log(1 - r);
const total = w.reduce((sum, value) => sum + Math.exp(value), 0);
const softmax = w.map((value) => Math.exp(value) / total);
const mse = w.reduce((sum, value, k) => sum + (value - (q[k] ?? 0)) ** 2, 0) / 3;

/** Losses, activations, schedules and scores of machine-learning courses. */
export const LEARNING: readonly CorpusEntry[] = [
  [tex`\frac{1}{1+e^{-x}}`, sigmoid(x)],
  [tex`\psi(z) = \frac{1}{1+e^{-z}}, \quad R = \psi'(x)`, sigmoid(x) * (1 - sigmoid(x))],
  [tex`S(z) = \frac{1}{1+e^{-z}}, \quad R = S(x)(1-S(x))`, sigmoid(x) * (1 - sigmoid(x))],
  [tex`-\log\frac{1}{1+e^{-x}}`, Math.log1p(Math.exp(-x))],
  [tex`\log(1+e^{x}) - x`, Math.log1p(Math.exp(-x))],
  [tex`\max(0, x) + \max(0, -y)`, x],
  [tex`\max(0, 1 - xy)`, Math.max(0, 1 - x * y)],
  [tex`\begin{cases} x & x \ge 0 \\ ax & \text{otherwise} \end{cases}`, x],
  [
    tex`\begin{cases} \frac12(x-y)^2 & |x-y| \le 1 \\ |x-y| - \frac12 & \text{otherwise} \end{cases}`,
    (x - y) ** 2 / 2,
  ],
  [tex`-p\log p - (1-p)\log(1-p)`, h(p)],
  [tex`-\log p`, -Math.log(p)],
  [tex`-(1-p)^2\log p`, -((1 - p) ** 2) * Math.log(p)],
  [
    tex`p\log\frac{p}{x} + (1-p)\log\frac{1-p}{1-x}`,
    p * Math.log(p / x) + (1 - p) * Math.log((1 - p) / (1 - x)),
  ],
  [tex`\frac{1}{3}\sum_{k=1}^{3}(w_k - q_k)^2`, mse],
  [tex`\frac13\|w - q\|^2`, mse],
  [tex`\log\sum_{k=1}^3 e^{w_k} - w_2`, -Math.log(softmax[1] ?? 0)],
  [tex`P_j = \frac{e^{w_j}}{\sum_{k=1}^3 e^{w_k}}, \quad R = P_3`, softmax[2] ?? 0],
  [tex`P_j = \frac{e^{w_j}}{\sum_{k=1}^3 e^{w_k}}, \quad R = \sum_{j} P_j`, 1],
  [
    tex`P_j = \frac{e^{w_j}}{\sum_{k=1}^3 e^{w_k}}, \quad R = -\sum_{j} P_j\log P_j`,
    -softmax.reduce((sum, r) => sum + r * Math.log(r), 0),
  ],
  [tex`E(w) = \log\sum_{k=1}^3 e^{w_k}, \quad R = \frac{\partial E(w)}{\partial w_1}`, softmax[0] ?? 0],
  [
    tex`E(w) = \log\sum_{k=1}^3 e^{w_k}, \quad R = \frac{\partial^2 E(w)}{\partial w_1 \partial w_2}`,
    -(softmax[0] ?? 0) * (softmax[1] ?? 0),
  ],
  [tex`\frac{2xy}{x+y}`, 2 / (1 / x + 1 / y)],
  [tex`\left(1 + \frac{x}{a}\right)^{-1}`, a / (a + x)],
  [tex`\frac12\left(1 + \cos\frac{\pi s}{t}\right)`, Math.cos((Math.PI * s) / (2 * t)) ** 2],
  [tex`\frac{1-a^{10}}{1-a}`, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, k) => sum + a ** k, 0)],
  [tex`\sum_{k=0}^{\infty} a^k x`, x / (1 - a)],
  [tex`(1-a)\sum_{k=0}^{\infty} a^k`, 1],
  [tex`\frac{x}{\sqrt{x^2 + 10^{-8}}}`, x / Math.sqrt(x * x + 1e-8)],
  [tex`\exp\left(-\frac{\|w-q\|^2}{2s^2}\right)`, Math.exp((-3 * mse) / (2 * s * s))],
  [tex`(1 + w^\top q)^2`, (1 + w.reduce((sum, value, k) => sum + value * (q[k] ?? 0), 0)) ** 2],
  [tex`1 - (1-p)^3`, 3 * p - 3 * p * p + p ** 3],
  [tex`\frac{p x}{p x + (1-p) y}`, 1 / (1 + ((1 - p) * y) / (p * x))],
];
