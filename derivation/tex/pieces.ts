/** Where a piece stands in the TeX source: [offset, end). Pieces from a macro have the place of its call. */
export interface Place {
  readonly offset: number;
  readonly end: number;
}

export type Pieces = readonly Piece[];

/**
 * One piece of typeset mathematics: what a reader sees, without meaning. KaTeX's tree is translated to
 * this once, so that the grammar does not depend on KaTeX.
 */
export type Piece = Place &
  (
    | { readonly kind: "number"; readonly text: string }
    | { readonly kind: "name"; readonly key: string }
    | { readonly kind: "words"; readonly text: string }
    | { readonly kind: "sign"; readonly text: string }
    | { readonly kind: "relation"; readonly text: string }
    | { readonly kind: "open" | "close"; readonly text: string }
    | { readonly kind: "operator"; readonly name: string }
    | { readonly kind: "space"; readonly isWide: boolean }
    | { readonly kind: "group"; readonly body: Pieces }
    | { readonly kind: "delimited"; readonly left: string; readonly right: string; readonly body: Pieces }
    | { readonly kind: "fraction"; readonly top: Pieces; readonly bottom: Pieces }
    | { readonly kind: "binomial"; readonly top: Pieces; readonly bottom: Pieces }
    | { readonly kind: "root"; readonly body: Pieces; readonly index: Pieces | undefined }
    | {
        readonly kind: "scripted";
        readonly base: Piece | undefined;
        readonly sub: Pieces | undefined;
        readonly sup: Pieces | undefined;
      }
    | { readonly kind: "array"; readonly isAligned: boolean; readonly rows: readonly (readonly Pieces[])[] }
    | { readonly kind: "unsupported"; readonly what: string }
  );

export type PieceOf<K extends Piece["kind"]> = Extract<Piece, { readonly kind: K }>;

/** Whether the piece is a sign (operator, punctuation, bar) with that very text. */
export const isSign = (piece: Piece | undefined, ...texts: readonly string[]): boolean =>
  piece?.kind === "sign" && texts.includes(piece.text);

/** The pieces without the white space at either end. */
export const trimmed = (pieces: Pieces): Pieces => {
  let from = 0;
  let to = pieces.length;
  while (from < to && pieces[from]?.kind === "space") from += 1;
  while (to > from && pieces[to - 1]?.kind === "space") to -= 1;
  return pieces.slice(from, to);
};

/** The pieces without any white space. */
export const dense = (pieces: Pieces): Pieces => pieces.filter((piece) => piece.kind !== "space");
