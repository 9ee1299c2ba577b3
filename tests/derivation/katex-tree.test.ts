import { describe, expect, test } from "vitest";
import { readTex } from "../../derivation/tex/katex-tree.ts";
import type { Piece } from "../../derivation/tex/pieces.ts";

const tex = String.raw;
const MACROS = { "\\KL": tex`D_{\mathrm{KL}}(#1\|#2)`, "\\sech": tex`\operatorname{sech}` };

/** A piece in one word, to compare by eye. */
const outline = (piece: Piece): string => {
  const all = (pieces: readonly Piece[] = []): string => pieces.map(outline).join(" ");
  switch (piece.kind) {
    case "number":
    case "sign":
    case "relation":
    case "open":
    case "close":
      return piece.text;
    case "name":
      return piece.key;
    case "words":
      return `“${piece.text}”`;
    case "operator":
      return `<${piece.name}>`;
    case "space":
      return piece.isWide ? "␣" : "";
    case "fraction":
    case "binomial":
      return `${piece.kind}[${all(piece.top)} | ${all(piece.bottom)}]`;
    case "root":
      return `root${piece.index ? `^${all(piece.index)}` : ""}[${all(piece.body)}]`;
    case "scripted":
      return `${piece.base ? outline(piece.base) : "∅"}${piece.sub ? `_[${all(piece.sub)}]` : ""}${piece.sup ? `^[${all(piece.sup)}]` : ""}`;
    case "delimited":
      return `${piece.left}⟨${all(piece.body)}⟩${piece.right}`;
    case "array":
      return `rows[${piece.rows.map((row) => row.map(all).join(" & ")).join(" ; ")}]`;
    default:
      return `!${piece.kind}`;
  }
};

/** The contract with KaTeX's undocumented tree: if an upgrade changes one of these, look before accepting. */
const GOLDEN: readonly (readonly [formula: string, outline: string])[] = [
  ["x_1^2", "x_[1]^[2]"],
  ["12.5^2", "12.5^[2]"],
  ["x^10", "x^[1] 0"],
  ["(x)^2", "( x )^[2]"],
  [tex`\left(x\right)^2`, "(⟨x⟩)^[2]"],
  [tex`\bigl(x\bigr)^2`, "( x )^[2]"],
  [tex`\frac{a}{b}\tfrac12`, "fraction[a | b] fraction[1 | 2]"],
  [tex`\binom{n}{k}`, "binomial[n | k]"],
  [tex`\sqrt{x}\sqrt[3]{x}`, "root[x] root^3[x]"],
  [tex`\hat\beta_0`, tex`\hat{\beta}_[0]`],
  [tex`\mathbf{w}_{\text{test}}`, tex`\mathbf{w}_[“test”]`],
  [tex`\boldsymbol{\mu}`, tex`\boldsymbol{\mu}`],
  [tex`\mathrm{KL}`, tex`\text{KL}`],
  [tex`\overline{x}\bar{x}`, tex`\overline{x} \bar{x}`],
  ["f'(x)", tex`f^[\prime] ( x )`],
  ["n!", "n !"],
  [tex`\log x`, tex`<\log> x`],
  [tex`\sum_{k=1}^n k`, tex`<\sum>_[k = 1]^[n] k`],
  [tex`\sum\limits_{k=1}^n k`, tex`<\sum>_[k = 1]^[n] k`],
  [tex`\int_0^1 x\,dx`, tex`<\int>_[0]^[1] x  d x`],
  [tex`\sech x`, tex`<\sech> x`],
  [tex`\KL{P}{Q}`, tex`D_[\text{KL}] ( P \| Q )`],
  [tex`\lvert x\rvert`, tex`\lvert x \rvert`],
  ["|x|", "| x |"],
  [tex`a \ne b \neq c`, tex`a \ne b \ne c`],
  [tex`a \not= b`, tex`a \not = b`],
  [tex`a := b \coloneqq c`, "a : = b := c"],
  [tex`a \stackrel{!}{=} b`, "a != b"],
  [tex`a \implies b`, tex`a  \Longrightarrow  b`],
  [tex`a,\quad b`, "a , ␣ b"],
  [tex`x \text{ for } y`, "x “ for ” y"],
  [tex`\boxed{x}{\color{red}y}\textcolor{blue}{z}`, "x y z"],
  [tex`\underbrace{x}_{y}`, "x"],
  [tex`\displaystyle x`, "x"],
  [tex`x \label{eq:a} \tag{1}`, "x"],
  [tex`\begin{aligned}a&=b\\&=c\end{aligned}`, "rows[a & = b ;  & = c]"],
  [tex`\begin{cases}1&x>0\\0&\text{otherwise}\end{cases}`, tex`\{⟨rows[1 & x > 0 ; 0 & “otherwise”]⟩.`],
  [tex`a\phantom{x}b`, "a  b"],
  [tex`\Big[ a \Big]`, "[ a ]"],
  [tex`\left(a \,\middle\|\, b\right)`, "(⟨a  \\|  b⟩)"],
  [tex`a \overset{(a)}{\le} b`, "a \\le b"],
  [tex`\hat{y_i}`, "\\hat{y}_[i]"],
  [tex`σ × 2`, "\\sigma \\times 2"],
];

describe("KaTeX's tree is read as", () => {
  test.each(GOLDEN)("%s: %s", (formula, expected) => {
    expect(readTex(formula, MACROS).map(outline).join(" ")).toBe(expected);
  });
});

describe("places", () => {
  test("are those of the source", () => {
    const [first, , third] = readTex(tex`ab+\frac{x}{y}`, {}).slice(1);
    expect([first?.offset, third?.offset]).toEqual([1, 3]);
  });

  test("of a macro's pieces are those of its call", () => {
    const formula = tex`x + \KL{P}{Q}`;
    expect(readTex(formula, MACROS)[2]?.offset).toBe(4);
  });

  test("do not move when a label is taken out", () => {
    expect(readTex(tex`\label{eq:a} x`, {})[0]?.offset).toBe(13);
  });
});
