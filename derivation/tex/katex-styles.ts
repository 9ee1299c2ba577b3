import type { KatexNode } from "./katex-node.ts";
import { childrenOf } from "./katex-node.ts";
import type { Walk } from "./katex-walk.ts";
import { read, space } from "./katex-walk.ts";
import type { Piece } from "./pieces.ts";

const OPENING = new Set([
  "(",
  "[",
  "\\{",
  "\\lbrace",
  "\\langle",
  "\\lfloor",
  "\\lceil",
  "\\lvert",
  "\\lVert",
]);
const CLOSING = new Set([
  ")",
  "]",
  "\\}",
  "\\rbrace",
  "\\rangle",
  "\\rfloor",
  "\\rceil",
  "\\rvert",
  "\\rVert",
]);

/** What is not seen is no part of a formula. */
export const hidden = (node: KatexNode, walk: Walk): readonly Piece[] => {
  read(childrenOf(node), walk);
  return [space(false, walk)];
};

/** A line under one name makes another name of it; under more, it is mere emphasis. */
export const underlined = (node: KatexNode, walk: Walk): readonly Piece[] => {
  const body = read(childrenOf(node), walk);
  const [only, more] = body;
  if (only?.kind !== "name" || more) return body;
  return [{ ...only, key: `\\underline{${only.key}}` }];
};

/** Whether a bracket of some size opens or closes: `\Big[` says so by its shape, `\bigl|` by its name. */
export const familyOf = ({
  mclass,
  delim = "",
}: KatexNode): Pick<KatexNode, "family" | "type"> | undefined => {
  if (/^\\?\/$|^\\backslash$/.test(delim)) return undefined;
  if (mclass === "mopen" || OPENING.has(delim)) return { type: "atom", family: "open" };
  return mclass === "mclose" || CLOSING.has(delim) ? { type: "atom", family: "close" } : undefined;
};
