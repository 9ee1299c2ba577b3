import type { Parameter, Parameters, Values } from "../lab/parameters.ts";
import type { FormulaContext } from "../markdown/document.ts";

/** Greek letters as a label has them, and the commands that may stand for them in a formula. */
const greek: Readonly<Record<string, readonly string[]>> = {
  α: ["alpha"],
  β: ["beta"],
  γ: ["gamma"],
  δ: ["delta"],
  ε: ["varepsilon", "epsilon"],
  ζ: ["zeta"],
  η: ["eta"],
  θ: ["theta", "vartheta"],
  κ: ["kappa"],
  λ: ["lambda"],
  μ: ["mu"],
  ν: ["nu"],
  ξ: ["xi"],
  π: ["pi"],
  ρ: ["rho", "varrho"],
  σ: ["sigma"],
  τ: ["tau"],
  φ: ["varphi", "phi"],
  χ: ["chi"],
  ψ: ["psi"],
  ω: ["omega"],
};
const subscripts = "₀₁₂₃₄₅₆₇₈₉";

/** The values of a formula's symbols, or the entry of `where` that gives none. */
export type Bound = { readonly point: Readonly<Record<string, number>> } | { readonly unknown: string };

/**
 * Gives a formula's symbols the values of an experiment's parameters. A parameter is a symbol by its label (“σ” is
 * `\sigma`, “c₀” is `c_0`) or by its name (`x`, `sigma`); `where` says what else is what: `v:4.36,s:deviation`.
 * Symbols that the formula and its definitions do not hold are left out.
 */
export function bindSymbols(
  where: string,
  context: FormulaContext,
  parameters: Parameters,
  values: Values,
): Bound {
  const present = symbolsIn([context.tex, ...context.before.map(({ text }) => text)].join("\n"));
  const point: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = values[name];
    const symbol = spellings(name, parameter).find((each) => present.has(each));
    if (symbol !== undefined && typeof value === "number") point[symbol] ??= value;
  }
  for (const entry of where.split(",").filter((each) => each !== "")) {
    const [, symbol, meant = ""] = /^\s*(\S+)\s*:\s*(\S+)\s*$/.exec(entry) ?? [];
    const value = Object.hasOwn(values, meant) ? values[meant] : Number(meant || Number.NaN);
    if (symbol === undefined || typeof value !== "number" || !Number.isFinite(value))
      return { unknown: entry };
    point[symbol] = value;
  }
  return { point };
}

/** How a parameter may be written in TeX, the likeliest first. */
function spellings(name: string, { label }: Parameter): string[] {
  const indexed = /^([A-Za-z]+?)(\d+)?$/.exec(name);
  const [, stem = "", index] = indexed ?? [];
  const isGreek = Object.values(greek).some((commands) => commands.includes(stem));
  const letter = stem.length === 1 ? stem : isGreek ? `\\${stem}` : undefined;
  const byName = letter === undefined ? [] : [index === undefined ? letter : `${letter}_${index}`];
  return [...ofLabel(label), ...byName];
}

function ofLabel(label: string): string[] {
  const [, letter = "", rest = ""] = /^(\p{L})(?:_?(\w|[₀₁₂₃₄₅₆₇₈₉]+))?$/u.exec(label) ?? [];
  if (letter === "") return [];
  const index = rest.replace(/[₀-₉]/gu, (digit) => String(subscripts.indexOf(digit)));
  const stems = greek[letter]?.map((command) => `\\${command}`) ?? [letter];
  return stems.map((stem) => (index === "" ? stem : `${stem}_${index}`));
}

/** The letters and commands of a text in TeX with their subscripts, in one spelling: `c_0` for `c_{0}`. */
function symbolsIn(tex: string): ReadonlySet<string> {
  const bare = tex.replace(/\\(?:label|text|operatorname|mathrm|begin|end)\{[^}]*\}/g, " ");
  const found = bare.matchAll(/(\\[A-Za-z]+|[A-Za-z])\s*(?:_\s*(?:\{\s*([^{}]*?)\s*\}|(\\[A-Za-z]+|\w)))?/g);
  const symbols = new Set<string>();
  for (const [, stem = "", inBraces, single] of found) {
    const index = inBraces ?? single;
    symbols.add(index === undefined ? stem : `${stem}_${index}`);
  }
  return symbols;
}
