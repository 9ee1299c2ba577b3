import type { Binding } from "../meaning/expression.ts";
import type { Scope } from "../meaning/scope.ts";
import type { Piece, PieceOf } from "../tex/pieces.ts";
import { spell } from "../tex/spelling.ts";
import { AMBIGUOUS, FAMILIES } from "./families.ts";
import { declarableName, nameOf } from "./names.ts";
import { hasAbstract, phraseOf, signatureOf } from "./phrases.ts";

/** The left side of a definition: a name, with the names of its parameters if it is a function. */
export interface Head {
  readonly name: string;
  readonly parameters: readonly Binding[];
  /** Declared integers that number the entries of what is defined: `p_v = …`, `\LN(x)_j = …`. */
  readonly indices: readonly Binding[];
  /** Whether the indices number functions, as in `p_n(z) = …`. */
  readonly isFamily?: boolean;
}

/** `\mathcal{N}(x \mid \mu, \sigma^2) = …` claims something of a known density. */
export const isFamilyName = (piece: Piece): boolean => {
  const text = piece.kind === "operator" ? piece.name.slice(1) : nameOf(piece);
  const name = text?.replace(/^\\text\{(.*)\}$/, "$1");
  return (
    name !== undefined &&
    name.length > 1 &&
    (FAMILIES.some(({ names }) => names.includes(name)) || name in AMBIGUOUS)
  );
};

/** Capitals are random variables or events: `I(X; Y)` is one notation. */
export const isCapital = (name: string): boolean => /^(?:\\\w+\{)?[A-Z](?![a-z])/.test(name);

/** `p(x \mid \theta)` with names alone is a function of these; with densities or events it is one notation. */
export const phraseHead = (first: Piece, brackets: PieceOf<"delimited">, scope: Scope): Head | undefined => {
  const signature = signatureOf(first, brackets);
  if (signature && scope.find(signature.name)) return undefined;
  const parts = (signature?.parts ?? []).map((part) =>
    part.length === 1 && part[0] ? nameOf(part[0]) : undefined,
  );
  const names = parts.filter((name) => name !== undefined).filter((name) => !isCapital(name));
  if (signature && names.length === parts.length && !hasAbstract(brackets.body, scope))
    return { name: signature.name, parameters: names.map((name) => ({ name, isBound: true })), indices: [] };
  const phrase = phraseOf(first, brackets);
  return phrase === undefined ? undefined : { name: phrase, parameters: [], indices: [] };
};

/** `x^* := …` and `\theta^{(0)} := …`, where the author says so. */
export const markedName = (piece: Piece): string | undefined =>
  piece.kind === "scripted" && piece.sup ? declarableName(piece) : undefined;

/** Bayesian notes write prior and evidence by one letter, `p(\theta)` and `p(x)`: the second one is a notation of its own. */
export const otherOf = (first: Piece, brackets: Piece, name: string, scope: Scope): Head | undefined => {
  const known = scope.find(name);
  const [parameter, more] = known?.kind === "definition" ? known.definition.parameters : [];
  const signature = signatureOf(first, brackets);
  const [own, other] = signature?.parts[0] ?? [];
  const letter = own && !other ? nameOf(own) : undefined;
  if (!parameter || more || !signature || letter === undefined || own?.kind !== "name") return undefined;
  if (letter.toLowerCase() === parameter.name.toLowerCase()) return undefined;
  return { name: signature.name, parameters: [{ name: letter, isBound: true }], indices: [] };
};

const SQUARES = /^(?:\\(?:hat|tilde|bar)\{)?(?:\\sigma|\\chi|s|S|R|\\text\{s\})\}?(?:_\{.*\})?$/;

/** Statistics writes variances as squares: `\sigma^2 = …` names one, where nobody has declared σ. */
export const isSquareName = (piece: Piece): boolean =>
  piece.kind === "scripted" && spell(piece.sup ?? []) === "2" && SQUARES.test(stemOf(piece));

export const stemOf = (piece: Piece): string =>
  piece.kind === "scripted" ? (spell([{ ...piece, sup: undefined }]) ?? "") : "";
