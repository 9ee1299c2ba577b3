import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { setIn } from "./mathml/alphabets.ts";

const source = "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2";

/**
 * The face in which a book's formulas are set, as TrueType, with the signs that its chapters use and the larger ones
 * that brackets, roots and sums are made of; undefined where there are no formulas.
 */
export async function mathFace(chapters: readonly string[]): Promise<Uint8Array | undefined> {
  const signs = new Set(chapters.flatMap(signsOf));
  if (signs.size === 0) return undefined;
  const font = await readFile(fileURLToPath(import.meta.resolve(source)));
  // sorted, that equal books are equal whatever the order in which their signs were met
  return subsetFont(font, [...signs].toSorted().join(""), { targetFormat: "sfnt" });
}

/** Readers draw a letter alone in italics, a hyphen as a minus, and a root that nobody wrote. */
function signsOf(chapter: string): string[] {
  const formulas = [...chapter.matchAll(/<math[\s>][\s\S]*?<\/math>/g)].map(([math]) =>
    math
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
  // what draws text composes `→` and a stroke to `↛` where the face has it
  const written = [...new Set(formulas.flatMap((formula) => [...formula, ...formula.normalize("NFC")]))];
  return written.length === 0 ? [] : [...written, ...written.map((sign) => setIn("italic", sign)), "−", "√"];
}
