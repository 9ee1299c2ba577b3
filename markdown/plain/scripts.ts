import { subscripts, superscripts } from "./characters.ts";
import { isEnclosed, isSimple, join, type Piece } from "./line.ts";

/** A base with what stands below and above it; indices become Unicode where all their characters have one. */
export function scripted(base: readonly Piece[], below: string, above: string): Piece {
  const text = join(base).trim();
  const [only] = base;
  const head = base.length === 1 || isSimple(text) || isEnclosed(text) ? text : `(${text})`;
  const low = below === "" ? "" : (lowered(below) ?? `_${bracketed(below)}`);
  const kind = base.length === 1 && only?.kind === "name" ? "name" : "atom";
  if (/^[′″‴]+$/u.test(above)) return { text: `${head}${above}${low}`, kind };
  const high = above === "" ? "" : (raised(above) ?? `^${bracketed(above)}`);
  return { text: `${head}${low}${high}`, kind };
}

/** A text in superscript characters; undefined where one of its characters has none. */
export function raised(text: string): string | undefined {
  return mapped(text, superscripts);
}

function lowered(text: string): string | undefined {
  return mapped(text, subscripts);
}

function mapped(text: string, table: Readonly<Record<string, string>>): string | undefined {
  const characters = [...text.replaceAll(" ", "")].map((character) => table[character]);
  return characters.includes(undefined) ? undefined : characters.join("");
}

function bracketed(text: string): string {
  return /^(?:[A-Za-z]+|\p{L}|[\d∞*])$/u.test(text) ? text : `(${text.replaceAll(" ", "")})`;
}
