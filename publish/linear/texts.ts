import domino from "domino";
import { type DefaultTreeAdapterTypes, parse, serializeOuter } from "parse5";
import { plainFormula } from "../../markdown/plain/formula.ts";

/** What a page tells: words, a list for each text that stands by itself, and formulas as TeX. */
export interface Texts {
  readonly words: readonly (readonly string[])[];
  readonly formulas: readonly string[];
}

/** Attributes that a reader, or a reader's machine, is told. */
const spoken = new Set(["aria-label", "aria-description", "alt", "title", "summary", "content"]);

/** Reads the words and formulas that are shown or spoken. A formula stands for itself, as TeX and as it is spoken. */
export function textsOf(page: string): Texts {
  const shown: string[] = [];
  const apart: string[] = [];
  const formulas: string[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [parse(page)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ("value" in node) shown.push(node.value);
    if ("tagName" in node) {
      if (["script", "style", "template"].includes(node.tagName)) continue;
      if (node.tagName === "math") {
        formulas.push(texOf(node));
        apart.push(spokenFormula(serializeOuter(node)));
        continue;
      }
      const isSet = isSetFormula(node);
      (isSet ? apart : shown).push(
        ...node.attrs.filter(({ name }) => spoken.has(name)).map(({ value }) => value),
      );
      if (isSet) continue;
    }
    if ("childNodes" in node) pending.push(...node.childNodes.toReversed());
  }
  return { words: [shown.join(" "), ...new Set(apart)].map(wordsIn), formulas };
}

/** What KaTeX sets for the eye. */
function isSetFormula({ attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return attrs.some(({ name, value }) => name === "class" && value === "katex-html");
}

/** The TeX that KaTeX leaves beside its MathML. */
function texOf(node: DefaultTreeAdapterTypes.Element): string {
  const texts: string[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [node];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (each.nodeName === "annotation" && "childNodes" in each) {
      texts.push(...each.childNodes.map((child) => ("value" in child ? child.value : "")));
    } else if ("childNodes" in each) pending.push(...each.childNodes.toReversed());
  }
  return texts.join(" ");
}

const known = new Map<string, string>();

function spokenFormula(math: string): string {
  const words = known.get(math) ?? plainFormula(domino.createDocument(math).querySelector("math") as Element);
  known.set(math, words);
  return words;
}

/** Words and numbers, in small letters. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
