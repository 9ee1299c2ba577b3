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
 * A stylesheet with its fonts inside: of each face only the characters that the page may set in it, and no face that
 * it does not use. A face with fonts of the reader's own machine (`local(…)`) stays as it is.
 */
export async function embedFonts(
  site: BuiltSite,
  { path, css }: StyleFile,
  page: DefaultTreeAdapterTypes.Node,
  more: MoreCharacters,
): Promise<string> {
  const sheet = await parseSheet(css);
  const faces = sheet.faces.map(parseFace);
  const blocks = css.match(faceBlock) ?? [];
  if (blocks.length !== faces.length) throw new Error(`${path}: the faces of the fonts could not be read`);
  const uses = findUses(page, sheet);
  for (const { families, characters } of uses) {
    const isFormula = [...families].every((family) => family.startsWith("katex"));
    for (const character of isFormula ? more.formulas : more.text) characters.add(character);
  }
  const shares = shareCharacters(faces, uses);
  const embedded = await Promise.all(
    blocks.map((block, index) => embedFace(site, path, block, shares[index] ?? new Set())),
  );
  let next = 0;
  return css.replaceAll(faceBlock, () => embedded[next++] ?? "");
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
  const font = await subset(join(site.folder, file), [...characters, " "].sort().join(""));
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

const subsets = new Map<string, Promise<Buffer>>();

/** One subset at a time and each once: several problems of a course use the same characters of small faces. */
async function subset(file: string, text: string): Promise<Buffer> {
  const key = `${file}\n${text}`;
  const known = subsets.get(key) ?? readFile(file).then((font) => subsetFont(font, text, options));
  subsets.set(key, known);
  return known;
}

const options = { targetFormat: "woff2", keepFeatures: features } as const;
