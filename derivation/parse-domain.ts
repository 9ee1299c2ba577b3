import { evaluateConstant } from "./constant.ts";
import type { Domain, Property } from "./meaning/domain.ts";
import type { Scope } from "./meaning/scope.ts";
import type { Dimension, Shape } from "./meaning/shape.ts";
import { Refusal } from "./refusal.ts";
import { readTex } from "./tex/katex-tree.ts";
import { spell } from "./tex/spelling.ts";

type Expansions = Readonly<Record<string, string>>;

/** Where a variable lives, and its shape if it is a vector or a matrix. */
export interface Place {
  readonly domain: Domain;
  readonly shape: Shape;
}

/** What a domain is read with: the names that lengths may have, and where its text begins. */
export interface DomainContext {
  readonly scope: Scope;
  readonly expansions: Expansions;
  readonly offset: number;
}

const refuse = (reason: string, offset: number): never => {
  throw new Refusal(reason, offset);
};

const LINE: Domain = { kind: "real", from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const REALS = ["R", "\\mathbb{R}", "\\R", "\\mathbb R"];
const POSITIVE = ["R_+", "R_{+}", "R_{>0}", "\\mathbb{R}_+", "\\mathbb{R}_{+}", "\\mathbb{R}_{>0}"];
const SIMPLEX: Domain = { kind: "real", from: 0, to: 1, property: "probabilities" };

const PROPERTIES: Record<string, Property> = {
  symmetric: "symmetric",
  "positive definite": "positive definite",
  orthogonal: "orthogonal",
};

/** A length such as `3` or `d`, where d is a declared integer. */
const parseLength = (text: string, { scope, expansions, offset }: DomainContext): Dimension => {
  if (/^\d+$/.test(text) && Number(text) >= 1) return Number(text);
  const name = spell(readTex(text, expansions)) ?? text;
  const meaning = scope.find(name);
  if (meaning?.kind === "variable" && meaning.binding.domain?.kind === "integer") return meaning.binding;
  return refuse(`unknown length “${text}”: declare it before as “${text} in 2..5”`, offset);
};

/** `3`, `n`, `m \times n`. Raises a Refusal. */
export const parseShape = (text: string, context: DomainContext): Shape => {
  const inner = text.trim().replace(/^\{(.*)\}$/, "$1");
  const lengths = inner.split(/\\times|×|(?<=\d|\s)x(?=\d|\s)/).map((part) => part.trim());
  if (lengths.length > 2)
    return refuse(`unsupported shape “${text}”: write R^3 or R^{3 \\times 4}`, context.offset);
  return lengths.map((length) => parseLength(length, context));
};

/** `1..8`, or `1..V` and `0..V-1` with a declared integer V. */
const parseRange = (low: string, high: string, text: string, context: DomainContext): Domain => {
  const { expansions, offset, scope } = context;
  const from = evaluateConstant(low, expansions);
  const [, end, shift] = /^(.*[^\s\d+-])\s*([+-]\s*\d+)$/.exec(high) ?? [];
  if (end !== undefined && shift !== undefined && scope.find(spell(readTex(end, expansions)) ?? ""))
    return { ...parseRange(low, end, text, context), shift: Number(shift.replace(/\s/g, "")) };
  const name = spell(readTex(high, expansions));
  const isName = name !== undefined && scope.find(name) !== undefined;
  const to = isName ? parseLength(high, context) : evaluateConstant(high, expansions);
  if (typeof to === "object") return { kind: "integer", from, to };
  if (!(from < to)) refuse(`an empty domain “${text}”`, offset);
  if (!Number.isInteger(from) || !(Number.isInteger(to) || to === Number.POSITIVE_INFINITY))
    refuse(`the range “${text}” has bounds that are not integers`, offset);
  return { kind: "integer", from, to };
};

const parseSet = (text: string, context: DomainContext): Domain => {
  if (REALS.includes(text)) return LINE;
  if (POSITIVE.includes(text)) return { ...LINE, from: 0 };
  if (text === "Simplex") return SIMPLEX;
  const [, low, high] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return parseRange(low.trim(), high.trim(), text, context);
  const [, left, right] = /^[([](.+),(.+)[)\]]$/.exec(text) ?? [];
  if (left === undefined || right === undefined)
    return refuse(`unsupported domain “${text}”: write (a, b), [a, b], 1..8, R or R^3`, context.offset);
  const [from, to] = [left, right].map((end) => evaluateConstant(end.trim(), context.expansions));
  if (from === undefined || to === undefined || !(from < to))
    return refuse(`an empty domain “${text}”`, context.offset);
  return { kind: "real", from, to };
};

const checkProperty = (property: Property, shape: Shape, offset: number): void => {
  const [rows, columns] = shape;
  const fits = property === "probabilities" ? rows !== undefined && columns === undefined : rows === columns;
  if (!fits || rows === undefined)
    refuse(
      `${property === "probabilities" ? "a Simplex is a set of vectors: write Simplex^3" : `a ${property} matrix is square`}`,
      offset,
    );
};

/**
 * `(0, 3)`, `[0, \infty)`, `1..8`, `1..V`, `R`; vectors and matrices `R^3`, `R^n`, `R^{m \times n}`, `(0, 1)^n`,
 * `Simplex^3`, and `R^{3 \times 3} positive definite`. Ends are constant formulas; sampling leaves them out.
 */
export const parseDomain = (text: string, context: DomainContext): Place => {
  const words = Object.keys(PROPERTIES).find((known) => text.endsWith(known));
  const bare = words ? text.slice(0, -words.length).trim() : text;
  const [, set = bare, lengths] = /^(.*[^\s^])\s*\^\s*([^^)\]]+)$/.exec(bare) ?? [];
  const own = parseSet(set.trim(), context);
  const shape = lengths === undefined ? [] : parseShape(lengths, context);
  const property = words ? PROPERTIES[words] : own.property;
  if (property) checkProperty(property, shape, context.offset);
  return { domain: property ? { ...own, property } : own, shape };
};
