import type { CorpusEntry } from "./corpus.ts";
import { POINT } from "./corpus.ts";

const tex = String.raw;
const { w, q, A, C, x, a } = POINT;

type Row = readonly number[];
const dot = (left: Row, right: Row): number =>
  left.reduce((sum, entry, k) => sum + entry * (right[k] ?? 0), 0);
const column = (matrix: readonly Row[], k: number): Row => matrix.map((row) => row[k] ?? 0);
const times = (matrix: readonly Row[], vector: Row): Row => matrix.map((row) => dot(row, vector));
const entry = (matrix: readonly Row[], i: number, j: number): number => matrix[i]?.[j] ?? 0;

/** The rule of Sarrus. */
const sarrus = (m: readonly Row[]): number =>
  [0, 1, 2].reduce(
    (sum, k) =>
      sum +
      entry(m, 0, k) * entry(m, 1, (k + 1) % 3) * entry(m, 2, (k + 2) % 3) -
      entry(m, 0, k) * entry(m, 1, (k + 2) % 3) * entry(m, 2, (k + 1) % 3),
    0,
  );

/** Cramer’s rule: column k of m replaced by v. */
const cramer = (m: readonly Row[], v: Row, k: number): number =>
  sarrus(m.map((row, i) => row.map((value, j) => (j === k ? (v[i] ?? 0) : value)))) / sarrus(m);

const norm = Math.hypot(...w);
const total = w.reduce((sum, value) => sum + Math.exp(value), 0);
const mean = (w[0] + w[1] + w[2]) / 3;
const variance = w.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3;
const frobenius = A.flat().reduce((sum, value) => sum + value * value, 0);

export const SYMBOLS_OF_LINEAR = tex`
w, q in R^3
A, C in R^{3 \times 3}
i, j, l in 1..3
m := 3
`;

