/** A changed formula, and what was changed in it, where. */
export interface Mutant {
  readonly tex: string;
  readonly change: string;
  /** In UTF-16 units from the start of the unchanged formula. */
  readonly offset: number;
}

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "\\sin": ["\\cos"],
  "\\cos": ["\\sin"],
  "\\tanh": ["\\sinh"],
  "\\sech": ["\\tanh"],
  "\\log": ["\\exp"],
  "\\exp": ["\\log"],
  "\\sqrt": [""],
  "\\pi": ["3", "\\frac{\\pi}{2}"],
  "\\le": [">"],
  "\\ge": ["<"],
  "\\infty": ["1"],
  "\\cdot": ["+"],
  "\\top": ["2"],
  "\\det": ["\\operatorname{tr}"],
  "\\max": ["\\min"],
  "\\min": ["\\max"],
  "\\E": ["\\Var"],
  "\\Var": ["\\E"],
};

const TOKEN = /\\[a-zA-Z]+|\d+(?:\.\d+)?|[+-]|[a-zA-Z](?:_\d)?/g;

/** Words, environments and labels are no mathematics: they are blanked out before tokens are looked for. */
const WORDS = /\\(?:text|mathrm|operatorname|begin|end|label|tag)\s*\{[^{}]*\}/g;

const changesOf = (token: string, names: readonly string[]): readonly string[] => {
  if (/^\d/.test(token))
    return token.includes(".")
      ? [`${token.slice(0, -1)}${(Number(token.at(-1)) + 2) % 10}`]
      : [String(Number(token) + 1)];
  const swaps = SWAPS[token];
  if (swaps) return swaps;
  return names.includes(token) ? names.filter((name) => name !== token).slice(0, 1) : [];
};

/** A command that the change would run into. */
const separatorAfter = (before: string): string => (/\\[a-zA-Z]+$/.test(before) ? " " : "");

const isDerivative = (top: string): boolean => /^\s*(d|\\partial)(?![a-z])/.test(top);

/** `\frac{a}{b}` with its parts exchanged; a derivative is no fraction. */
const flippedFractions = (tex: string): readonly Mutant[] =>
  [...tex.matchAll(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g)]
    .filter(([, top = ""]) => !isDerivative(top))
    .map((match) => ({
      tex: `${tex.slice(0, match.index)}\\frac{${match[2]}}{${match[1]}}${tex.slice(match.index + match[0].length)}`,
      change: `${match[0]} turned over`,
      offset: match.index,
    }));

/** Every formula that differs from this one by one small mistake: a sign, a digit, a name, a function, a relation. */
export const mutantsOf = (tex: string, names: readonly string[]): readonly Mutant[] => {
  const visible = tex.replace(WORDS, (word) => " ".repeat(word.length));
  const single = [...visible.matchAll(TOKEN)].flatMap(({ 0: token, index }) =>
    changesOf(token, names).map((change) => ({
      tex: `${tex.slice(0, index)}${separatorAfter(tex.slice(0, index))}${change} ${tex.slice(index + token.length)}`,
      change: `${token} → ${change} at ${index}`,
      offset: index,
    })),
  );
  return [...single, ...flippedFractions(tex)];
};
