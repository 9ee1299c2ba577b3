import { describe, expect, test } from "vitest";
import { outcomesOf } from "./setting.ts";

const tex = String.raw;
const SYMBOLS = tex`
x, y, z  in (0.2, 0.9)
a, b, c  in (0.5, 2)
t, T     in (1, 3)
\theta, \gamma, \sigma in (0.3, 1.4)
n, m     in 2..6
x_1, x_{12} in (0.2, 0.9)
f(u) := u^2 + 1
g(u) := \sin u
h(u, v) := u - v
`;

/** What a notation is read as by everybody who uses it: each must be verified. */
const READ: readonly (readonly [title: string, tex: string])[] = [
  ["log without a base is natural", tex`\log e^{x} = x`],
  ["log_2 has base 2", tex`\log_2 8 = 3`],
  ["log_{10} has base 10", tex`\log_{10} 1000 = 3`],
  ["cos 2θ is cos(2θ)", tex`\cos 2\theta = 2\cos^2\theta - 1`],
  ["sin² x is the square of the sine", tex`\sin^2 x + \cos^2 x = 1`],
  ["−x² is −(x²)", tex`-x^2 = 0 - x \cdot x`],
  ["a/b is a fraction", tex`a/b = \frac{a}{b}`],
  [
    "an explicit product ends a function's argument",
    tex`\log \frac{a}{b} \cdot b = b\log\left(\frac{a}{b}\right)`,
  ],
  ["exponents nest upwards", tex`x^{y^z} = \exp(y^z \log(x))`],
  ["digits in braces are one exponent", tex`x^{10} = x^5 \cdot x^5`],
  ["a power belongs to a whole number", tex`12^2 = 144`],
  ["a power belongs to a whole decimal", tex`1.5^2 = 2.25`],
  ["x_1 and x_{1} are one name", tex`x_1 = x_{1}`],
  ["a subscript of two digits is a name of its own", tex`x_{12} + x_1 = x_1 + x_{12}`],
  ["f(x)² is the square of the value", tex`f(x)^2 = x^4 + 2x^2 + 1`],
  ["primes on a function are derivatives", tex`f'(x) = 2x`],
  ["two primes are the second derivative", tex`f''(x) = 2`],
  ["a sum ends at the next plus", tex`\sum_{k=1}^{3} k + 1 = 7`],
  ["a sum takes a whole product", tex`\sum_{k=1}^{3} k x = 6x`],
  ["bars are magnitudes", tex`|x - 1| = 1 - x`],
  ["nested bars pair", tex`||x| - |y|| \le |x - y|`],
  ["a product of magnitudes", tex`|{-x}| \cdot |y| = x y`],
  ["a scripted bar closes", tex`|x|^2 = x^2`],
  ["a number times a magnitude", tex`2|x| = 2x`],
  ["brackets of any size", tex`\Bigl[ x + \bigl(y + z\bigr) \Bigr] = x + y + z`],
  ["braces as brackets", tex`2\left\{ x + y \right\} = 2x + 2y`],
  ["exp with braces", tex`\exp\{-x\} = e^{-x}`],
  ["upright e", tex`\mathrm{e}^{x} = \exp(x)`],
  ["an implicit product of names", tex`abc = a \cdot b \cdot c`],
  ["a name before brackets with more than a name", tex`x(1-x) = x - x^2`],
  ["a binomial coefficient", tex`\binom{n}{2} = \frac{n(n-1)}{2}`],
  ["a factorial binds to its number", tex`2n! = 2 \cdot n!`],
  ["a cube root", tex`\sqrt[3]{x^3} = x`],
  ["differentials in the numerator", tex`\int_1^2 \frac{dx}{x} = \log 2`],
  ["an upright differential", tex`\int_0^1 x \,\mathrm{d}x = \frac12`],
  ["an inner integral takes its own differential", tex`\int_0^1 \int_0^y x \,dx \,dy = \frac16`],
  ["a bound variable shadows a declared one", tex`\int_0^1 x\,dx = \frac12`],
  ["colour and boxes do not change a formula", tex`\boxed{x + {\color{red}y}} = y + x`],
  ["underbraces are comments", tex`\underbrace{x + x}_{\text{twice}} = 2x`],
  ["invisible groups are read as they look", tex`{x + y}z = x + yz`],
  ["an empty group is nothing", tex`{}x{} = x`],
  ["labels are no part of a formula", tex`\label{eq:one} x = x`],
  ["tags are no part of a formula", tex`x = x \tag{1}`],
  ["a slash through the equals sign", tex`x \not= x + 1`],
  ["≠ in one command", tex`x \neq x + 1`],
  ["a chain of inequalities", tex`0 < x \leq x + y`],
  ["∞ is above every number", tex`\log 2 < \infty`],
  ["a decimal after ≈ is a rounding", tex`\log 2 \approx 0.693`],
  ["scientific notation after ≈", tex`\frac{1}{900} \approx 1.11 \cdot 10^{-3}`],
  ["a full stop ends the sentence", tex`\frac12 = 0.5.`],
  ["the larger of two", tex`\max(x, x + 1) = x + 1`],
  ["the smaller of two, in braces", tex`\min\{x, x + 1\} = x`],
  ["a condition restricts", tex`|x - y| = x - y \quad\text{for } x > y`],
  ["a bare condition after a comma restricts", tex`|x - y| = x - y, \quad x \in (y, 1)`],
  ["two statements on a line", tex`x + x = 2x, \quad y + y = 2y`],
  ["implication separates statements", tex`x + x = 2x \implies 2x = x + x`],
  ["the second argument is the second", tex`h(a, b) = a - b`],
  ["a function of a function", tex`f(g(x)) = \sin^2 x + 1`],
  ["a row that begins with + goes on", tex`\begin{aligned} x + y + z &= x + y \\ &\quad + z \end{aligned}`],
];

