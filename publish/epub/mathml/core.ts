import { attributeOf, type Element, isElement, mathElement, textOf, words } from "../xml.ts";
import { setIn } from "./alphabets.ts";
import { enclose } from "./enclosures.ts";
import { spaceFunctions } from "./functions.ts";
import { lowerPrimes } from "./primes.ts";
import { spaceSigns } from "./signs.ts";
import { styleTable } from "./tables.ts";

/** Attributes that only say how a formula looked in MathML 3, or in HTML. */
const forgotten = new Set(["mathvariant", "separator", "fence", "style"]);
const tokens = new Set(["mi", "mn", "mo", "mtext"]);
const rows = new Set(["mrow", "mstyle", "mtd", "msqrt", "mpadded", "mphantom", "menclose"]);
const ofGroups = new Set(["id", "class", "dir", "href", "mathcolor", "mathbackground"]);
const scripts = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover"]);

/** Signs with space around them, which they lose in a script. */
const spaced = /^(?:[=<>≤≥≈≠≡∼≃≅∝∈∉⊂⊆→←↔⇒↦+−±∓×⋅∗∪∩,;:]|:=)$/u;

/**
 * A part of a formula in MathML Core, which is what browsers, and readers made of them, know: letters of an alphabet
 * are those of Unicode, tables are aligned by styles, signs and functions have the space around them that TeX gives.
 */
export function toCore(node: Element, isScript = false): Element {
  const { tagName } = node;
  if (tokens.has(tagName)) return toToken(node, isScript);
  const children = node.childNodes
    .filter(isElement)
    .map((child, at) => toCore(child, isScript || (at > 0 && scripts.has(tagName))));
  const childNodes = rows.has(tagName) ? spaceFunctions(spaceSigns(children)) : children;
  const core = { ...node, attrs: keptAttributes(node), childNodes: childNodes as Element["childNodes"] };
  if (tagName === "mtable") return styleTable(core);
  const [base, over] = children;
  // few faces have a line that grows
  if (base !== undefined && over !== undefined && scripts.has(tagName) && textOf(over) === "‾") {
    return enclose(mathElement("menclose", { notation: tagName === "mover" ? "top" : "bottom" }, [base]));
  }
  return tagName === "menclose" ? enclose(core) : lowerPrimes(core);
}

/** A letter, a number, a sign or words. */
function toToken(node: Element, isScript: boolean): Element {
  const inner = node.childNodes.filter(isElement);
  if (inner.length > 0) return toGroup(node, inner, isScript);
  const variant = attributeOf(node, "mathvariant") ?? "";
  const text = textOf(node);
  const bar = barOf(node, text);
  if (bar !== undefined) return bar;
  const isUpright = variant === "normal" && node.tagName === "mi" && [...text].length === 1;
  const isTight = isScript && node.tagName === "mo" && spaced.test(text);
  const more = [
    ...(isUpright ? [{ name: "mathvariant", value: "normal" }] : []),
    ...(isTight ? noSpace(node) : []),
  ];
  return { ...node, attrs: [...keptAttributes(node), ...more], childNodes: [words(setIn(variant, text))] };
}

/** KaTeX wraps what stands over a sign, or signs that make one together, in a sign of its own, which MathML forbids. */
function toGroup(node: Element, inner: readonly Element[], isScript: boolean): Element {
  const attrs = keptAttributes(node);
  const isOneSign = inner.every(({ tagName, childNodes }) => tagName === "mo" && !childNodes.some(isElement));
  if (isOneSign) return { ...node, attrs, childNodes: [words(textOf(node))] };
  const children = inner.map((child) => toCore(child, isScript));
  // a group has no space of its own, nor what else only a sign has
  const space = (name: string) =>
    attrs.flatMap((one) => (one.name === name ? [mathElement("mspace", { width: one.value })] : []));
  const group = mathElement("mrow", {}, [...space("lspace"), ...children, ...space("rspace")]);
  return { ...group, attrs: attrs.filter(({ name }) => ofGroups.has(name)) };
}

/**
 * A bar that is a bracket: KaTeX writes the signs “divides” and “is parallel to” for it, which do not grow and have
 * space around them.
 */
function barOf(node: Element, text: string): Element | undefined {
  const bar = { "∣": "|", "|": "|", "∥": "‖", "‖": "‖" }[text];
  const [fence, stretchy] = [attributeOf(node, "fence"), attributeOf(node, "stretchy")];
  if (node.tagName !== "mo" || bar === undefined || (fence === undefined && stretchy === undefined)) {
    return undefined;
  }
  const kept = keptAttributes(node).filter(({ name }) => name !== "stretchy");
  const stretches = { name: "stretchy", value: String(stretchy === "true" || fence === "true") };
  return { ...node, attrs: [...kept, ...noSpace(node), stretches], childNodes: [words(bar)] };
}

function noSpace(node: Element): Element["attrs"] {
  return ["lspace", "rspace"]
    .filter((name) => attributeOf(node, name) === undefined)
    .map((name) => ({ name, value: "0" }));
}

function keptAttributes({ attrs }: Element): Element["attrs"] {
  return attrs.filter(({ name }) => !forgotten.has(name) && !name.startsWith("data-"));
}
