import fonts from "./outlines.json" with { type: "json" };

/** The three classes. */
export const digits = ["3", "5", "8"] as const;

/** Closed polygons: x, y, x, y … of each, in thousandths of an em, y upwards. Filled where the winding is not 0. */
export type Outline = readonly (readonly number[])[];

/** A font's digits. */
export interface DigitFont {
  /** The PostScript name. */
  readonly name: string;
  readonly version: string;
  /** The address of its licence. */
  readonly licence: string;
  readonly copyright: string;
  /** The package and version that it was taken from. */
  readonly source: string;
  /** One outline per digit, in the order of `digits`. */
  readonly outlines: readonly Outline[];
}

/** The fonts that the images are drawn from. */
export const digitFonts: readonly DigitFont[] = fonts;
