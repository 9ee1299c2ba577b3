import { evaluateConstant } from "./constant.ts";
import { define } from "./grammar/definitions.ts";
import { readingIn } from "./grammar/grammar.ts";
import { headOf } from "./grammar/head.ts";
import type { Head } from "./grammar/head-forms.ts";
import { isCapital } from "./grammar/head-forms.ts";
import { readLaw } from "./grammar/law.ts";
import { oneName } from "./grammar/letters.ts";
import { declarableName, isConstant } from "./grammar/names.ts";
import { phraseOf } from "./grammar/phrases.ts";
import type { Law } from "./meaning/law.ts";
import type { Scope } from "./meaning/scope.ts";
import { parseDomain, parseShape } from "./parse-domain.ts";
import { Refusal } from "./refusal.ts";
import { pairBrackets, splitAtCommas } from "./statements/brackets.ts";
import { readTex } from "./tex/katex-tree.ts";
import type { Pieces } from "./tex/pieces.ts";
import { dense } from "./tex/pieces.ts";

/** One line of a `symbols` block, where it stands, and what it is read with. */
export interface Declaration {
  readonly text: string;
  readonly scope: Scope;
  readonly expansions: Record<string, string>;
}

const refuse = (reason: string, offset: number): never => {
  throw new Refusal(reason, offset);
};

const namesIn = (pieces: Pieces, offset: number): readonly string[] =>
  splitAtCommas(dense(pairBrackets(pieces))).map((part) => {
    const [first, brackets, more] = oneName(part);
    const name = first && !more ? (brackets ? phraseOf(first, brackets) : declarableName(first)) : undefined;
    if (name === undefined || isConstant(name))
      return refuse("not a name that can be declared", part[0]?.offset ?? offset);
    return name;
  });

const declareVariables = (names: string, domain: string, declaration: Declaration): void => {
  const offset = declaration.text.length - domain.length;
  const { scope, expansions } = declaration;
  const { domain: place, shape } = parseDomain(domain.trim(), { scope, expansions, offset });
  for (const name of namesIn(readTex(names, declaration.expansions), 0)) {
    if (scope.declares(name)) refuse(`${name} is declared twice`, 0);
    const binding = { name, isBound: false, domain: place, ...(shape.length > 0 ? { shape } : {}) };
    scope.declare(name, { kind: "variable", binding });
  }
};

/** `V(s_t) := 4` and `H(X) := …`, where the right side does not speak of s_t or X, are named as a whole. */
const notationIn = (
  left: string,
  right: string,
  { parameters }: Head,
  { scope, expansions }: Declaration,
): string | undefined => {
  const [parameter, more] = parameters;
  if (!parameter || more || scope.find(parameter.name)) return undefined;
  if (!parameter.name.includes("_") && !isCapital(parameter.name)) return undefined;
  const [first, brackets] = dense(pairBrackets(readTex(left, expansions)));
  const isMentioned = right.replace(/[{}]/g, "").includes(parameter.name.replace(/[{}]/g, ""));
  return first && !isMentioned ? phraseOf(first, brackets) : undefined;
};

const declareDefinition = (left: string, right: string, declaration: Declaration): void => {
  const { text, scope, expansions } = declaration;
  const head = headOf(oneName(dense(pairBrackets(readTex(left, expansions)))), scope, true);
  if (!head) throw new Refusal("unsupported notation on the left of :=", 0);
  const notation = notationIn(left, right, head, declaration);
  if (notation !== undefined && !scope.declares(notation)) {
    const definition = define(
      { name: notation, parameters: [], indices: [] },
      readTex(right, expansions),
      scope,
    );
    scope.declare(notation, { kind: "definition", definition });
    return;
  }
  if (scope.declares(head.name)) refuse(`${head.name} is declared twice`, 0);
  const padded = " ".repeat(text.length - right.length) + right;
  scope.declare(head.name, {
    kind: "definition",
    definition: define(head, readTex(padded, expansions), scope),
  });
};

/**
 * A law is read on first use, so that the order of declarations does not matter; `Normal(0, 1)^d` is that of a vector
 * with independent entries.
 */
const declareRandom = (names: string, text: string, declaration: Declaration): void => {
  const { scope, expansions } = declaration;
  const offset = declaration.text.length - text.length;
  const [, law = text, lengths] = /^(.*\))\s*\^\s*([^^()]+)$/.exec(text) ?? [];
  const shape = lengths === undefined ? undefined : parseShape(lengths, { scope, expansions, offset });
  const pieces = pairBrackets(readTex(" ".repeat(offset) + law, expansions));
  for (const name of namesIn(readTex(names, expansions), 0)) {
    if (scope.declares(name)) refuse(`${name} is declared twice`, 0);
    let known: Law | undefined;
    const read = (): Law => {
      known ??= readLaw(pieces, readingIn(scope));
      return known;
    };
    scope.declare(name, {
      kind: "variable",
      binding: { name, isBound: true, law: read, ...(shape ? { shape } : {}) },
    });
  }
};

const setLogBase = (value: string, { scope, expansions }: Declaration): void => {
  const base = evaluateConstant(value, expansions);
  if (!(base > 0) || base === 1) refuse(`a logarithm cannot have the base ${value}`, 0);
  scope.setLogBase(base);
};

const setIndexBase = (value: string, { scope }: Declaration): void => {
  if (value !== "0" && value !== "1") refuse(`an index base is 0 or 1, not ${value}`, 0);
  scope.setIndexBase(Number(value));
};

const SETTINGS: Record<string, (value: string, declaration: Declaration) => void> = {
  log: setLogBase,
  "index-base": setIndexBase,
};

const set = (name: string, value: string, declaration: Declaration): void => {
  const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
  if (!setting) throw new Refusal(`unknown setting “${name}”: known are log and index-base`, 0);
  setting(value, declaration);
};

/** Declares what one line says. Raises a Refusal, with its place in the line, for a line that is not understood. */
export const declare = (declaration: Declaration): void => {
  const { text } = declaration;
  const [, name, value = ""] = /^\s*set\s+(\S+)\s+(.+?)\s*$/.exec(text) ?? [];
  const [, left, right = ""] = /^(.+?):=(.+)$/.exec(text) ?? [];
  const [, names, domain = ""] = /^(.+?)(?:\s+in\s+|\s*\\in\s+|\s*\\in(?=[([]))(.+)$/.exec(text) ?? [];
  const [, random, law = ""] = /^(.+?)\s*(?:~|\\sim(?![a-zA-Z]))\s*(.+)$/.exec(text) ?? [];
  if (name !== undefined) set(name, value, declaration);
  else if (left !== undefined) declareDefinition(left, right, declaration);
  else if (names !== undefined) declareVariables(names, domain, declaration);
  else if (random !== undefined) declareRandom(random, law, declaration);
  else refuse("not a declaration: write “x in (0, 1)” or “f(x) := …”", 0);
};
