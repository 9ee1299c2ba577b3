import { type Use, unquote } from "./usage.ts";

/** A face of a stylesheet, and the characters that it has to show. */
export interface Face {
  readonly family: string;
  readonly style: string;
  readonly weight: readonly [from: number, to: number];
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** Reads a `@font-face` block. */
export function parseFace(declarations: ReadonlyMap<string, string>): Face {
  const weight = (declarations.get("font-weight") ?? "400").replace("normal", "400").replace("bold", "700");
  const [from = 400, to = from] = weight.split(/\s+/).map(Number);
  return {
    family: unquote(declarations.get("font-family") ?? "").toLowerCase(),
    style: (declarations.get("font-style") ?? "normal").startsWith("normal") ? "normal" : "italic",
    weight: [from, to],
    ranges: parseRanges(declarations.get("unicode-range") ?? "U+0-10FFFF"),
  };
}

/** For each face the characters that a page may set in it, as CSS chooses faces: by family, then style, then weight. */
export function shareCharacters(faces: readonly Face[], uses: readonly Use[]): ReadonlySet<string>[] {
  const shares = faces.map(() => new Set<string>());
  for (const { families, weights, styles, characters } of uses) {
    for (const family of families) {
      for (const style of styles) {
        for (const weight of weights) {
          for (const index of chosenFaces(faces, family, style, Number(weight))) {
            for (const character of characters) {
              if (covers(faces[index], character)) shares[index]?.add(character);
            }
          }
        }
      }
    }
  }
  return shares;
}

function chosenFaces(faces: readonly Face[], family: string, style: string, weight: number): number[] {
  const ofFamily = faces.flatMap((face, index) => (face.family === family ? [{ ...face, index }] : []));
  const ofStyle = ofFamily.filter((face) => face.style === style);
  const candidates = ofStyle.length > 0 ? ofStyle : ofFamily;
  const distances = candidates.map(({ weight: [from, to] }) => Math.max(from - weight, weight - to, 0));
  const least = Math.min(...distances);
  return candidates.filter((_, at) => distances[at] === least).map(({ index }) => index);
}

function covers(face: Face | undefined, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return face?.ranges.some(([from, to]) => code >= from && code <= to) ?? false;
}

/** `U+0000-00FF, U+131, U+4??` as ranges of code points. */
function parseRanges(text: string): (readonly [number, number])[] {
  return text.split(",").map((part) => {
    const [first = "", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    const ends = [first.replaceAll("?", "0"), last.replaceAll("?", "F")];
    const [from = 0, to = 0] = ends.map((code) => Number.parseInt(code, 16));
    return [from, to] as const;
  });
}
