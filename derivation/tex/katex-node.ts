import type { Piece, Place } from "./pieces.ts";

/** One node of KaTeX's (undocumented) parse tree; katex is pinned, golden trees are its contract. */
export interface KatexNode {
  readonly type: string;
  readonly loc?: {
    readonly start: number;
    readonly end: number;
    readonly lexer: { readonly input: string };
  } | null;
  readonly text?: string;
  readonly name?: string;
  readonly label?: string;
  readonly font?: string;
  readonly family?: string;
  readonly delim?: string;
  readonly left?: string;
  readonly right?: string | null;
  readonly mclass?: string;
  readonly hasBarLine?: boolean;
  readonly leftDelim?: string | null;
  readonly colSeparationType?: string;
  readonly dimension?: { readonly number: number; readonly unit: string };
  readonly body?: KatexNode | readonly KatexNode[] | readonly (readonly KatexNode[])[];
  readonly base?: KatexNode | null;
  readonly sub?: KatexNode | null;
  readonly sup?: KatexNode | null;
  readonly numer?: KatexNode;
  readonly denom?: KatexNode;
  readonly index?: KatexNode | null;
  readonly mathml?: readonly KatexNode[];
}

/** Translates nodes in the order of the source, and remembers how far it has come in it. */
export interface Walk {
  readonly tex: string;
  reached: number;
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

/** The nodes within a node. */
export const childrenOf = (node: KatexNode | null | undefined): readonly KatexNode[] => {
  const body = node?.body;
  if (body === undefined) return [];
  return (Array.isArray(body) ? body.flat() : [body]) as readonly KatexNode[];
};

const SPACE =
  /[\s{}&]*(?:\\(?:[,;:!> ]|q?quad|enspace|thinspace|medspace|thickspace|[mh]space\s*\{[^{}]*\}))/y;

/** White space stands where its command is written; that of a macro (`\implies`) has no command of its own. */
export const space = (isWideSpace: boolean, walk: Walk): Piece => {
  SPACE.lastIndex = walk.reached;
  if (SPACE.test(walk.tex)) walk.reached = SPACE.lastIndex;
  return { kind: "space", isWide: isWideSpace, offset: walk.reached, end: walk.reached };
};

export const isWide = ({ dimension: d }: KatexNode): boolean => !!d && d.number >= (d.unit === "mu" ? 18 : 1);
