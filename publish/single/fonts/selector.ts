import type { DefaultTreeAdapterTypes } from "parse5";
import { splitTop } from "./rules.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** Says of an element whether a selector could match it in some state of the page; it never misses one that does. */
export type CouldMatch = (element: Element) => boolean;

/** What is known of a selector without a page. */
export interface Selector {
  readonly couldMatch: CouldMatch;
  /** Whether it matches only at times (`:hover`, `:has(…)`) or makes an element of its own (`::before`). */
  readonly isConditional: boolean;
}

/** Pseudo-classes that name a list of selectors, one of which must match. */
const lists = /^:(?:is|where|matches|-webkit-any|-moz-any)\((.*)\)$/s;

/** `.a`, `#a`, `[a="b"]`, `:is(…)`, `::before`, `p`, `*`, in turn. */
const simple =
  /\.(?:\\.|[\w-]|[^\0-\x7f])+|#(?:\\.|[\w-]|[^\0-\x7f])+|\[[^\]]*\]|::?[\w-]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?|[\w-]+|\*/g;

/** Compiles one complex selector. Siblings are taken for any sibling, states for true: more is matched, never less. */
export function compileSelector(text: string): Selector {
  const steps = splitSteps(text);
  const isConditional = /:(?!is\(|where\(|root\b)|\[/.test(text);
  const last = steps.at(-1);
  if (last === undefined) return { couldMatch: () => true, isConditional };
  let couldMatch = compileCompound(steps[0]?.compound ?? "*");
  for (const { combinator, compound } of steps.slice(1)) {
    const [before, own] = [couldMatch, compileCompound(compound)];
    couldMatch = (element) => own(element) && relatives(element, combinator).some(before);
  }
  return { couldMatch, isConditional };
}

interface Step {
  readonly combinator: string;
  readonly compound: string;
}

function splitSteps(text: string): Step[] {
  const steps: Step[] = [];
  let combinator = " ";
  for (const part of splitTop(text.replaceAll(/\s*([>+~])\s*/g, " $1 "), " ")) {
    if (/^[>+~]$/.test(part)) combinator = part;
    else {
      steps.push({ combinator, compound: part });
      combinator = " ";
    }
  }
  return steps;
}

function relatives(element: Element, combinator: string): Element[] {
  const parent = parentOf(element);
  if (combinator === ">") return parent === undefined ? [] : [parent];
  if (combinator !== " ") {
    const siblings = element.parentNode?.childNodes ?? [];
    return siblings.filter((node): node is Element => "tagName" in node && node !== element);
  }
  const ancestors: Element[] = [];
  for (let above = parent; above !== undefined; above = parentOf(above)) ancestors.push(above);
  return ancestors;
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && "tagName" in parentNode ? parentNode : undefined;
}

function compileCompound(compound: string): CouldMatch {
  const tests = (compound.match(simple) ?? []).map(compileSimple);
  return (element) => tests.every((test) => test(element));
}

function compileSimple(text: string): CouldMatch {
  const name = text.slice(1).replaceAll("\\", "");
  if (text === "*") return () => true;
  if (text.startsWith("."))
    return (element) => attribute(element, "class")?.split(/\s+/).includes(name) ?? false;
  if (text.startsWith("#")) return (element) => attribute(element, "id") === name;
  if (text.startsWith("[")) return compileAttribute(text);
  if (text === ":root") return ({ tagName }) => tagName === "html";
  const [, list] = lists.exec(text) ?? [];
  if (list !== undefined) {
    const options = splitTop(list, ",").map((each) => compileSelector(each).couldMatch);
    return (element) => options.some((couldMatch) => couldMatch(element));
  }
  if (text.startsWith(":")) return () => true;
  return ({ tagName }) => tagName.toLowerCase() === text.toLowerCase();
}

/** Attributes by which pages and their scripts say in which state they are: a selector of one may match at times. */
const states = /^(open|hidden|checked|disabled|data-[\w-]+|aria-[\w-]+)$/;

/** `[a]` and `[a="b"]`; of other comparisons only that the attribute is there. */
function compileAttribute(text: string): CouldMatch {
  const [, key = ""] = /^\[\s*([\w:-]+)/.exec(text) ?? [];
  if (states.test(key)) return () => true;
  const [, double, single, bare] = /^[^=~|^$*]*=\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))/.exec(text) ?? [];
  const value = double ?? single ?? bare;
  return (element) => {
    const found = attribute(element, key);
    return found !== undefined && (value === undefined || found === value);
  };
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
