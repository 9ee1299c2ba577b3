import type { Random } from "../lab/random.ts";

/** A formula as KaTeX gets it. */
export interface Formula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/**
 * Formulas of the kinds that solutions in statistics and deep learning hold. `@` stands for a letter that the course
 * uses again and again, `#` for a number that hardly repeats: formulas with `#` are nearly all different.
 */
const common = ["@", "@(x)", "@>0", "\\mu", "\\sigma^2", "x_@", "\\theta\\in\\mathbb{R}^@", "@\\to\\infty"];

const inline = [
  "@=#",
  "\\sigma_{@}=\\sqrt{#}",
  "X\\sim\\mathcal{N}(#,\\sigma_@^2)",
  "\\frac{@+1}{#}",
  "@(x)\\le #\\,Q(x)",
  "\\lVert W_{@}\\rVert_2\\approx #",
  "\\hat\\theta_{@}=#\\pm\\frac{\\sigma}{\\sqrt{n}}",
  "\\nabla_\\theta\\mathcal{L}(@_{#})=0",
  "\\operatorname{Var}[@X]=@^2\\sigma^2\\le #",
  "\\log\\frac{@(x)}{Q(x)}\\ge 1-\\frac{Q(x)}{@(x)}+#",
  "x\\in[0,#]\\cup(@,\\infty)",
  "e^{-#@^2/2}\\to 0",
  "\\int_0^@ x^2\\,dx=\\frac{@^3}{3}<#",
  "\\sum_{i=1}^{n} @_i=#\\,n",
];

const displays = [
  "\\int_{-\\infty}^{\\infty} @(x)\\log\\frac{@(x)}{Q(x)}\\,dx = \\log\\frac{s_2}{s_1}+\\frac{s_1^2+(m_1-m_2)^2}{2s_2^2}-#",
  "\\frac{1}{n}\\sum_{i=1}^{n}\\left(@_i-\\bar{@}\\right)^2 = \\sigma^2\\left(1-\\frac{#}{n}\\right)",
  "\\begin{aligned} \\frac{\\partial\\mathcal{L}}{\\partial W_{@}} &= \\sum_{j}\\delta_j^{(#)} a_j \\\\ &= \\left(W_{@}^{\\top}\\delta\\right)\\odot\\sigma'(z_{@}) \\end{aligned}",
  "\\begin{pmatrix} # & @ \\\\ @ & 1 \\end{pmatrix}^{-1} = \\frac{1}{#-@^2}\\begin{pmatrix} 1 & -@ \\\\ -@ & # \\end{pmatrix}",
  "\\mathbb{E}_{x\\sim P}\\left[\\log\\frac{P(x)}{@(x)}\\right] = -#+\\frac12\\log(2\\pi\\sigma^2)+\\frac{v+(m-\\mu)^2}{2\\sigma^2}",
  "f(@) = \\begin{cases} \\dfrac{#}{1+e^{-@}} & @ \\ge 0 \\\\ \\sqrt{#+@^2} & \\text{otherwise} \\end{cases}",
  "\\lim_{@\\to\\infty}\\left(1+\\frac{#}{@}\\right)^{@} = e^{#}",
];

const letters = "abcfghkmnpqrstuvyz".split("");

/** Seeded formulas: about 70 % of those that stand in a course are unique in it. */
export interface FormulaSource {
  inline(): Formula;
  display(): Formula;
}

/** A source of formulas that remembers in `taken` every formula that it gave, in order. */
export function formulaSource(random: Random, taken: Formula[]): FormulaSource {
  const give = (template: string, isDisplay: boolean): Formula => {
    const letter = pick(random, letters);
    const tex = template
      .replaceAll("@", letter)
      .replace(/#/g, () => (1 + random.uniform() * 9000).toFixed(3));
    const formula = { tex, isDisplay };
    taken.push(formula);
    return formula;
  };
  return {
    inline: () => give(pick(random, random.uniform() < 0.38 ? common : inline), false),
    display: () => give(pick(random, displays), true),
  };
}

/** One of some things, each equally likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random.uniform() * from.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from");
  return chosen;
}
