import type { KatexNode } from "./katex-node.ts";
import { mergeDigits } from "./numerals.ts";
import type { Piece, Pieces, Place } from "./pieces.ts";

/** Translates nodes in the order of the source, and remembers how far it has come in it. */
export interface Walk {
  readonly tex: string;
  reached: number;
  /** The pieces of one node, by its type. */
  readonly translate: (node: KatexNode, walk: Walk) => readonly Piece[];
}

const PREFIX_COMMAND = /[\s{}_^&]*(\\(?:[a-zA-Z]+|.))/y;

/** Nodes of macros and some commands carry no usable place: they stand where their command is written. */
export const placeOf = (node: KatexNode, walk: Walk): Place => {
  const { loc } = node;
  if (loc && loc.lexer.input === walk.tex) {
    walk.reached = Math.max(walk.reached, loc.end);
    return { offset: loc.start, end: loc.end };
  }
  PREFIX_COMMAND.lastIndex = walk.reached;
  const command = PREFIX_COMMAND.exec(walk.tex)?.[1];
  if (command === undefined) return { offset: walk.reached, end: walk.reached };
  const end = PREFIX_COMMAND.lastIndex;
  walk.reached = end;
  return { offset: end - command.length, end };
};

/** The pieces of some nodes. */
export const read = (nodes: readonly KatexNode[], walk: Walk): Pieces =>
  mergeDigits(nodes.flatMap((node) => walk.translate(node, walk)));

export const readOne = (node: KatexNode | null | undefined, walk: Walk): Pieces | undefined =>
  node ? read([node], walk) : undefined;

/** A piece around others: it starts at its command and ends with its last child. */
export const around = (node: KatexNode, walk: Walk, make: (place: Place) => Piece): readonly Piece[] => {
  const place = placeOf(node, walk);
  return [{ ...make(place), offset: place.offset, end: Math.max(place.end, walk.reached) }];
};

const SPACE =
  /[\s{}&]*(?:\\(?:[,;:!> ]|q?quad|enspace|thinspace|medspace|thickspace|[mh]space\s*\{[^{}]*\}))/y;

/** White space stands where its command is written; that of a macro (`\implies`) has no command of its own. */
export const space = (isWideSpace: boolean, walk: Walk): Piece => {
  SPACE.lastIndex = walk.reached;
  if (SPACE.test(walk.tex)) walk.reached = SPACE.lastIndex;
  return { kind: "space", isWide: isWideSpace, offset: walk.reached, end: walk.reached };
};
