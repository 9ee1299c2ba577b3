import type { KatexNode, Walk } from "./katex-node.ts";
import { childrenOf, placeOf } from "./katex-node.ts";
import { read } from "./katex-tree.ts";
import type { Piece, Place } from "./pieces.ts";
import { spell } from "./spelling.ts";

/** A relation drawn by several nodes: `\ne`, `\coloneqq`, `\stackrel{!}{=}`. */
export const composedRelation = (node: KatexNode, place: Place): readonly Piece[] => {
  const nodes = [node, ...(node.mathml ?? [])].flatMap((part) => [part, ...childrenOf(part)]);
  const text = nodes.flatMap((part) => [part, ...childrenOf(part)]).find((part) => part.text)?.text ?? "?";
  const known: Record<string, string> = { "≠": "\\ne", "≔": ":=", "\u0338": "\\not" };
  return [{ kind: "relation", text: known[text] ?? text, ...place }];
};

const STACK = /\s*\{[^{}]*\}\s*\{[^{}]*\}/y;

export const stacked = (node: KatexNode, walk: Walk): readonly Piece[] => {
  const place = placeOf(node, walk);
  const inner = read(childrenOf(node), walk);
  const only = inner.length === 1 ? inner[0] : undefined;
  if (only?.kind === "name") return [{ ...only, ...place, end: walk.reached }];
  if (node.mclass !== "mrel") return [{ kind: "unsupported", what: "a made-up symbol", ...place }];
  const label = only?.kind === "scripted" && only.sup ? (spell(only.sup) ?? "…") : "…";
  STACK.lastIndex = place.end;
  if (STACK.test(walk.tex)) walk.reached = STACK.lastIndex;
  return [
    {
      kind: "relation",
      text: label === "!" ? "!=" : `= with ${label} above it`,
      ...place,
      end: walk.reached,
    },
  ];
};
