import { readFileSync } from "node:fs";

/** The site's colours on light paper, `#rrggbb` by custom property (`--ink`), out of its one table of colours. */
export function readPalette(): ReadonlyMap<string, string> {
  return paletteOf(readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8"));
}

/** The colours of a style sheet whose properties read `--ink: light-dark(oklch(0.24 0.012 65), …)`. */
export function paletteOf(css: string): ReadonlyMap<string, string> {
  const rules = css.matchAll(/(--[\w-]+):\s*light-dark\(\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map(
    [...rules].map(([, name = "", ...numbers]) => {
      const [lightness = 0, chroma = 0, hue = 0] = numbers.map(Number);
      return [name, hexOf(lightness, chroma, hue)];
    }),
  );
}

/** An OKLCH colour (hue in degrees) as sRGB, clipped to its gamut. Source: B. Ottosson, “A perceptual color space”, 2020. */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  return `#${linear.map((value) => toByte(value).toString(16).padStart(2, "0")).join("")}`;
}

/** A linear component, 0 to 1, as a byte of sRGB. */
function toByte(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * encoded);
}
