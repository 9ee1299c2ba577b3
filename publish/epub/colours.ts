import { readPalette } from "../../anchors/cards/palette.ts";

const palette = readPalette();

/** The site's colour of text on paper. */
export const ink = palette.get("--ink") ?? "#000000";
/** The site's paper. */
export const paper = palette.get("--paper") ?? "#ffffff";

/**
 * A value without custom properties, for readers that know none: `var(--p)` becomes the site's colour on paper, one
 * that has none the colour of the text.
 */
export function resolveColours(value: string): string {
  return value.replaceAll(
    /var\((--[\w-]+)(?:\s*,[^()]*)?\)/g,
    (_whole, name: string) => palette.get(name) ?? "currentColor",
  );
}
