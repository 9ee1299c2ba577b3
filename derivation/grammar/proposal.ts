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
];

/** The line that declares a name, with a domain such as names of that kind usually have. */
export const proposalFor = (name: string): string => {
  const stem = name.replace(/_\{.*\}$/, "").replace(/^\\(?:hat|bar|tilde|overline)\{(.*)\}$/, "$1");
  if (/^\\(mathbf|boldsymbol|bm|vec)\{/.test(name)) return `${name} in R^3`;
  if (INTEGERS.includes(stem)) return `${name} in 1..8`;
  if (POSITIVE.includes(stem)) return `${name} in (0.1, 2)`;
  return PROBABILITIES.includes(stem) ? `${name} in (0, 1)` : `${name} in (-2, 2)`;
};
