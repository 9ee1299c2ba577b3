import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/** A face at one weight and, in the serif, at the optical size at which it is set. */
interface Cut {
  readonly family: string;
  readonly italic: boolean;
  /** The weights that a stylesheet may ask for to get this one. */
  readonly weights: string;
  /** The package, which its files are named after, and how their names end. */
  readonly source: readonly [name: string, ending: string];
  readonly axes: Readonly<Record<string, number>>;
}

const fonts = "@fontsource-variable";
const regular = { weights: "100 500", wght: 400 };
const strong = { weights: "501 900", wght: 620 };

/**
 * What paper is set in. Chromium writes a variable font into a PDF as drawings of its letters, coarse on a screen and
 * large; a font of one weight it embeds as a font.
 */
const cuts: readonly Cut[] = [
  ...[regular, strong].flatMap((weight) => [
    ...[false, true].flatMap((italic) => [
      serif("Print Serif", 11, weight, italic),
      serif("Print Notes", 8.5, weight, italic),
    ]),
    plain("Print Sans", "source-sans-3", weight),
    plain("Print Code", "source-code-pro", weight),
  ]),
  serif("Print Title", 36, { weights: "100 900", wght: 360 }, false),
];

function serif(family: string, opsz: number, { weights, wght }: typeof regular, italic: boolean): Cut {
  const ending = `opsz-${italic ? "italic" : "normal"}`;
  return { family, italic, weights, source: ["source-serif-4", ending], axes: { opsz, wght } };
}

function plain(family: string, name: string, { weights, wght }: typeof regular): Cut {
  return { family, italic: false, weights, source: [name, "wght-normal"], axes: { wght } };
}

/** KaTeX's own face has the operators and arrows that the text faces lack. */
const symbols = "katex/dist/fonts/KaTeX_Main-Regular.ttf";

/** The faces as a stylesheet with the fonts inside, of the scripts in which some of the characters are written. */
export async function printFaces(characters: ReadonlySet<string>): Promise<string> {
  const rules = [
    `@font-face{font-family:"Print Symbols";size-adjust:109%;src:${dataOf(await readFile(fileOf(symbols)))}}`,
  ];
  for (const cut of cuts) {
    for (const [script, range] of await scriptsOf(cut)) {
      const isUsed = script === "latin" || [...characters].some((character) => covers(range, character));
      if (isUsed) rules.push(await faceRule(cut, script, range));
    }
  }
  return rules.join("\n");
}

async function scriptsOf({ source: [name] }: Cut): Promise<[string, string][]> {
  const ranges = await readFile(fileOf(`${fonts}/${name}/unicode.json`), "utf8");
  return Object.entries(JSON.parse(ranges) as Record<string, string>);
}

/** Is a character in `U+0100-02BA,U+2113`? */
function covers(ranges: string, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.split(",").some((range) => {
    const [from = 0, to = from] = range
      .replace("U+", "")
      .split("-")
      .map((end) => Number.parseInt(end, 16));
    return code >= from && code <= to;
  });
}

const made = new Map<string, Promise<string>>();

/** Each face is cut once for all documents. */
function faceRule(cut: Cut, script: string, range: string): Promise<string> {
  const key = `${cut.family} ${cut.italic} ${cut.weights} ${script}`;
  const rule = made.get(key) ?? writeRule(cut, script, range);
  made.set(key, rule);
  return rule;
}

async function writeRule(cut: Cut, script: string, range: string): Promise<string> {
  const [name, ending] = cut.source;
  const file = await readFile(fileOf(`${fonts}/${name}/files/${name}-${script}-${ending}.woff2`));
  const font = await subsetFont(file, undefined, {
    keepAllGlyphs: true,
    targetFormat: "sfnt",
    variationAxes: { ...cut.axes },
  });
  const style = `font-style:${cut.italic ? "italic" : "normal"};font-weight:${cut.weights}`;
  return `@font-face{font-family:"${cut.family}";${style};src:${dataOf(font)};unicode-range:${range}}`;
}

function dataOf(font: Uint8Array): string {
  return `url(data:font/ttf;base64,${Buffer.from(font).toString("base64")})`;
}

function fileOf(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
