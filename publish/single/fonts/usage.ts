import type { DefaultTreeAdapterTypes } from "parse5";
import { parseDeclarations, type Rule, type Sheet } from "./rules.ts";
import { type CouldMatch, compileSelector } from "./selector.ts";
import { FontReader, type FontValues, type Possible } from "./values.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Characters that may be set in any of these families, weights and styles. */
export interface Use {
  readonly families: ReadonlySet<string>;
  readonly weights: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  readonly characters: Set<string>;
}

/** What browsers do without a stylesheet. */
const browserRules: readonly Rule[] = [
  rule(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"], "font-weight", "700"),
  rule(["em", "i", "cite", "var", "dfn", "address"], "font-style", "italic"),
];

/** What is not shown as text: MathML stands there for screen readers, behind the formula that is seen. */
const unseen = new Set(["script", "style", "template", "head", "math"]);

/** What a rule makes of the elements that it could match. */
interface FontRule {
  readonly couldMatch: CouldMatch;
  readonly isConditional: boolean;
  readonly values: FontValues;
}

/**
 * Which characters of some pages may be set in which fonts. Of rules that could match an element all are taken to count,
 * whatever their order: a character may be in a face too many, and is never in one too few.
 */
export function findUses(pages: Iterable<Node>, sheet: Sheet): Use[] {
  const families = sheet.faces.map((face) => unquote(face.get("font-family") ?? ""));
  const reader = new FontReader(families, sheet.rules);
  const rules = [...browserRules, ...sheet.rules].flatMap((each) => fontRules(each, reader));
  const uses = new Map<string, Use>();
  const root: Use = {
    families: new Set(),
    weights: new Set(["400"]),
    styles: new Set(["normal"]),
    characters: new Set(),
  };
  const enter = (element: Element, parent: Use) => {
    const found = inherit(parent, valuesOf(element, rules, reader));
    const key = [found.families, found.weights, found.styles].map((set) => [...set].join()).join("|");
    const known = uses.get(key) ?? found;
    uses.set(key, known);
    return known;
  };
  for (const page of pages) walk(page, root, enter);
  const generated = generatedText(sheet.rules);
  for (const { characters } of uses.values()) {
    if (characters.size > 0) for (const character of generated) characters.add(character);
  }
  return [...uses.values()].filter(({ characters }) => characters.size > 0);
}

/** `"Source Serif"` → `Source Serif`. */
export function unquote(family: string): string {
  return family.replaceAll(/^["']|["']$/g, "");
}

function walk(node: Node, use: Use, enter: (element: Element, parent: Use) => Use): void {
  for (const child of "childNodes" in node ? node.childNodes : []) {
    if ("value" in child && child.nodeName === "#text") addText(use, child.value);
    else if ("tagName" in child && !unseen.has(child.tagName)) walk(child, enter(child, use), enter);
  }
}

/** Capitals too, for a style may ask for them. */
function addText({ characters }: Use, text: string): void {
  for (const character of text + text.toUpperCase()) characters.add(character);
}

function valuesOf(element: Element, rules: readonly FontRule[], reader: FontReader): FontRule[] {
  const found = rules.filter(({ couldMatch }) => couldMatch(element));
  const own = element.attrs.filter(({ name }) => name.startsWith("font-") || name === "style");
  for (const { name, value } of own) {
    const values = reader.read(name === "style" ? parseDeclarations(value) : new Map([[name, value]]));
    if (values) found.push({ couldMatch: () => true, isConditional: name !== "style", values });
  }
  return found;
}

function inherit(parent: Use, rules: readonly FontRule[]): Use {
  const join = (property: keyof FontValues): ReadonlySet<string> => {
    const relevant = rules.flatMap(({ values, isConditional }): Possible[] => {
      const possible = values[property];
      return possible ? [{ ...possible, inherits: possible.inherits || isConditional }] : [];
    });
    const all = relevant.map(({ values }) => values);
    // sorted, so that equal sets are one use
    if (relevant.every(({ inherits }) => inherits)) all.push(parent[property]);
    return new Set(all.flatMap((values) => [...values]).sort());
  };
  const [families, weights, styles] = [join("families"), join("weights"), join("styles")];
  return { families, weights, styles, characters: new Set() };
}

function fontRules({ selectors, declarations, isConditional }: Rule, reader: FontReader): FontRule[] {
  const values = reader.read(declarations);
  if (values === undefined) return [];
  return selectors.map((text) => {
    const selector = compileSelector(text);
    return {
      couldMatch: selector.couldMatch,
      isConditional: isConditional || selector.isConditional,
      values,
    };
  });
}

/** Characters that stylesheets put before and after elements; counters count in digits. */
function generatedText(rules: readonly Rule[]): Set<string> {
  const characters = new Set(" 0123456789");
  for (const { declarations } of rules) {
    const strings = (declarations.get("content") ?? "").match(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g) ?? [];
    const inside = strings.map((string) => string.slice(1, -1)).join("");
    const text = inside.replaceAll(/\\([0-9a-f]{1,6})\s?/gi, (_whole, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    for (const character of text) characters.add(character);
  }
  return characters;
}

function rule(selectors: readonly string[], property: string, value: string): Rule {
  return { selectors, declarations: new Map([[property, value]]), isConditional: false };
}
