import { Resvg } from "@resvg/resvg-js";
import { readPalette } from "../../anchors/cards/palette.ts";
import { renderMark } from "./mark.ts";

/** An icon of the installed site. */
export interface Icon {
  readonly name: string;
  /** Side in pixels. */
  readonly size: number;
  /** `maskable`: a system may cut it into any shape that holds the middle four fifths. */
  readonly purpose: "any" | "maskable";
}

/** The sizes that systems ask for. */
export const iconSizes: readonly Icon[] = [
  { name: "icon-180", size: 180, purpose: "any" },
  { name: "icon-192", size: 192, purpose: "any" },
  { name: "icon-512", size: 512, purpose: "any" },
  { name: "icon-maskable-512", size: 512, purpose: "maskable" },
];

/** The mark as a PNG; it holds no text, so that no machine's fonts change it. */
export function renderIcon({ size, purpose }: Icon): Uint8Array {
  const mark = renderMark(readColours(), purpose === "maskable" ? 14 : 6);
  return new Resvg(mark, { fitTo: { mode: "width", value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/** The mark's colours are the site's own, on light paper. */
export function readColours() {
  const palette = readPalette();
  const colour = (name: string, other: string) => palette.get(name) ?? other;
  return {
    ground: colour("--paper", "#ffffff"),
    letter: colour("--ink", "#000000"),
    bar: colour("--accent", "#000000"),
  };
}
