import type { Scope } from "../meaning/scope.ts";

const INTEGERS = ["i", "j", "k", "l", "m", "n", "d", "K", "M", "N", "T", "V"];
const PROBABILITIES = ["p", "q", "r", "u", "w", "\\gamma", "\\rho", "\\theta"];
const POSITIVE = [
  "s",
  "\\sigma",
  "\\tau",
  "\\lambda",
  "\\beta",
  "\\alpha",
  "\\nu",
  "\\kappa",
  "\\eta",
  "\\epsilon",
  "\\varepsilon",
  "\\delta",
  "\\omega",
  "t",
  "r",
  "R",
];

/** The line that declares a name, with a domain such as names of that kind usually have. */
export const proposalFor = (name: string): string => {
  const stem = name
    .replace(/\^\{.*\}$/, "")
    .replace(/_\{.*\}$/, "")
    .replace(/^\\(?:hat|bar|tilde|overline)\{(.*)\}$/, "$1");
  if (/^\\(mathbf|boldsymbol|bm|vec)\{/.test(name)) return `${name} in R^3`;
  if (INTEGERS.includes(stem)) return `${name} in 1..8`;
  if (POSITIVE.includes(stem)) return `${name} in (0.1, 2)`;
  return PROBABILITIES.includes(stem) ? `${name} in (0, 1)` : `${name} in (-2, 2)`;
};

/** What a formula has shown of a name that nobody has declared. */
export type Hint = "vector" | "matrix" | "random" | "counting";

const LAWS: Readonly<Record<string, string>> = {
  Y: "Exponential(1.3)",
  Z: "Normal(0, 1)",
  U: "Uniform(0, 1)",
  T: "Exponential(0.7)",
  N: "Poisson(1.7)",
  "\\varepsilon": "Normal(0, 0.6)",
  "\\epsilon": "Normal(0, 0.6)",
};

const isCapital = (name: string): boolean => /^(?:\\(?:mathbf|boldsymbol|bm)\{)?[A-Z](?![a-z])/.test(name);
const isRandomName = (name: string): boolean =>
  /^(?:\\(?:hat|bar|tilde)\{)?(?:[A-Z]|\\varepsilon|\\epsilon|\\xi)\}?(?:_\{\w+\})?$/.test(name);

/** The line for a name of which more is known: it stands in an expectation, under a norm, beside a transposition sign. */
export const proposalWith = (name: string, hint: Hint | undefined): string => {
  if ((hint === "random" || hint === "counting") && isRandomName(name))
    return `${name} ~ ${hint === "counting" ? "Binomial(5, 0.3)" : (LAWS[name] ?? "Normal(0.5, 2)")}`;
  if ((hint === "vector" || hint === "matrix") && isCapital(name)) return `${name} in R^{3 \\times 3}`;
  if ((hint === "vector" || hint === "matrix") && /^(?:\\\w+\{)?[a-z](?![a-z])/.test(name))
    return `${name} in R^3`;
  return proposalFor(name);
};

const WITNESSES: Readonly<Record<string, string>> = {
  f: "u^2 + 1",
  g: "\\frac{1}{1+u^2}",
  h: "\\sin(u) + 2",
  p: "\\mathcal{N}(u; 0.3, 1.4)",
  q: "\\mathcal{N}(u; -0.2, 0.8)",
  P: "\\mathcal{N}(u; 0.3, 1.4)",
  Q: "\\mathcal{N}(u; -0.2, 0.8)",
  "\\sigma": "\\frac{1}{1+e^{-u}}",
  "\\Phi": "\\frac12\\left(1 + \\operatorname{erf}\\left(\\frac{u}{\\sqrt2}\\right)\\right)",
  "\\varphi": "\\mathcal{N}(u; 0, 1)",
};

/** A function for a name that stands before brackets: what the field means by it, or one instance of any. */
export const witnessFor = (name: string, count: number): string | undefined => {
  const body = Object.hasOwn(WITNESSES, name) ? WITNESSES[name] : undefined;
  if (body === undefined || count > 2) return undefined;
  if (count === 2) return ["f", "g", "h"].includes(name) ? `${name}(u, v) := ${body} + uv^2` : undefined;
  return `${name}(u) := ${body}`;
};

/** The line for a vector over which an index runs. */
export const familyFor = (stem: string, length: string, hint: Hint | undefined): string => {
  if (hint === "random" || hint === "counting") return `${stem} ~ Normal(0.5, 2)^${length}`;
  return ["p", "q", "\\pi"].includes(stem) ? `${stem} in Simplex^${length}` : `${stem} in R^${length}`;
};

/** A bar over a declared vector is the mean of its entries. */
export const meanFor = (name: string, scope: Scope): string | undefined => {
  const [, stem] = /^\\(?:bar|overline)\{(\w)\}$/.exec(name) ?? [];
  const meaning = stem === undefined ? undefined : scope.find(stem);
  const [length, more] = meaning?.kind === "variable" ? (meaning.binding.shape ?? []) : [];
  if (stem === undefined || length === undefined || more !== undefined) return undefined;
  const n = typeof length === "number" ? length : length.name;
  return `${name} := \\frac{1}{${n}} \\sum_{i=1}^{${n}} ${stem}_i`;
};
