import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Symbols } from "../../derivation/index.ts";
import { checkDisplay, createScope, parseSymbols } from "../../derivation/index.ts";
import { macros } from "./setting.ts";

/** A true display as course notes write it, and one mistake that could stand in it. */
export interface Note {
  readonly tex: string;
  readonly symbols?: string;
  readonly slip: readonly [right: string, wrong: string];
  /** Where it is not verified: it defines names, or it is refused. */
  readonly outcome?: "refused" | "definitions";
  readonly reason?: string;
}

const FOLDER = new URL("./notes/", import.meta.url);

/** The notes of each subject. */
export const SUBJECTS = readdirSync(FOLDER)
  .toSorted()
  .map((file) => ({
    subject: file.replace(".yaml", "").replaceAll("-", " "),
    notes: parse(readFileSync(new URL(file, FOLDER), "utf8")) as readonly Note[],
  }));

export const symbolsOf = ({ symbols = "" }: Note): Symbols => parseSymbols(symbols, { macros });

/** The worst of what a display's steps came to; what it is where it claims nothing. */
export const verdictOn = (
  tex: string,
  { scope }: Symbols,
  seed = 1,
): { verdict: string; reason?: string } => {
  const { steps, kind } = checkDisplay({ tex, macros, scope: createScope(scope), seed });
  const worst =
    steps.find(({ outcome }) => outcome === "false") ?? steps.find(({ outcome }) => outcome === "unchecked");
  if (!worst) return { verdict: kind === "claims" ? "verified" : kind };
  if (worst.outcome === "false") return { verdict: "false" };
  return { verdict: "refused", reason: worst.reason ?? "" };
};
