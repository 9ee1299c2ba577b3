/** What is said aloud for commands whose own name says nothing or something else. */
const spoken: Readonly<Record<string, string>> = {
  int: "integral",
  sum: "sum",
  prod: "product",
  frac: "fraction",
  partial: "partial derivative",
  nabla: "gradient",
  sqrt: "root",
  infty: "infinity",
  lim: "limit",
  log: "log logarithm",
  ln: "log logarithm",
  exp: "exponential",
  ge: "inequality at least",
  le: "inequality at most",
  geq: "inequality at least",
  leq: "inequality at most",
  approx: "approximately",
  varepsilon: "epsilon",
  varphi: "phi",
  vartheta: "theta",
  pmatrix: "matrix",
  bmatrix: "matrix",
  top: "transpose",
  hat: "estimate hat",
  KL: "KL Kullback Leibler divergence",
  E: "expectation expected value mean",
  Var: "variance",
  Cov: "covariance",
  entropy: "entropy",
  Normal: "normal Gaussian",
  Uniform: "uniform",
  LN: "layer normalisation",
  sech: "hyperbolic secant",
  tanh: "hyperbolic tangent",
};

/** Commands that only set type. */
const silent = new Set(
  `left right big Big bigl bigr Bigl Bigr begin end aligned align gathered cases text mathrm mathbb mathbf mathcal
  mathsf operatorname quad qquad cdot times stackrel mathrel label tag dfrac tfrac mid limits displaystyle`.split(
    /\s+/,
  ),
);

/** The words by which a formula is found: its letters, numbers and commands, and what is said for them. */
export function wordsOfTex(tex: string): string {
  const tokens = tex.match(/\\[A-Za-z]+|[A-Za-z]+|\d+(?:\.\d+)?/g) ?? [];
  const words = tokens.flatMap((token) => {
    const name = token.replace("\\", "");
    if (!token.startsWith("\\")) return wordsOfLetters(name);
    return silent.has(name) ? [] : [name, spoken[name] ?? ""];
  });
  return [...new Set(words.flatMap((each) => each.split(" ")).filter((each) => each !== ""))].join(" ");
}

/** Letters side by side are a product, but may be a word within `\text`: both are kept. */
function wordsOfLetters(letters: string): string[] {
  if (silent.has(letters)) return [];
  return letters.length > 1 ? [letters, ...letters] : [letters];
}

/** A formula without its links to other places of the page. */
export function withoutLinks(tex: string): string {
  return tex.replace(/\\href\{[^{}]*\}/g, "");
}
