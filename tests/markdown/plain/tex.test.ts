import { describe, expect, test } from "vitest";
import { plainTex } from "../../../markdown/plain/tex.ts";

/** TeX and the line that a reader of a chat gets, written by hand. */
const lines: readonly (readonly [tex: string, plain: string])[] = [
  ["D_{\\mathrm{KL}}(P\\|Q)=\\int p(x)\\log\\frac{p(x)}{q(x)}\\,dx", "D_KL(P∥Q) = ∫ p(x) log(p(x)/q(x)) dx"],
  ["\\frac12", "1/2"],
  ["\\frac{a+b}{2\\sigma^2}", "(a + b)/(2σ²)"],
  ["\\tfrac12 x", "(1/2)x"],
  ["x\\frac{a}{b}", "x(a/b)"],
  ["\\frac{\\partial f}{\\partial x}", "∂f/∂x"],
  ["\\frac{a}{b+c}-\\frac{d}{e}", "a/(b + c) − d/e"],
  ["\\sum_{i=1}^n x_i^2 \\le \\sqrt{a+b}", "Σᵢ₌₁ⁿ xᵢ² ≤ √(a + b)"],
  ["\\sum_{v\\in A} p_v", "Σ_(v∈A) pᵥ"],
  ["\\int_0^\\infty e^{-x}\\,dx = 1", "∫₀^∞ e⁻ˣ dx = 1"],
  ["e^{-x^2/2}", "e^(−x²/2)"],
  ["\\left(1+\\frac1n\\right)^n", "(1 + 1/n)ⁿ"],
  ["\\lim_{n\\to\\infty} a_n", "lim_(n→∞) aₙ"],
  ["\\mathbb{E}_{x\\sim p}[f(x)]", "𝔼_(x∼p)[f(x)]"],
  ["\\mathbb{R}^d, \\mathcal{N}(0,1), \\mathcal{L}", "ℝᵈ, 𝒩(0, 1), ℒ"],
  ["\\hat\\theta=\\arg\\max_\\theta \\log p(x\\mid\\theta)", "θ̂ = arg max_θ log p(x∣θ)"],
  ["\\bar x + \\tilde y + \\vec v", "x̄ + ỹ + v⃗"],
  ["x^{\\top}y' + f''(x)", "xᵀy′ + f′′(x)"],
  ["\\binom nk", "(n choose k)"],
  ["\\sqrt[3]{x}", "³√x"],
  ["-a-b", "−a − b"],
  ["a=-b", "a = −b"],
  ["2\\cdot 3\\times 4", "2 · 3 × 4"],
  ["\\begin{aligned}a&=b+c\\\\&=d\\end{aligned}", "a = b + c = d"],
  ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1, 2; 3, 4)"],
  ["f(x)=\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}", "f(x) = {1, x > 0; 0, else"],
  ["\\underbrace{a+b}_{\\text{a sum}}=c", "a + b [a sum] = c"],
  ["a\\overset{!}{=}b", "a =! b"],
  ["\\text{if } x<y", "if x < y"],
  ["\\phantom{x}a", "a"],
];

describe("a formula on one line", () => {
  test.each(lines)("%s is %s", (tex, plain) => {
    expect(plainTex(tex, {})).toBe(plain);
  });

  test("shows the course's macros as what they stand for", () => {
    expect(plainTex("\\KL{P}{Q}", { "\\KL": "D_{\\mathrm{KL}}(#1\\|#2)" })).toBe("D_KL(P∥Q)");
  });

  test("is the TeX itself where KaTeX cannot read it", () => {
    expect(plainTex("\\frac{1", {})).toBe("\\frac{1");
  });

  test("a product in a divisor keeps its brackets, so that nothing is read as a factor behind the fraction", () => {
    for (const divisor of ["2x", "xy", "a b", "n!", "2\\pi"]) {
      expect(plainTex(`\\frac{1}{${divisor}}`, {})).toMatch(/^1\/\(.+\)$/);
    }
  });
});
