import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { MacroTable, Scope, Step } from "../../derivation/index.ts";
import { checkDisplay, parseSymbols } from "../../derivation/index.ts";

/** Whether the long run is asked for: all seeds, all mutants, all mangled formulas. */
export const isFull = process.env["ANSATZ_FULL"] === "1";

/** The macros of the reference course. */
export const macros = parse(
  readFileSync(new URL("../../content/macros.yaml", import.meta.url), "utf8"),
) as MacroTable;

/** The scope of a `symbols` block that must have no mistakes. */
export const scopeOf = (symbols: string): Scope => {
  const { scope, mistakes } = parseSymbols(symbols, { macros });
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
  return scope;
};

/** The steps of a display, read after a `symbols` block. */
export const stepsOf = (tex: string, symbols = "", seed = 1): readonly Step[] =>
  checkDisplay({ tex, macros, scope: scopeOf(symbols), seed }).steps;

/** The outcomes of a display's steps, in words: `verified`, `false`, or the reason for not checking. */
export const outcomesOf = (tex: string, symbols = "", seed = 1): readonly string[] =>
  stepsOf(tex, symbols, seed).map(({ outcome, reason }) => reason ?? outcome);
