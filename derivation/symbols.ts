import type { Declaration } from "./declarations.ts";
import { declare } from "./declarations.ts";
import { headOf } from "./grammar/head.ts";
import { oneName } from "./grammar/letters.ts";
import { lintDeclaration } from "./lint.ts";
import type { Scope } from "./meaning/scope.ts";
import { createScope } from "./meaning/scope.ts";
import { Refusal, refusable } from "./refusal.ts";
import { pairBrackets } from "./statements/brackets.ts";
import { readTex } from "./tex/katex-tree.ts";
import type { MacroTable } from "./tex/macros.ts";
import { expansionsFor } from "./tex/macros.ts";
import { dense } from "./tex/pieces.ts";
import { spell } from "./tex/spelling.ts";

export interface SymbolsOptions {
  readonly macros: MacroTable;
  /** The scope of the enclosing heading, or of the site. */
  readonly parent?: Scope;
}

/** What is wrong with a line of a `symbols` block. Lines and columns count from 1, within the block. */
export interface SymbolsMistake {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export interface Symbols {
  readonly scope: Scope;
  readonly mistakes: readonly SymbolsMistake[];
  /** Lines that are right, but whose special values let mistakes slip through. */
  readonly warnings: readonly SymbolsMistake[];
}

/** Blank if the line holds nothing but a comment. `\%` is not a comment. */
const withoutComment = (line: string): string => line.replace(/(?<!\\)%.*$/, "").trimEnd();

/** A comment by which an author says that a special value is meant. */
const SPECIAL = /(?<!\\)%.*\bspecial\b/;

const isDefinition = ({ text }: Declaration): boolean => text.includes(":=");

/** Variables first: a definition's parameters have the shapes of declared vectors. */
const declareAll = (declarations: readonly Declaration[]): ReadonlyMap<Declaration, Refusal> => {
  const refusals = new Map<Declaration, Refusal>();
  const inOrder = declarations.toSorted((a, b) => Number(isDefinition(a)) - Number(isDefinition(b)));
  for (const declaration of inOrder) {
    const found = declaration.text.trim() === "" ? undefined : refusable(() => declare(declaration));
    if (found instanceof Refusal) refusals.set(declaration, found);
  }
  return refusals;
};

/** The refusal to read a random variable's law, once all lines are known. */
const findBrokenLaw = ({ text, scope, expansions }: Declaration): Refusal | undefined => {
  const [names, law] = text.split(/~|\\sim(?![a-zA-Z])/);
  if (names === undefined || law === undefined) return undefined;
  const name = spell(readTex(names.split(",")[0] ?? "", expansions));
  const meaning = name === undefined ? undefined : scope.find(name);
  const found =
    meaning?.kind === "variable" && meaning.binding.law ? refusable(meaning.binding.law) : undefined;
  return found instanceof Refusal ? found : undefined;
};

/** The refusal to read a definition's body, once all lines are known. */
const findBroken = (declaration: Declaration): Refusal | undefined => {
  const { text, scope, expansions } = declaration;
  if (!isDefinition(declaration)) return findBrokenLaw(declaration);
  const [left, right] = text.split(":=");
  if (left === undefined || right === undefined) return undefined;
  const head = refusable(() => headOf(oneName(dense(pairBrackets(readTex(left, expansions)))), scope, true));
  const meaning = head && !(head instanceof Refusal) ? scope.find(head.name) : undefined;
  return meaning?.kind === "definition" ? meaning.definition.refusal?.() : undefined;
};

/**
 * The scope that the body of a fenced `symbols` block declares:
 *
 *     c_0, c_1      in (0.1, 3)         % reals
 *     n             in 1..8             % integers
 *     x, \mathbf{w} in R^n              % vectors
 *     X             ~ Normal(\\mu, \\sigma^2)
 *     f(x)          := \frac{1}{1+x^2}
 *     set log 2
 *
 * All lines are read; each that cannot be is a mistake. Definitions may refer to later lines.
 */
export const parseSymbols = (text: string, { macros, parent }: SymbolsOptions): Symbols => {
  const scope = createScope(parent);
  const expansions = expansionsFor(macros);
  const lines = text.split("\n");
  const declarations = lines.map((line): Declaration => ({ text: withoutComment(line), scope, expansions }));
  const refusals = declareAll(declarations);
  const mistakes = declarations.flatMap((declaration, k): readonly SymbolsMistake[] => {
    const mistake = refusals.get(declaration) ?? findBroken(declaration);
    if (!mistake) return [];
    const indent = declaration.text.length - declaration.text.trimStart().length;
    return [{ line: k + 1, column: Math.max(mistake.offset ?? 0, indent) + 1, reason: mistake.message }];
  });
  const warnings = declarations.flatMap((declaration, k): readonly SymbolsMistake[] => {
    const isMeant = SPECIAL.test(lines[k] ?? "");
    const reason = isMeant ? undefined : lintDeclaration(declaration, declarations.slice(0, k));
    return reason === undefined ? [] : [{ line: k + 1, column: 1, reason }];
  });
  return { scope, mistakes, warnings };
};
