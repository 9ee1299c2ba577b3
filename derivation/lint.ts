import { evaluateConstant } from "./constant.ts";
import type { Declaration } from "./declarations.ts";
import { refusable } from "./refusal.ts";

const constantIn = (text: string, { expansions }: Declaration): number | undefined => {
  const value = refusable(() => evaluateConstant(text.trim(), expansions));
  return typeof value === "number" ? value : undefined;
};

const STANDARD = ["0,1", "-1,1"];

/** Parameters of a law that are special: equal, or 1, though standard ones such as (0, 1) are what they are. */
const lintLaw = (text: string, declaration: Declaration): string | undefined => {
  const [, list = ""] = /\(([^()]*)\)\s*$/.exec(text) ?? [];
  const values = list.split(",").map((part) => constantIn(part, declaration));
  if (list === "" || values.some((value) => value === undefined) || STANDARD.includes(values.join(",")))
    return undefined;
  const isEqual = new Set(values).size < values.length;
  if (!isEqual && !values.includes(1)) return undefined;
  return `special parameters (${list.trim()}): powers of 1 and equal values hide mistakes; take 1.3, say`;
};

/** The value of a name that is defined as a constant. */
const definedValue = (declaration: Declaration): number | undefined => {
  const [, body] = /^[^:()]+:=(.+)$/.exec(declaration.text) ?? [];
  return body === undefined ? undefined : constantIn(body, declaration);
};

/**
 * Why a declaration checks less than it seems to: a value of 0 or 1, a value that another name has, equal parameters.
 * Undefined if nothing is special.
 */
export const lintDeclaration = (
  declaration: Declaration,
  others: readonly Declaration[] = [],
): string | undefined => {
  const { text } = declaration;
  const value = definedValue(declaration);
  if (value === 0 || value === 1)
    return `the special value ${value}: a factor or power of it hides mistakes; declare a domain`;
  const twin = value === undefined ? undefined : others.find((other) => definedValue(other) === value);
  if (twin)
    return `the value of ${twin.text.split(":=")[0]?.trim()}: mistakes that exchange the two are hidden; take another, or declare domains`;
  const [, law] = /(?:~|\\sim(?![a-zA-Z]))\s*(.+)$/.exec(text) ?? [];
  return law === undefined ? undefined : lintLaw(law, declaration);
};
