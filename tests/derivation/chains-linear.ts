import type { Derivation } from "./chains.ts";

const tex = String.raw;

/** True derivations with sequences, vectors and matrices. */
export const LINEAR: readonly Derivation[] = [
  {
    title: "1.1 and 1.10: layer normalisation",
    symbols: tex`
d in 2..4
j, k in 1..d
x in (-2, 2)^d
a in (0.2, 3)
m(x) := \frac{1}{d}\sum_{j=1}^{d}x_j
r(x) := \sqrt{\frac{1}{d}\sum_{j=1}^{d}(x_j-m(x))^2}
\LN(x)_j := \frac{x_j-m(x)}{r(x)}`,
    displays: [
      tex`\sum_{j=1}^{d}\LN(x)_j^2=\frac{1}{r(x)^2}\sum_{j=1}^{d}(x_j-m(x))^2=d`,
      tex`\sum_{j=1}^{d}\LN(x)_j=\frac{1}{r(x)}\left(\sum_{j=1}^{d}x_j-d\,m(x)\right)=0`,
      tex`\LN(ax)_j=\frac{ax_j-a\,m(x)}{a\,r(x)}=\LN(x)_j`,
      tex`\frac{\partial}{\partial x_k}\LN(x)_j=\frac{1}{r(x)}\left((I_d)_{jk}-\frac{1}{d}-\frac{\LN(x)_j\LN(x)_k}{d}\right)`,
    ],
  },
  {
    title: "1.6: two directions in a plane",
    symbols: tex`
n in 2..4
j in 1..n
a, b in (-2, 2)^n
\rho in (0.2, 2)`,
    displays: [
      tex`u_j=\frac{a_j+\rho b_j}{\sqrt{1+\rho^2}}`,
      tex`q_j=\frac{\rho a_j-b_j}{\sqrt{1+\rho^2}}`,
      tex`\frac{\sum_{j=1}^{n}a_j(a_j+\rho b_j)}{\sqrt{\sum_{j=1}^{n}(a_j+\rho b_j)^2}}=\frac{\sum_{j=1}^{n}a_ju_j}{\sqrt{\sum_{j=1}^{n}u_j^2}}=\frac{1}{\sqrt{1+\rho^2}}\left(\sqrt{\sum_{j=1}^{n}u_j^2}+\rho\frac{\sum_{j=1}^{n}q_ju_j}{\sqrt{\sum_{j=1}^{n}u_j^2}}\right)`,
      tex`\frac{a^\top(a+\rho b)}{\|a+\rho b\|} = \frac{1}{\sqrt{1+\rho^2}}\left(\|u\|+\rho\frac{q^\top u}{\|u\|}\right)`,
    ],
  },
  {
    title: "1.8: the gradient of cross-entropy",
    symbols: tex`
V in 2..4
v, y in 1..V
z in (-2, 2)^V
C(z) := \log\sum_{k=1}^{V}\exp(z_k)-z_y
p_v := \frac{\exp(z_v)}{\sum_{k=1}^{V}\exp(z_k)}`,
    displays: [
      tex`\sum_{v} p_v = 1`,
      tex`\frac{\partial C(z)}{\partial z_v} = p_v - (I_V)_{v,y}`,
      tex`\|\nabla C(z)\|^2 = \sum_{v=1}^{V}p_v^2-2p_y+1 \le 2`,
      tex`\nabla_z^2 C(z) = \operatorname{diag}(p) - p p^\top`,
    ],
  },
  {
    title: "matrices",
    symbols: tex`
A, B in (-2, 2)^{3 \times 3}
S in R^{3 \times 3} positive definite
M in R^{3 \times 3} symmetric
Q in R^{3 \times 3} orthogonal
X in (-2, 2)^{4 \times 3}
w, u in (-2, 2)^3
t in (-2, 2)^4
\lambda in (0.2, 2)`,
    displays: [
      tex`(AB)^\top = B^\top A^\top`,
      tex`(AB)^{-1} = B^{-1}A^{-1}`,
      tex`S S^{-1} = S^{-1} S = I_3`,
      tex`\det(AB) = \det(A)\det(B) = |A||B|`,
      tex`\operatorname{tr}(AB) = \operatorname{tr}(BA) = \sum_{i=1}^3\sum_{j=1}^3 A_{ij}B_{ji}`,
      tex`w^\top A u = u^\top A^\top w = \sum_{i=1}^3\sum_{j=1}^3 w_i A_{ij} u_j`,
      tex`Q^\top Q = I_3, \quad \|Qw\| = \|w\|, \quad M^\top = M`,
      tex`\|A\|_F^2 = \operatorname{tr}(A^\top A)`,
      tex`|w^\top u| \le \|w\|\|u\|, \quad \|w\|_1 \ge \|w\|_2 \ge \|w\|_\infty`,
      tex`\|w + u\|^2 = \|w\|^2 + 2 w \cdot u + \|u\|^2`,
      tex`\nabla_w (w^\top A w) = (A + A^\top) w`,
      tex`\nabla_w \|Xw - t\|^2 = 2X^\top(Xw - t)`,
      tex`\nabla_w^2 \left(\|Xw - t\|^2 + \lambda \|w\|^2\right) = 2\left(X^\top X + \lambda I_3\right)`,
      tex`\hat{w} = (X^\top X + \lambda I_3)^{-1} X^\top t`,
      tex`X^\top(X\hat{w} - t) + \lambda \hat{w} = 0 w`,
      tex`\begin{pmatrix} 1 & 2 \\ 3 & 4\end{pmatrix}\begin{pmatrix} w_1 \\ w_2\end{pmatrix} = \begin{pmatrix} w_1+2w_2 \\ 3w_1+4w_2\end{pmatrix}`,
      tex`(S + w w^\top)^{-1} = S^{-1} - \frac{S^{-1} w w^\top S^{-1}}{1 + w^\top S^{-1} w}`,
      tex`\det(S + w w^\top) = \det(S)(1 + w^\top S^{-1} w)`,
      tex`w \odot u = u \odot w, \quad \mathbf{1}_3^\top w = \sum_{k=1}^3 w_k`,
    ],
  },
];