/** Sequences, vectors and matrices, by hand: inner products, the rule of Sarrus, Cramer’s rule. */
export const LINEAR_CORPUS: readonly CorpusEntry[] = [
  [tex`w_1 + w_2 w_3`, w[0] + w[1] * w[2]],
  [tex`\sum_{k=1}^{3} w_k`, w[0] + w[1] + w[2]],
  [tex`\sum_{i} w_i^2`, norm ** 2],
  [tex`\sum_{k=1}^{2} w_k w_{k+1}`, w[0] * w[1] + w[1] * w[2]],
  [tex`\prod_{k=1}^{3} w_k`, w[0] * w[1] * w[2]],
  [tex`\frac{1}{m}\sum_{k=1}^{m} w_k`, mean],
  [tex`\bar{w} = \frac{1}{3}\sum_{k=1}^{3} w_k, \quad R = \frac13\sum_{k=1}^3 (w_k - \bar{w})^2`, variance],
  [tex`\sum_{i}\sum_{j} w_i q_j`, (w[0] + w[1] + w[2]) * (q[0] + q[1] + q[2])],
  [tex`\log\sum_{k=1}^{3} e^{w_k}`, Math.log(total)],
  [tex`\frac{e^{w_2}}{\sum_{k=1}^{3} e^{w_k}}`, Math.exp(w[1]) / total],
  [tex`w^\top q`, dot(w, q)],
  [tex`w^T q`, dot(w, q)],
  [tex`w \cdot q`, dot(w, q)],
  [tex`\langle w, q \rangle`, dot(w, q)],
  [tex`\|w\|`, norm],
  [tex`\|w\|_2^2`, norm ** 2],
  [tex`\lVert w \rVert^2`, norm ** 2],
  [tex`\left\| w \right\|_1`, Math.abs(w[0]) + Math.abs(w[1]) + Math.abs(w[2])],
  [tex`\|w\|_\infty`, Math.max(...w.map(Math.abs))],
  [tex`\|w - q\|`, Math.hypot(w[0] - q[0], w[1] - q[1], w[2] - q[2])],
  [tex`\|aw\|`, a * norm],
  [tex`\frac{w^\top q}{\|w\|\|q\|}`, dot(w, q) / (norm * Math.hypot(...q))],
  [tex`(Aw)_2`, times(A, w)[1] ?? 0],
  [tex`w^\top A q`, dot(w, times(A, q))],
  [tex`w^\top A^\top q`, dot(q, times(A, w))],
  [tex`\|Aw\|^2`, dot(times(A, w), times(A, w))],
  [tex`A_{12}`, entry(A, 0, 1)],
  [tex`A_{2,1}`, entry(A, 1, 0)],
  [tex`(A^\top)_{12}`, entry(A, 1, 0)],
  [tex`(AC)_{23}`, dot(A[1] ?? [], column(C, 2))],
  [tex`(A^2)_{11}`, dot(A[0] ?? [], column(A, 0))],
  [tex`(A \odot C)_{31}`, entry(A, 2, 0) * entry(C, 2, 0)],
  [tex`\det A`, sarrus(A)],
  [tex`\det(2A)`, 8 * sarrus(A)],
  [tex`|A|`, sarrus(A)],
  [tex`\det(A^{-1})`, 1 / sarrus(A)],
  [tex`\det(AC)`, sarrus(A) * sarrus(C)],
  [tex`(A^{-1} w)_1`, cramer(A, w, 0)],
  [tex`(A^{-1} w)_3`, cramer(A, w, 2)],
  [tex`q^\top A^{-1} w`, q[0] * cramer(A, w, 0) + q[1] * cramer(A, w, 1) + q[2] * cramer(A, w, 2)],
  [tex`\operatorname{tr}(A)`, entry(A, 0, 0) + entry(A, 1, 1) + entry(A, 2, 2)],
  [tex`\operatorname{tr}(A A^\top)`, frobenius],
  [tex`\|A\|_F`, Math.sqrt(frobenius)],
  [tex`\operatorname{tr}(w q^\top)`, dot(w, q)],
  [tex`\operatorname{tr}(I_3)`, 3],
  [tex`\mathbf{1}_3^\top w`, w[0] + w[1] + w[2]],
  [tex`(\operatorname{diag}(w) q)_2`, w[1] * q[1]],
  [tex`\det(\operatorname{diag}(w))`, w[0] * w[1] * w[2]],
  [tex`\det\begin{pmatrix} x & 2 \\ 3 & a \end{pmatrix}`, x * a - 6],
  [tex`\begin{vmatrix} x & 2 \\ 3 & a \end{vmatrix}`, x * a - 6],
  [
    tex`\left(\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}\begin{bmatrix} x \\ a \end{bmatrix}\right)_2`,
    3 * x + 4 * a,
  ],
  [tex`\left\|\begin{pmatrix} 3 \\ 4 \end{pmatrix}\right\|`, 5],
  [tex`\left(\begin{pmatrix} 2 & 0 \\ 0 & 4 \end{pmatrix}^{-1}\right)_{22}`, 0.25],
  [tex`(\nabla_w \|w\|^2)_3`, 2 * w[2]],
  [tex`(\nabla_w (w^\top q))_1`, q[0]],
  [tex`(\nabla_w \|w\|)_2`, w[1] / norm],
  [tex`\left(\nabla_w \left(\log\sum_{k=1}^3 e^{w_k}\right)\right)_1`, Math.exp(w[0]) / total],
  [tex`\frac{\partial}{\partial w_2}(w^\top A w)`, (times(A, w)[1] ?? 0) + dot(column(A, 1), w)],
  [tex`\frac{\partial^2}{\partial w_1 \partial w_2}(w^\top A w)`, entry(A, 0, 1) + entry(A, 1, 0)],
  [tex`L = w^\top q, \quad R = \frac{\partial L}{\partial w_3}`, q[2]],
  [tex`G(w) = \|w\|^2, \quad R = (\nabla G(2w))_1`, 4 * w[0]],
  [tex`(\nabla_A \operatorname{tr}(A))_{22}`, 1],
  [tex`\left(\nabla_A (w^\top A q)\right)_{12}`, w[0] * q[1]],
  [tex`\max(w_1, w_2, w_3)`, Math.max(...w)],
];
