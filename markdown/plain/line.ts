/** A piece of a formula on one line, with what decides about the space around it. */
export interface Piece {
  readonly text: string;
  readonly kind:
    | "atom"
    | "fraction"
    | "name"
    | "relation"
    | "operator"
    | "opening"
    | "closing"
    | "separator"
    | "space";
}

/** A letter, a number or whatever else stands close to its neighbours. */
export function atom(text: string): Piece {
  return { text, kind: "atom" };
}

/** Pieces as one line, with the spaces that printed mathematics would show. */
export function join(pieces: readonly Piece[]): string {
  let line = "";
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    line = before?.kind === "name" && piece.kind === "fraction" ? line.trimEnd() : line;
    line += spaced(piece, before, after, line);
  }
  return line;
}

function spaced(piece: Piece, before: Piece | undefined, after: Piece | undefined, line: string): string {
  const { text } = piece;
  switch (piece.kind) {
    case "relation":
      return ` ${text} `;
    case "operator":
      return isSignAfter(before) ? text : ` ${text} `;
    case "separator":
      return `${text} `;
    case "name":
      return `${/[\p{L}\p{N})\]]$/u.test(line) ? " " : ""}${text}${isFactor(after) ? " " : ""}`;
    case "fraction":
      return isFactor(before) || isFactor(after) || after?.kind === "opening" ? `(${text})` : text;
    default:
      return text;
  }
}

/** Whether a plus or minus behind this piece is a sign, and no operation. */
function isSignAfter(before: Piece | undefined): boolean {
  return before === undefined || /^(?:relation|operator|opening|separator|space)$/.test(before.kind);
}

function isFactor(piece: Piece | undefined): boolean {
  return piece !== undefined && /^(?:atom|name|fraction)$/.test(piece.kind);
}

/** Whether a text stands as one thing without brackets: a product of letters and numbers, a function's value. */
export function isSimple(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}∞∂′.⁰¹²³⁴-ₜ]*$/u.test(text) || isSingle(text);
}

/** Whether a text stays one factor behind a slash: a number, a letter with its indices, a function's value. */
export function isSingle(text: string): boolean {
  return /^(?:[\d.]+|∂?\p{L}[\p{M}′⁰¹²³⁴-ₜᵢⱼᵣᵤᵥₓ]*|\p{L}+\([^()]*\))$/u.test(text);
}

/** Whether a text stands between a pair of brackets that belong together. */
export function isEnclosed(text: string): boolean {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (/[([{]/.test(character)) depth++;
    if (/[)\]}]/.test(character)) depth--;
    if (depth === 0) return index > 0 && index === [...text].length - 1;
  }
  return false;
}
