import type { KatexNode } from "./katex-node.ts";
import { childrenOf } from "./katex-node.ts";
import type { Walk } from "./katex-walk.ts";
import { placeOf, read } from "./katex-walk.ts";
import type { Piece, Pieces, Place } from "./pieces.ts";
import { spell } from "./spelling.ts";

/** A relation drawn by several nodes: `\ne`, `\coloneqq`, `\stackrel{!}{=}`. */
export const composedRelation = (node: KatexNode, place: Place): readonly Piece[] => {
  const nodes = [node, ...(node.mathml ?? [])].flatMap((part) => [part, ...childrenOf(part)]);
  const text = nodes.flatMap((part) => [part, ...childrenOf(part)]).find((part) => part.text)?.text ?? "?";
  const known: Record<string, string> = { "≠": "\\ne", "≔": ":=", "\u0338": "\\not" };
  return [{ kind: "relation", text: known[text] ?? text, ...place }];
};

/** Labels that say what kind of equality is meant, so that it is not the plain one. */
const KINDS = /^(a\.?s\.?|a\.?e\.?|d|p|dist|distr|law|w\.?p\.?1|prob|approx|\?)\.?$/i;

/** A remark above a relation: `(a)`, `1`, `def`, “chain rule”, H for l’Hôpital's rule. */
const isRemark = (label: Pieces): boolean => {
  const text = label.map((piece) => ("text" in piece ? piece.text : (spell([piece]) ?? "?"))).join("");
  const words = text.replace(/\\text\{(.*?)\}/g, "$1").trim();
  if (KINDS.test(words)) return false;
  if (/^(\(.{1,12}\)|\d{1,2}|\\Delta|\\triangle|H|L['’]?H)$/.test(words)) return true;
  return label.every(({ kind }) => kind === "words" || kind === "space") && /^[\w\s.,'’()-]{3,}$/.test(words);
};

/** The relation under (or above) a label: `!` makes an equation to be solved, a remark changes nothing. */
const labelled = (stack: Piece | undefined, node: KatexNode): string => {
  const [inner] = childrenOf(childrenOf(node)[0]?.base);
  const base = inner?.type === "atom" && inner.family === "rel" ? inner.text : undefined;
  const label = stack?.kind === "scripted" ? (stack.sup ?? stack.sub) : undefined;
  if (base === undefined || !label) return "= with … above it";
  const spelled = spell(label) ?? "…";
  if (spelled === "!" && base === "=") return "!=";
  return isRemark(label) ? base : `${base} with ${spelled} above it`;
};

const STACK = /\s*\{[^{}]*\}\s*\{[^{}]*\}/y;

export const stacked = (node: KatexNode, walk: Walk): readonly Piece[] => {
  const place = placeOf(node, walk);
  const inner = read(childrenOf(node), walk);
  const only = inner.length === 1 ? inner[0] : undefined;
  if (only?.kind === "name") return [{ ...only, ...place, end: walk.reached }];
  if (node.mclass !== "mrel") return [{ kind: "unsupported", what: "a made-up symbol", ...place }];
  const text = labelled(only, node);
  STACK.lastIndex = place.end;
  if (STACK.test(walk.tex)) walk.reached = STACK.lastIndex;
  return [
    {
      kind: "relation",
      text,
      ...place,
      end: walk.reached,
    },
  ];
};
