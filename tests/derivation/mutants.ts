/** A changed formula, and what was changed in it. */
export interface Mutant {
  readonly tex: string;
  readonly change: string;
}

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "\\sin": ["\\cos"],
  "\\cos": ["\\sin"],
  "\\tanh": ["\\sinh"],
  "\\sech": ["\\tanh"],
  "\\log": ["\\exp"],
  "\\sqrt": [""],
  "\\pi": ["3", "\\frac{\\pi}{2}"],
  "\\le": [">"],
  "\\ge": ["<"],
  "\\infty": ["1"],
  "\\cdot": ["+"],
};

const TOKEN = /\\[a-zA-Z]+|\d+(?:\.\d+)?|[+-]|[a-zA-Z](?:_\d)?/g;
const GREEK = ["\\mu", "\\sigma", "\\lambda", "\\theta", "\\varepsilon", "\\alpha"];

const changesOf = (token: string, names: readonly string[]): readonly string[] => {
  if (/^\d/.test(token))
    return token.includes(".")
      ? [`${token.slice(0, -1)}${(Number(token.at(-1)) + 2) % 10}`]
      : [String(Number(token) + 1)];
  const swaps = SWAPS[token];
  if (swaps) return swaps;
  const isName = names.includes(token) && (GREEK.includes(token) || !token.startsWith("\\"));
  return isName ? names.filter((name) => name !== token).slice(0, 1) : [];
};

/** `\frac{a}{b}` with its parts exchanged. */
const flippedFractions = (tex: string): readonly Mutant[] =>
  [...tex.matchAll(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g)].map((match) => ({
    tex: `${tex.slice(0, match.index)}\\frac{${match[2]}}{${match[1]}}${tex.slice(match.index + match[0].length)}`,
    change: `${match[0]} turned over`,
  }));

/** Every formula that differs from this one by one small mistake: a sign, a digit, a name, a function, a relation. */
export const mutantsOf = (tex: string, names: readonly string[]): readonly Mutant[] => {
  const single = [...tex.matchAll(TOKEN)].flatMap(({ 0: token, index }) =>
    changesOf(token, names).map((change) => ({
      tex: `${tex.slice(0, index)}${change} ${tex.slice(index + token.length)}`,
      change: `${token} → ${change} at ${index}`,
    })),
  );
  return [...single, ...flippedFractions(tex)];
};
