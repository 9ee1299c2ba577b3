import type { Pieces } from "./pieces.ts";
import { dense, isSign } from "./pieces.ts";

/** The power of ten in `\cdot 10^{-3}` after a numeral; undefined if something else follows. */
const exponentIn = (pieces: Pieces): number | undefined => {
  const [times, power, more] = pieces;
  if (!times) return 0;
  if (!isSign(times, "\\cdot", "\\times") || power?.kind !== "scripted" || more || power.sub)
    return undefined;
  const [sign, digits] = power.sup?.length === 2 ? power.sup : [undefined, power.sup?.[0]];
  if (power.base?.kind !== "number" || power.base.text !== "10" || digits?.kind !== "number")
    return undefined;
  if (sign && !isSign(sign, "-")) return undefined;
  return (sign ? -1 : 1) * Number(digits.text);
};

/** Half a unit of the last printed digit, if the side is a printed number such as `-0.693` or `1.20 \cdot 10^{-3}`. */
export const halfUnitOf = (side: Pieces): number | undefined => {
  const pieces = dense(side);
  const unsigned = isSign(pieces[0], "-", "+") ? pieces.slice(1) : pieces;
  const [numeral, ...rest] = unsigned;
  const exponent = exponentIn(rest);
  if (numeral?.kind !== "number" || exponent === undefined) return undefined;
  const decimals = numeral.text.split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** (exponent - decimals);
};
