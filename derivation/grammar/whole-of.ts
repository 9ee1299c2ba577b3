import type { Meaning, Scope } from "../meaning/scope.ts";
import type { Pieces } from "../tex/pieces.ts";
import { dense, isSign } from "../tex/pieces.ts";

/** `u_1` is an entry of the vector `\mathbf{u}`, and `a_{ij}` one of the matrix A, where nothing else is declared so. */
export const wholeOf = (stem: string, sub: Pieces, scope: Scope): Meaning | undefined => {
  if (!/^[a-z]$/.test(stem) || scope.find(stem)) return undefined;
  const spellings = (letter: string): readonly string[] =>
    ["mathbf", "boldsymbol", "bm", "vec"].map((font) => `\\${font}{${letter}}`);
  const isPair = dense(sub).filter((part) => !isSign(part, ",")).length === 2;
  const capital = stem.toUpperCase();
  const names = isPair ? [capital, ...spellings(capital)] : spellings(stem);
  const order = isPair ? 2 : 1;
  return names
    .map((name) => scope.find(name))
    .find((meaning) => meaning?.kind === "variable" && meaning.binding.shape?.length === order);
};
