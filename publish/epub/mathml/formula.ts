import { attributeOf, type Element, findElement, isElement, mathElement, textOf, words } from "../xml.ts";
import { toCore } from "./core.ts";
import { primedBase } from "./primes.ts";
import { widthOf } from "./width.ts";

/** Width in em up to which a display, and a formula in a line, stays in one piece: a phone's column has about 20. */
const limits = { display: 19, line: 9 } as const;

const relation = /^(?:[=≤≥≈≠≡∼≃≅≪≫≔≜⩽⩾→⇒⇐⇔⟹⟸⟺<>∝]|:=)$/u;
const sum = /^[+−-]$/u;
const opening = /^[([{⟨⌊⌈]$/u;
const closing = /^[)\]}⟩⌋⌉]$/u;

type Place = (row: readonly Element[], at: number, depth: number) => boolean;

/**
 * Where a row may be broken, the best places first: behind a wide space, before a relation, before a summand. Brackets
 * hold their content together, unless it is too wide for all that: in a line nothing can shrink, and a display only so
 * far that it can still be read.
 */
const places: readonly Place[] = [
  (row, at, depth) => depth === 0 && Number.parseFloat(attributeOf(row[at - 1] ?? none, "width") ?? "0") >= 1,
  (row, at, depth) => depth === 0 && isBetween(row, at, relation),
  (row, at, depth) => depth === 0 && isBetween(row, at, sum),
];
const isWithin: Place = (row, at) => isBetween(row, at, relation) || isBetween(row, at, sum);
const none = mathElement("none", {});

/**
 * A formula as KaTeX wrote it, in MathML Core. No reader breaks a line within a formula: so a long one is several, each
 * of which begins where a line may. A display's piece that is still wider than a phone shrinks with its column. The TeX
 * is the words for a reader that knows no MathML.
 */
export function formulaOf(katex: Element): Element["childNodes"] {
  const math = findElement(katex, "math");
  if (math === undefined) return [];
  const isDisplay = attributeOf(math, "display") === "block";
  const shown = findElement(math, "semantics")?.childNodes.find(isElement);
  const pieces = breakRow(shown === undefined ? [] : partsOf(toCore(shown)), isDisplay);
  const tex = findElement(math, "annotation");
  const [whole] = pieces;
  if (whole !== undefined && pieces.length === 1) {
    const attributes: Readonly<Record<string, string>> = isDisplay ? { display: "block" } : {};
    return [mathOf(whole, attributes, isDisplay, tex === undefined ? "" : textOf(tex).trim())];
  }
  const attributes: Readonly<Record<string, string>> = isDisplay ? { displaystyle: "true" } : {};
  return pieces.flatMap((piece, at) => [
    ...(at === 0 ? [] : [words("\u200b")]),
    mathOf(piece, attributes, isDisplay, textOf(mathElement("mrow", {}, piece))),
  ]);
}

function mathOf(
  piece: readonly Element[],
  attributes: Readonly<Record<string, string>>,
  isDisplay: boolean,
  alttext: string,
): Element {
  const width = widthOf(piece, isDisplay);
  // in hundredths of the column, with room for a wider face; older readers do not know the unit and leave it out
  const style = { style: `font-size: min(1em, ${(86 / width).toFixed(2)}cqi)` };
  const own = isDisplay && width > limits.display ? style : {};
  return mathElement("math", { ...attributes, ...own, alttext }, piece);
}

function partsOf(node: Element): Element[] {
  return node.tagName === "mrow" ? node.childNodes.filter(isElement) : [node];
}

function breakRow(row: readonly Element[], isDisplay: boolean): (readonly Element[])[] {
  const limit = isDisplay ? limits.display : limits.line;
  const steps = [...places.map((place) => ({ place, limit })), { place: isWithin, limit: limit * 1.5 }];
  return steps.reduce<(readonly Element[])[]>(
    (pieces, step) =>
      pieces.flatMap((piece) =>
        widthOf(piece, isDisplay) > step.limit ? breakAt(piece, step.place) : [piece],
      ),
    [row],
  );
}

/** Breaks a row at all places of a kind. */
function breakAt(row: readonly Element[], isPlace: Place): Element[][] {
  const pieces: Element[][] = [[]];
  let depth = 0;
  for (const [at, part] of row.entries()) {
    const sign = signOf(part);
    if (closing.test(sign)) depth = Math.max(0, depth - 1);
    const isStart = at > 0 && isPlace(row, at, depth);
    if (isStart) pieces.push([]);
    pieces.at(-1)?.push(isStart && part.tagName === "mo" && !opening.test(sign) ? asInfix(part) : part);
    if (opening.test(sign)) depth += 1;
  }
  return pieces;
}

/** The sign that a part is, or that its scripts or primes stand at: the bracket of `(a + b)²`. */
function signOf(part: Element): string {
  if (part.tagName === "mo") return textOf(part);
  const isScript = /^m(?:sub|sup|subsup)$/.test(part.tagName);
  const base = isScript ? part.childNodes.find(isElement) : primedBase(part);
  return base === undefined ? "" : signOf(base);
}

/** Stands a sign at a place between two parts of a row, and is no sign before a number? */
function isBetween(row: readonly Element[], at: number, sign: RegExp): boolean {
  const [before, part] = [row[at - 1], row[at]];
  if (before === undefined || part?.tagName !== "mo" || at === row.length - 1) return false;
  return sign.test(textOf(part)) && (before.tagName !== "mo" || closing.test(textOf(before)));
}

/**
 * A sign at a piece's beginning keeps the space of one between two parts. Browsers know it by its form, MathJax, with
 * which calibre shows formulas, by its width.
 */
function asInfix(sign: Element): Element {
  const text = textOf(sign);
  const space = relation.test(text) ? "0.2778em" : sum.test(text) ? "0.2222em" : undefined;
  const wanted = Object.entries({ form: "infix", lspace: space, rspace: space });
  const attrs = wanted.flatMap(([name, value]) => {
    return value === undefined || attributeOf(sign, name) !== undefined ? [] : [{ name, value }];
  });
  return { ...sign, attrs: [...sign.attrs, ...attrs] };
}
