/** A macro shown and checked alike, or with one expansion for KaTeX and one for the checker. */
export type Macro = string | { readonly shown: string; readonly checked?: string };

/** The site's macros, by name with the backslash: `\KL`. */
export type MacroTable = Readonly<Record<string, Macro>>;

const known = new WeakMap<MacroTable, Record<string, string>>();

/** What each macro means to the checker: its `checked` expansion where it has one. */
export const expansionsFor = (macros: MacroTable): Record<string, string> => {
  const found = known.get(macros);
  if (found) return found;
  const expansions = Object.fromEntries(
    Object.entries(macros).map(([name, macro]) => [
      name,
      typeof macro === "string" ? macro : (macro.checked ?? macro.shown),
    ]),
  );
  known.set(macros, expansions);
  return expansions;
};
