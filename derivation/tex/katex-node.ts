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

/** The nodes within a node. */
export const childrenOf = (node: KatexNode | null | undefined): readonly KatexNode[] => {
  const body = node?.body;
  if (body === undefined) return [];
  return (Array.isArray(body) ? body.flat() : [body]) as readonly KatexNode[];
};

export const isWide = ({ dimension: d }: KatexNode): boolean => !!d && d.number >= (d.unit === "mu" ? 18 : 1);
