import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DefaultTreeAdapterTypes } from "parse5";
import subsetFont from "subset-font";
import { locate } from "../../address.ts";
import type { BuiltSite } from "../../built-site.ts";
import { parseFace, shareCharacters } from "./faces.ts";
import { parseSheet } from "./rules.ts";
import { findUses } from "./usage.ts";

/** A stylesheet of the site. */
export interface StyleFile {
  readonly path: string;
  readonly css: string;
}

/** Characters that scripts may show besides those of the page. */
export interface MoreCharacters {
  /** In any face of text. */
  readonly text: Iterable<string>;
  /** In KaTeX's faces. */
  readonly formulas: Iterable<string>;
}

/** What pages use of OpenType: kerning, ligatures, marks, and the figures that stylesheets ask for. */
const features = [
  "kern",
  "liga",
  "clig",
  "calt",
  "ccmp",
  "locl",
  "mark",
  "mkmk",
  "lnum",
  "tnum",
  "zero",
  "rlig",
];

const faceBlock = /@font-face\s*\{[^}]*\}/g;

/**
 * Stylesheets with their fonts inside: of each face only the characters that the documents may set in it, and no face
 * that they do not use. A face with fonts of the reader's own machine (`local(…)`) stays as it is.
 */
export async function embedFonts(
  site: BuiltSite,
  files: readonly StyleFile[],
  documents: Iterable<DefaultTreeAdapterTypes.Node>,
  more: MoreCharacters,
): Promise<StyleFile[]> {
  const sheet = await parseSheet(files.map(({ css }) => css).join("\n"));
  const faces = sheet.faces.map(parseFace);
  const blocks = files.flatMap(({ path, css }) =>
    [...css.matchAll(faceBlock)].map(([block]) => ({ path, block })),
  );
  if (blocks.length !== faces.length) throw new Error("the faces of the stylesheets could not be read");
  const uses = findUses(documents, sheet);
  for (const { families, characters } of uses) {
    const isFormula = [...families].every((family) => family.startsWith("katex"));
    for (const character of isFormula ? more.formulas : more.text) characters.add(character);
  }
  const shares = shareCharacters(faces, uses);
  const embedded = await Promise.all(
    blocks.map(({ path, block }, index) => embedFace(site, path, block, shares[index] ?? new Set())),
  );
  let next = 0;
  return files.map(({ path, css }) => ({
    path,
    css: css.replaceAll(faceBlock, () => embedded[next++] ?? ""),
  }));
}

async function embedFace(
  site: BuiltSite,
  from: string,
  block: string,
  characters: ReadonlySet<string>,
): Promise<string> {
  const file = fontOf(site, from, block);
  if (file === undefined) return block;
  if (![...characters].some((character) => character.trim() !== "")) return "";
  const font = await subset(join(site.folder, file), [...roundUp(characters)].sort().join(""));
  const source = `src:url(data:font/woff2;base64,${font.toString("base64")})format("woff2")`;
  return block.replace(/src\s*:[^;}]*(?:url\([^)]*\)[^;}]*)*/, source);
}

/** The WOFF2 of a face, by its path in the site; undefined where it has none. */
function fontOf(site: BuiltSite, from: string, block: string): string | undefined {
  const addresses = [...block.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(
    ([, address = ""]) => address,
  );
  const woff2 = addresses.find((address) => address.endsWith(".woff2"));
  const target = woff2 === undefined ? undefined : locate(site, from, woff2);
  return target?.kind === "file" ? target.path : undefined;
}

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/**
 * A face that shows most letters shows all of ASCII: it gains little in size, and the pages of a course share their
 * subsets. A space is in every face, for a browser measures by it.
 */
function roundUp(characters: ReadonlySet<string>): Set<string> {
  const letters = [...characters].filter((character) => /[a-z]/i.test(character));
  return new Set([...characters, ...(letters.length > 40 ? ascii : [" "])]);
}

const subsets = new Map<string, Promise<Buffer>>();

/** Each subset is made once. */
async function subset(file: string, text: string): Promise<Buffer> {
  const key = `${file}\n${text}`;
  const known = subsets.get(key) ?? readFile(file).then((font) => subsetFont(font, text, options));
  subsets.set(key, known);
  return known;
}

const options = { targetFormat: "woff2", keepFeatures: features } as const;
