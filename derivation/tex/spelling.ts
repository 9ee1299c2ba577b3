import type { Piece, Pieces, Place } from "./pieces.ts";

/** Fonts that print upright text: names in them look alike, so they are one name. */
const UPRIGHT = new Set(["\\mathrm", "\\text", "\\textrm", "\\textnormal", "\\mbox", "\\rm"]);

const spellPiece = (piece: Piece): string | undefined => {
  switch (piece.kind) {
    case "name":
      return piece.key;
    case "number":
    case "sign":
      return piece.text;
    case "words":
      return `\\text{${piece.text.trim()}}`;
    case "space":
      return "";
    case "scripted":
      return spellScripted(piece.base, piece.sub, piece.sup);
    default:
      return undefined;
  }
};

/** What may stand in a script besides names: `\max`, and the brackets of `(t+1)`. */
const spellLabel = (pieces: Pieces): string | undefined => {
  const parts = pieces.map((piece) => {
    if (piece.kind === "operator") return `\\text{${piece.name.slice(1)}}`;
    if (piece.kind === "open" || piece.kind === "close") return piece.text;
    return spellPiece(piece);
  });
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
};

const spellScripted = (base: Piece | undefined, sub?: Pieces, sup?: Pieces): string | undefined => {
  const stem = base && spellPiece(base);
  const [low, high] = [sub && spellLabel(sub), sup && spellLabel(sup)];
  if (!stem || (sub && !low) || (sup && !high)) return undefined;
  return stem + (low ? `_{${low}}` : "") + (high ? `^{${high}}` : "");
};

/** One spelling for all ways of writing the same look: `x_1` and `x_{1}`. Undefined if it is no mere name. */
export const spell = (pieces: Pieces): string | undefined => {
  const parts = pieces.map(spellPiece);
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
};

/** The letters of an operator's name, if it consists of letters only: `sech`. */
export const lettersOf = (pieces: Pieces): string | undefined => {
  const text = pieces.map((piece) =>
    piece.kind === "name" || piece.kind === "number" ? spellPiece(piece) : "?",
  );
  const joined = text.join("").replace(/\\(mathbb|text)\{(\w+)\}|\\text\{(\w+)\}/g, "$2$3");
  return /^[A-Za-z]+$/.test(joined) ? joined : undefined;
};

/** A name in a font or under an accent, as one name: `\hat{\beta}`, `\mathbf{w}`, `\text{KL}`. */
export const spellFont = (command: string, body: Pieces, place: Place): Piece => {
  const [only, more] = body;
  if (only?.kind === "scripted" && only.base && !more)
    return { ...only, ...place, base: spellFont(command, [only.base], place) };
  const inner = spell(body);
  if (!inner) return { kind: "unsupported", what: `${command} around more than a name`, ...place };
  if (command === "\\mathnormal" || command === "\\mathit") return { kind: "name", key: inner, ...place };
  return { kind: "name", key: `${UPRIGHT.has(command) ? "\\text" : command}{${inner}}`, ...place };
};
