/**
 * Writes outlines.json: the outlines of the digits in open fonts that are installed as packages. Run once, by
 * `node experiments/information-bottleneck/images/extract-outlines.ts`; what it writes is kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create } from "fontkitten";
import { flattenPath } from "./flatten-path.ts";
import type { DigitFont } from "./outlines.ts";
import { digits } from "./outlines.ts";

const require = createRequire(import.meta.url);

/** Packages, the files taken from each, and the package's own words on its licence. */
const sources = [
  {
    name: "katex",
    files: [
      "Main-Regular",
      "Main-Bold",
      "Main-Italic",
      "Main-BoldItalic",
      "Math-Italic",
      "Fraktur-Regular",
      "SansSerif-Regular",
      "SansSerif-Bold",
      "SansSerif-Italic",
      "Typewriter-Regular",
    ].map((style) => `dist/fonts/KaTeX_${style}.ttf`),
  },
  ...["source-serif-4", "source-sans-3", "source-code-pro"].map((family) => ({
    name: `@fontsource-variable/${family}`,
    files: ["normal", "italic"].map((style) => `files/${family}-latin-wght-${style}.woff2`),
  })),
];

const fonts = sources.flatMap(({ name, files }) => {
  const manifest = require.resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return files.map((file) => readFont(join(dirname(manifest), file), `${name} ${version}`));
});
const folder = import.meta.dirname;
writeFileSync(
  join(folder, "outlines.json"),
  `[\n${fonts.map((font) => JSON.stringify(font)).join(",\n")}\n]\n`,
);
console.log(`${fonts.length} fonts: ${fonts.map((font) => font.name).join(", ")}`);

function readFont(path: string, source: string): DigitFont {
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} is a collection of fonts`);
  const licence = font.getName("licenseURL") ?? font.getName("license");
  if (licence === null) throw new Error(`${path} names no licence`);
  const outlines = digits.map((digit) => {
    const code = digit.charCodeAt(0);
    if (!font.hasGlyphForCodePoint(code)) throw new Error(`${path} has no ${digit}`);
    return flattenPath(font.glyphForCodePoint(code).path.commands, 1000 / font.unitsPerEm);
  });
  const version = font.version.replace(/;.*/, "").replace("Version ", "");
  return { name: font.postscriptName, version, licence, copyright: font.copyright, source, outlines };
}
