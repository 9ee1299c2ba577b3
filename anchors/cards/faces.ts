import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/** A face of the site's at one weight. The renderer of cards reads neither WOFF2 nor variable fonts. */
interface Face {
  readonly name: string;
  readonly file: string;
  readonly axes: Readonly<Record<string, number>>;
}

const serif = "@fontsource-variable/source-serif-4/files/source-serif-4";
const sans = "@fontsource-variable/source-sans-3/files/source-sans-3";

/** Titles are set in the serif of weight 600 at the optical size of a title, names of curves in its italic. */
const faces: readonly Face[] = [
  ...["latin", "latin-ext", "greek", "cyrillic"].map((script) => ({
    name: `title-${script}`,
    file: `${serif}-${script}-opsz-normal.woff2`,
    axes: { opsz: 40, wght: 600 },
  })),
  { name: "italic-latin", file: `${serif}-latin-wght-italic.woff2`, axes: { wght: 400 } },
  ...[400, 600].flatMap((weight) =>
    ["latin", "latin-ext", "greek", "cyrillic"].map((script) => ({
      name: `sans-${weight}-${script}`,
      file: `${sans}-${script}-wght-normal.woff2`,
      axes: { wght: weight },
    })),
  ),
];

/** KaTeX's own face has the operators and arrows that the text faces lack. */
const symbols = "katex/dist/fonts/KaTeX_Main-Regular.ttf";

/** Paths of the faces as TrueType files in a folder, made where they are missing. */
export async function prepareFaces(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const made = await Promise.all(
    faces.map(async ({ name, file, axes }) => {
      const path = join(folder, `${name}.ttf`);
      if (!existsSync(path)) await writeFace(path, file, axes);
      return path;
    }),
  );
  return [...made, fileURLToPath(import.meta.resolve(symbols))];
}

async function writeFace(path: string, file: string, variationAxes: Face["axes"]): Promise<void> {
  const source = await readFile(fileURLToPath(import.meta.resolve(file)));
  const face = await subsetFont(source, undefined, {
    keepAllGlyphs: true,
    targetFormat: "sfnt",
    variationAxes: { ...variationAxes },
  });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, face);
  await rename(draft, path);
}
