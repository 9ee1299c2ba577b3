const environment = /\\(?:begin|end)\s*\{[^{}]*\}/g;

/** Letters that a command makes one name or one word of: `\mathbf{w}`, `\hat\mu`, `\text{for}`. */
const dressed =
  /\\(?:text[a-z]*|math[a-z]+|operatorname\*?|boldsymbol|bm|hat|bar|tilde|vec|dot|wide[a-z]+|overline)(?![A-Za-z])\s*(?:\{[^{}]*\}|\\[A-Za-z]+|[^\s\\{}])/;

const token = new RegExp(`${dressed.source}|\\\\(?:[A-Za-z]+|.)|[^\\s{}\\\\]`, "gsu");

/**
 * What TeX is made of: commands, dressed letters and characters, without white space and braces, so that `x_1` and
 * `x_{1}` are one.
 */
export function tokensOf(tex: string): string[] {
  const tokens = tex.replace(environment, " ").match(token) ?? [];
  return tokens.map((each) => (dressed.test(each) ? each.replaceAll(/[\s{}]/g, "") : each));
}

/** A name and its tokens. */
export interface SplitName {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Names ready to be looked for: the longest first, so that `x_1` is not taken for `x`. */
export function splitNames(names: readonly string[]): readonly SplitName[] {
  const split = names.map((name) => ({ name, parts: tokensOf(name) }));
  return longestFirst(split.filter(({ parts }) => parts.length > 0));
}

/** Names in the order in which they are to be looked for. */
export function longestFirst(names: readonly SplitName[]): readonly SplitName[] {
  return names.toSorted((a, b) => b.parts.length - a.parts.length);
}

/** Which of some names occur in TeX. */
export function namesIn(tex: string, names: readonly string[]): Set<string> {
  return namesAmong(tex, splitNames(names));
}

/** Which of some names occur in TeX, for names that are looked for in several texts. */
export function namesAmong(tex: string, known: readonly SplitName[]): Set<string> {
  const tokens = tokensOf(tex);
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const match = known.find(({ parts }) => parts.every((part, k) => tokens[at + k] === part));
    if (match) found.add(match.name);
    at += match?.parts.length ?? 1;
  }
  return found;
}

/** Splits at commas that stand outside brackets and braces. */
export function splitAtCommas(tex: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const token of tex.match(/\\.|[\s\S]/gu) ?? []) {
    if ("([{".includes(token)) depth++;
    if (")]}".includes(token)) depth--;
    if (token === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
