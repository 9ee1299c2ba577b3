import type { KatexNode } from "./katex-node.ts";
import { childrenOf } from "./katex-node.ts";
import type { Walk } from "./katex-walk.ts";
import { around, placeOf, read, readOne } from "./katex-walk.ts";
import type { Piece, Place } from "./pieces.ts";
import { isSign } from "./pieces.ts";

const PRIMES = /[']+/y;

export const scripted = (node: KatexNode, walk: Walk): readonly Piece[] => {
  if (node.base?.type === "horizBrace") return readOne(node.base, walk) ?? [];
  const start = walk.reached;
  const base = readOne(node.base, walk) ?? [];
  const single: Piece | undefined =
    base.length > 1 ? { kind: "group", body: base, offset: start, end: walk.reached } : base[0];
  const [first, second] = [node.sub, node.sup];
  const sub = readOne(first, walk);
  const sup = readOne(second, walk);
  PRIMES.lastIndex = walk.reached;
  if (sup?.some((piece) => isSign(piece, "\\prime")) && PRIMES.test(walk.tex))
    walk.reached = PRIMES.lastIndex;
  return [{ kind: "scripted", base: single, sub, sup, offset: single?.offset ?? start, end: walk.reached }];
};

export const fraction = (node: KatexNode, walk: Walk, place: Place): Piece => {
  const top = readOne(node.numer, walk) ?? [];
  const bottom = readOne(node.denom, walk) ?? [];
  if (node.hasBarLine === true && !node.leftDelim) return { kind: "fraction", top, bottom, ...place };
  if (node.hasBarLine === false && node.leftDelim === "(") return { kind: "binomial", top, bottom, ...place };
  return { kind: "unsupported", what: "this kind of fraction", ...place };
};

export const words = (node: KatexNode, walk: Walk): readonly Piece[] => {
  const letters = childrenOf(node);
  return around(node, walk, (place) => {
    for (const letter of letters) placeOf(letter, walk);
    const isPlain = letters.every(({ type }) => type === "textord" || type === "spacing");
    if (!isPlain) return { kind: "unsupported", what: "a formula within text", ...place };
    return { kind: "words", text: letters.map(({ text }) => text ?? "").join(""), ...place };
  });
};

export const array = (node: KatexNode, walk: Walk): readonly Piece[] =>
  around(node, walk, (place) => ({
    kind: "array",
    isAligned: node.colSeparationType !== undefined,
    rows: (node.body as readonly (readonly KatexNode[])[]).map((row) =>
      row.map((cell) => read([cell], walk)),
    ),
    ...place,
  }));
