import { Refusal } from "../refusal.ts";
import type { Piece, Pieces } from "../tex/pieces.ts";
import { dense, isSign, trimmed } from "../tex/pieces.ts";

const UNITS =
  /^(bits?|nats?|bytes?|dB|[kMG]?Hz|rad(\/s)?|[mkµ]?s|ms|sec(onds?)?|min(utes)?|hours?|h|days?|years?|[kcm]?m|km\/h|m\/s|[kmµ]?g|[kmµ]?[VAWFΩJN]|ohms?|degrees?|units?|samples?|parameters?|weights?|tokens?|steps?|points?|dollars?|euros?)(\s*(\/|per)\s*\w+)?[.,]?$/;

const unitOf = (side: Pieces): string | undefined => {
  const last = side.findLast((piece) => piece.kind !== "space" && !isSign(piece, "."));
  const text =
    last?.kind === "words"
      ? last.text
      : last?.kind === "name"
        ? /^\\text\{(.*)\}$/.exec(last.key)?.[1]
        : undefined;
  const unit = text?.trim();
  const before = dense(side).at(-2);
  return unit !== undefined && endsNumeral(before) && UNITS.test(unit)
    ? unit.replace(/[.,]$/, "")
    : undefined;
};

const endsNumeral = (piece: Piece | undefined): boolean =>
  piece?.kind === "number" ||
  (piece?.kind === "scripted" && piece.base?.kind === "number") ||
  (piece?.kind === "fraction" && [...piece.top, ...piece.bottom].every(({ kind }) => kind === "number"));

/**
 * The sides without a unit after their number: `= 1.75 \\text{ bits}`. Raises a Refusal where these differ from each other,
 * or from those that the chain had before.
 */
export const withoutUnits = (
  sides: readonly Pieces[],
  before?: string,
): { readonly sides: readonly Pieces[]; readonly unit?: string } => {
  const units = sides.map(unitOf);
  const named = new Set([before, ...units].filter((unit) => unit !== undefined));
  const [unit, other] = named;
  const odd = sides.find((_, k) => units[k] !== undefined);
  if (other !== undefined)
    throw new Refusal(`units are not converted: ${[...named].join(", ")}`, odd?.[0]?.offset);
  const bare = sides.map((side, k) =>
    units[k] === undefined ? side : trimmed(side.slice(0, lastWords(side))),
  );
  return { sides: bare, ...(unit === undefined ? {} : { unit }) };
};

const lastWords = (side: Pieces): number =>
  side.findLastIndex(({ kind }) => kind === "words" || kind === "name");
