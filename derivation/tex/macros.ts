/** A macro shown and checked alike, or with one expansion for KaTeX and one for the checker. */
export type Macro = string | { readonly shown: string; readonly checked?: string };

/** The site's macros, by name with the backslash: `\KL`. */
export type MacroTable = Readonly<Record<string, Macro>>;

/** What each macro means to the checker: its `checked` expansion where it has one. */
export const expansionsFor = (macros: MacroTable): Record<string, string> =>
  Object.fromEntries(
    Object.entries(macros).map(([name, macro]) => [
      name,
      typeof macro === "string" ? macro : (macro.checked ?? macro.shown),
    ]),
  );
