import type { Expression } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import type { Dimension } from "../meaning/shape.ts";
import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense } from "../tex/pieces.ts";
import type { Hint } from "./proposal.ts";

/** What may follow a factor without an operator depends on how the factor was written. */
export type Tail =
  | "closed"
  | "number"
  | "name"
  /** a function applied without parentheses: `\log x` */
  | "loose"
  /** an integral, or `d/dx` applied to what follows: only +, − or the end may come next */
  | "final"
  /** a sum's body, which has taken the whole term */
  | "series";

export interface Factor {
  readonly expression: Expression;
  readonly tail: Tail;
}

/** What the modules of the grammar need of each other. */
export interface Grammar {
  /** A whole formula without relations. */
  readonly expression: (pieces: Pieces, reading: Reading) => Expression;
  /** A product, up to the next + or −. In a strict one, `/` and explicit multiplication are refused. */
  readonly term: (cursor: Cursor, reading: Reading, isStrict: boolean) => Expression;
  readonly factor: (cursor: Cursor, reading: Reading) => Factor;
  /** The same without factorials after it. */
  readonly primary: (cursor: Cursor, reading: Reading) => Factor;
}

/** Where and with what names a formula is read. */
export interface Reading {
  readonly scope: Scope;
  readonly grammar: Grammar;
  /** How large an identity matrix is that stands here without a size. */
  readonly size?: Dimension;
  /** What names seem to be that stand here and are not declared. */
  readonly hint?: Hint;
  /** Indices of sums that have ended in this formula: using one again is a mistake. */
  readonly ended: Set<string>;
}

/** Walks over the pieces of one formula, white space left out. */
export class Cursor {
  readonly #pieces: Pieces;
  readonly #start: number;
  readonly #spaced = new Set<Piece | undefined>();
  #at = 0;

  constructor(pieces: Pieces, start = 0) {
    this.#pieces = dense(pieces);
    this.#start = start;
    for (const [k, piece] of pieces.entries()) if (piece.kind === "space") this.#spaced.add(pieces[k + 1]);
  }

  /** Whether white space was written before the next piece, as in `k\,2^{-k}`. */
  get isSpaced(): boolean {
    return this.#spaced.has(this.peek());
  }

  peek(ahead = 0): Piece | undefined {
    return this.#pieces[this.#at + ahead];
  }

  next(): Piece {
    const piece = this.#pieces[this.#at];
    if (!piece) throw new Refusal("something is missing at the end of a formula", this.offset);
    this.#at += 1;
    return piece;
  }

  /** Takes pieces up to (not with) the one at that distance. */
  take(count: number): Pieces {
    const taken = this.#pieces.slice(this.#at, this.#at + count);
    this.#at += count;
    return taken;
  }

  get rest(): Pieces {
    return this.#pieces.slice(this.#at);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pieces.length;
  }

  /** The place of the next piece, or of the end. */
  get offset(): number {
    return this.peek()?.offset ?? this.#pieces.at(-1)?.end ?? this.#start;
  }
}

const NAMES: Record<string, string> = {
  "\\pm": "± stands for two formulas: write them out",
  "\\mp": "∓ stands for two formulas: write them out",
  "\\ldots": "… leaves something out: write a sum",
  "\\dots": "… leaves something out: write a sum",
  "\\cdots": "… leaves something out: write a sum",
  "\\@cdots": "… leaves something out: write a sum",
  "|": "ambiguous |: write \\lvert … \\rvert for a magnitude",
  "\\|": "ambiguous \\|: write \\lVert … \\rVert for a norm",
  ",": "a comma stands within a formula (a list, or a decimal comma)",
};

/** Says of a piece why it cannot be read here. */
export const unreadable = (piece: Piece): Refusal => {
  const text =
    "text" in piece ? piece.text : "name" in piece ? piece.name : "key" in piece ? piece.key : undefined;
  const reason =
    piece.kind === "unsupported"
      ? `unsupported: ${piece.what}`
      : piece.kind === "words"
        ? `text in the middle of a formula: “${piece.text.trim()}”`
        : (text !== undefined && NAMES[text]) || `unexpected ${text ?? piece.kind}`;
  return new Refusal(reason, piece.offset);
};
