import { evaluateConstant } from "./constant.ts";
import { define, headOf } from "./grammar/definitions.ts";
import { isConstant, nameOf } from "./grammar/names.ts";
import type { Scope } from "./meaning/scope.ts";
import { createScope } from "./meaning/scope.ts";
import { parseDomain } from "./parse-domain.ts";
import { Refusal, refusable } from "./refusal.ts";
import { pairBrackets, splitAtCommas } from "./statements/brackets.ts";
import { readTex } from "./tex/katex-tree.ts";
import type { MacroTable } from "./tex/macros.ts";
import { expansionsFor } from "./tex/macros.ts";
import type { Pieces } from "./tex/pieces.ts";
import { dense } from "./tex/pieces.ts";

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
}

/** One declaration, where it stands, and what it is read with. */
interface Declaration {
  readonly text: string;
  readonly scope: Scope;
  readonly expansions: Record<string, string>;
}

const refuse = (reason: string, offset: number): never => {
  throw new Refusal(reason, offset);
};

const namesIn = (pieces: Pieces, offset: number): readonly string[] =>
  splitAtCommas(dense(pairBrackets(pieces))).map((part) => {
    const name = part.length === 1 && part[0] ? nameOf(part[0]) : undefined;
    if (name === undefined || isConstant(name))
      return refuse("not a name that can be declared", part[0]?.offset ?? offset);
    return name;
  });

const declareVariables = (names: string, domain: string, declaration: Declaration): void => {
  const offset = declaration.text.length - domain.length;
  const place = parseDomain(domain.trim(), offset, declaration.expansions);
  for (const name of namesIn(readTex(names, declaration.expansions), 0)) {
    if (declaration.scope.declares(name)) refuse(`${name} is declared twice`, 0);
    declaration.scope.declare(name, { kind: "variable", binding: { name, isBound: false, domain: place } });
  }
};

const declareDefinition = (left: string, right: string, { text, scope, expansions }: Declaration): void => {
  const head = headOf(pairBrackets(readTex(left, expansions)));
  if (!head) throw new Refusal("unsupported notation on the left of :=", 0);
  if (scope.declares(head.name)) refuse(`${head.name} is declared twice`, 0);
  const padded = " ".repeat(text.length - right.length) + right;
  scope.declare(head.name, {
    kind: "definition",
    definition: define(head, readTex(padded, expansions), scope),
  });
};

const setLogBase = (value: string, { scope, expansions }: Declaration): void => {
  const base = evaluateConstant(value, expansions);
  if (!(base > 0) || base === 1) refuse(`a logarithm cannot have the base ${value}`, 0);
  scope.setLogBase(base);
};

const declare = (declaration: Declaration): void => {
  const { text } = declaration;
  const [, name, value = ""] = /^\s*set\s+(\S+)\s+(.+?)\s*$/.exec(text) ?? [];
  const [, left, right = ""] = /^(.+?):=(.+)$/.exec(text) ?? [];
  const [, names, domain = ""] = /^(.+?)(?:\s+in\s+|\s*\\in\s+|\s*\\in(?=[([]))(.+)$/.exec(text) ?? [];
  if (name === "log") setLogBase(value, declaration);
  else if (name !== undefined) refuse(`unknown setting “${name}”: known is log`, 0);
  else if (left !== undefined) declareDefinition(left, right, declaration);
  else if (names !== undefined) declareVariables(names, domain, declaration);
  else if (text.includes("~")) refuse("random variables are not supported yet", text.indexOf("~"));
  else refuse("not a declaration: write “x in (0, 1)” or “f(x) := …”", 0);
};

/** Blank if the line holds nothing but a comment. `\%` is not a comment. */
const withoutComment = (line: string): string => line.replace(/(?<!\\)%.*$/, "");

/**
 * The scope that the body of a fenced `symbols` block declares:
 *
 *     c_0, c_1   in (0.1, 3)         % reals
 *     n          in 1..8             % integers
 *     f(x)       := \frac{1}{1+x^2}
 *     set log 2
 *
 * All lines are read; each that cannot be is a mistake. Definitions may refer to later lines.
 */
export const parseSymbols = (text: string, { macros, parent }: SymbolsOptions): Symbols => {
  const scope = createScope(parent);
  const expansions = expansionsFor(macros);
  const lines = text.split("\n").map(withoutComment);
  const found = lines.map((line) =>
    line.trim() === "" ? undefined : refusable(() => declare({ text: line.trimEnd(), scope, expansions })),
  );
  const unread = lines.map((line) => findBroken(line, scope, expansions));
  const mistakes = lines.flatMap((line, k): readonly SymbolsMistake[] => {
    const mistake = found[k] instanceof Refusal ? found[k] : unread[k];
    if (!mistake) return [];
    const indent = line.length - line.trimStart().length;
    return [{ line: k + 1, column: Math.max(mistake.offset ?? 0, indent) + 1, reason: mistake.message }];
  });
  return { scope, mistakes };
};

/** The refusal to read a definition's body, once all lines are known. */
const findBroken = (line: string, scope: Scope, expansions: Record<string, string>): Refusal | undefined => {
  const [left, right] = line.split(":=");
  if (left === undefined || right === undefined) return undefined;
  const head = refusable(() => headOf(pairBrackets(readTex(left, expansions))));
  const meaning = head && !(head instanceof Refusal) ? scope.find(head.name) : undefined;
  return meaning?.kind === "definition" ? meaning.definition.refusal?.() : undefined;
};