/** What readers differ about, or what nobody has declared: each must be refused, in these words. */
const REFUSED: readonly (readonly [tex: string, reason: RegExp])[] = [
  [tex`x^10 = 0`, /a number follows directly/],
  [tex`x_12 = 0`, /a number follows directly/],
  [tex`\frac12 3 = 1.5`, /a number follows directly/],
  [tex`1 0 = 10`, /a number follows directly/],
  [tex`2\frac12 = 1`, /mixed number/],
  [tex`a/bc = \frac{a}{bc}`, /a\/bc/],
  [tex`1/2x = 0.5x`, /a\/bc/],
  [tex`a/b/c = 1`, /two slashes/],
  [tex`a/b \cdot c = 1`, /a product after a slash/],
  [tex`\log x/y = 1`, /what does the slash divide/],
  [tex`\log(x)^2 = 1`, /power of/],
  [tex`\log\left(x\right)^2 = 1`, /power of/],
  [tex`\log x (y) = 1`, /function’s argument/],
  [tex`\log x y = 1`, /function’s argument/],
  [tex`\cos 2\theta x = 1`, /function’s argument/],
  [tex`\sin^{-1} x = 1`, /superscript/],
  [tex`\sin^n x = 1`, /superscript/],
  [tex`\ln_2 x = 1`, /subscript on/],
  [tex`f^{-1}(x) = 1`, /script on the function/],
  [tex`f^2(x) = 1`, /script on the function/],
  [tex`f = 1`, /without its argument/],
  [tex`f x = 1`, /without its argument/],
  [tex`h(x) = 1`, /takes 2 argument/],
  [tex`x(t) = x t`, /a call or a product/],
  [tex`x(2) = 2x`, /a call or a product/],
  [tex`\theta^{(t)} = \theta`, /not read as a power/],
  [tex`\theta^{(n+1)} = \theta`, /not read as a power/],
  [tex`\gamma^\top = \gamma`, /not read as a power/],
  [tex`x^* = x`, /not read as a power/],
  [tex`x^\star = x`, /not read as a power/],
  [tex`x' = x`, /not read as a power/],
  [tex`x^+ = x`, /not read as a power/],
  [tex`\hat{x} + 1 = x`, /undeclared \\hat\{x\}/],
  [tex`\bar x + 1 = x`, /undeclared \\bar\{x\}/],
  [tex`\mathbf{x} + 1 = x`, /undeclared \\mathbf\{x\}/],
  [tex`x_{\text{test}} + 1 = x`, /undeclared x_\{\\text\{test\}\}/],
  [tex`x_2 + 1 = x`, /undeclared x_\{2\}/],
  [tex`w + 1 = x`, /undeclared w: add “w in \(0, 1\)”/],
  [tex`x \pm y = x`, /write them out/],
  [tex`1 + 2 + \ldots + n = n`, /write a sum/],
  [tex`\sum_{k=1}^{n} k + k = n`, /used after its sum has ended/],
  [tex`\sum_{n=1}^{3} n + n = 6 + n`, /used after its sum has ended/],
  [tex`\sum_k k = 1`, /bounds of a sum/],
  [tex`\sum_{i<n} i = 1`, /bounds of a sum/],
  [tex`\sum_{k=1}^{k} k = 1`, /undeclared k/],
  [tex`\sum_{n=1}^{n} n = 1`, /both bound and in a bound/],
  [tex`\sum_{k=1}^{3} x_k = 1`, /declare x as a vector/],
  [tex`\prod_{k=1}^{n} k \cdot 2 = 1`, /product’s body/],
  [tex`\int x\,dx = \frac{x^2}{2}`, /without both bounds/],
  [tex`\int_0^1 x = 1`, /without its differential/],
  [tex`\int_0^1 dx\, x = 1`, /operator before it/],
  [tex`\int_0^x x\,dx = 1`, /both bound and in a bound/],
  [tex`\frac{d}{dx} x^2 y = 2x y`, /how far does the derivative reach/],
  [tex`\frac{d}{dt} f * g = 1`, /without its argument/],
  [tex`\frac{d}{dx} y = 0`, /does not depend/],
  [tex`\frac{d x + y}{dx} = 1`, /how far does the d/],
  [tex`\frac{d^2 f(x)}{dx} = 2`, /orders/],
  [tex`\nabla x = 1`, /∇ of what/],
  [tex`P(A \mid B) = 1`, /unsupported relation|undeclared P/],
  [tex`P(a | b) = 1`, /undeclared P/],
  [tex`|a|b|c| = 1`, /ambiguous \|/],
  [tex`\|x\| = x`, /unsupported brackets/],
  [tex`\langle x, y \rangle = x y`, /inner product of a number/],
  [tex`[x] = x`, /around a single name/],
  [tex`\{x\} = x`, /around a single name/],
  [tex`(x, y) = x`, /a comma stands/],
  [tex`x = 1,5`, /a comma stands/],
  [tex`x = 1{,}5`, /a comma stands/],
  [tex`1.5e-3 = 0.0015`, /unsupported numeral/],
  [tex`1.2.3 = 1`, /unsupported numeral/],
  [tex`n!! = n`, /ambiguous factorial/],
  [tex`x^n! = 1`, /ambiguous factorial/],
  [tex`50\% = 0.5`, /unexpected \\%/],
  [tex`\frac{1}{2}^2 = \frac14`, /unsupported script/],
  [tex`{x + y}^2 = x`, /unsupported script/],
  [tex`{}^2 x = x`, /unsupported script/],
  [tex`x^{} = x`, /empty exponent/],
  [tex`x \cdot -y = -xy`, /unexpected -/],
  [tex`(x + y = x`, /unbalanced bracket/],
  [tex`x) = x`, /unbalanced bracket/],
  [tex`(x] = x`, /unsupported brackets/],
  [tex`x \stackrel{d}{=} y`, /unsupported relation/],
  [tex`x \equiv y \pmod{3}`, /text|unexpected|undeclared|unsupported/],
  [tex`x \propto y`, /in which variable/],
  [tex`x^2 + 1 = 0 \implies x = 1`, /no solution/],
  [tex`x \sim y`, /unsupported relation/],
  [tex`x \to 0`, /unsupported relation/],
  [tex`x \approx y`, /needs a printed number/],
  [tex`\infty - \infty = 0`, /∞ may only stand alone/],
  [tex`\frac{1}{\infty} = 0`, /∞ may only stand alone/],
  [tex`\lim_{x\to0} x = 0`, /unsupported operator \\lim/],
  [tex`\E[x] = x`, /unsupported expectation/],
  [tex`\operatorname{argmax}(x) = x`, /unsupported operator/],
  [tex`\left. x \right|_{1} = 1`, /evaluation|unsupported|subscript/],
  [tex`\begin{pmatrix} x \end{pmatrix} = x`, /matrices/],
  [tex`x + y`, /claims nothing/],
  [tex`= x`, /there is no left side/],
  [tex`x = = x`, /without a side/],
  [tex`x =`, /without a side/],
  [tex`x = \text{something}`, /undeclared \\text\{something\}/],
  [tex`x \text{ is } y = x`, /text in the middle/],
  [tex`\frac{x}{y = x`, /Expected '\}'|KaTeX|Unexpected/i],
  [tex`\sqrt{x}\unknown = x`, /Undefined control sequence/],
  [tex`x = 1 \text{ or } y = 1`, /text in the middle/],
];

describe("notations that everybody reads alike are read so", () => {
  test.each(READ)("%s: %s", (_, tex) => {
    const outcomes = outcomesOf(tex, SYMBOLS);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(["verified"]));
  });
});

describe("notations that leave a doubt are refused", () => {
  test.each(REFUSED)("%s", (tex, reason) => {
    const outcomes = outcomesOf(tex, SYMBOLS);
    expect(outcomes).not.toContain("verified");
    expect(outcomes).not.toContain("false");
    expect(outcomes.join("\n")).toMatch(reason);
  });
});
