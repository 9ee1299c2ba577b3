import type { Cell } from "./divergence.ts";
import type { View } from "./pair.ts";

/** The size and the margins of the first picture, in its own units; y runs from the top edge down. */
export const size = {
  width: 640,
  height: 500,
  marginTop: 0,
  marginRight: 58,
  marginBottom: 32,
  marginLeft: 34,
} as const;

/** Where the panels of the first picture lie: of the densities, of the forward and of the reverse integral. */
export const bands = {
  densities: { top: 12, bottom: 152 },
  forward: { top: 206, bottom: 310 },
  reverse: { top: 364, bottom: 468 },
} as const;

/** The second picture, of both divergences against ε, with the one band that it has. */
export const growthSize = { ...size, height: 214, band: { top: 34, bottom: 182 } } as const;

/** A stretch of a picture's height. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** A panel of a picture, in which a value has a height. */
export interface Panel extends Band {
  /** Where a value stands, in the picture's units from its top edge. */
  y(value: number): number;
  /** The values that are written beside the panel, ascending. */
  readonly ticks: readonly number[];
}

/** What a panel shows: linear from lowest to highest; whether there is anything above, ∞ included. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
  readonly isExceeded: boolean;
}

/** Share of a panel that lies above its highest number where that is exceeded. */
const gap = 0.25;

/**
 * A panel with a place for ∞ at its top. Up to `highest` it is linear; above, it bends, so that every greater number has
 * its own height, and greater ones a greater one: nothing is cut off.
 */
export function bentPanel({ top, bottom }: Band, { lowest, highest, isExceeded }: Extent): Panel {
  const room = isExceeded ? gap * (bottom - top) : 0;
  const unit = (bottom - top - room) / (highest - lowest);
  const y = (value: number): number => {
    if (value <= highest) return bottom - unit * (value - lowest);
    return top + room / (1 + (unit * (value - highest)) / room);
  };
  return { top, bottom, y, ticks: isExceeded ? [0, highest, Infinity] : [0, highest] };
}

/** A panel's round number as it is written beside it. */
export function formatTick(value: number): string {
  if (value === Infinity) return "∞";
  const power = Math.floor(Math.log10(value));
  if (!(power >= 4)) return String(value);
  return `${value / 10 ** power}·10${power < 10 ? superscripts[power] : `¹${superscripts[power - 10]}`}`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The cells that a picture shows. Whole cells: the domain ends between two. */
export function cellsIn(cells: readonly Cell[], [left, right]: View["domain"]): readonly Cell[] {
  return cells.filter(({ from, to }) => from >= left && to <= right);
}

/** The first of 2, 3, 4, 5, 6, 8 and 10 times a power of 10 that is not below a value: a scale rests while it grows. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) - 1e-9);
  const factor = [1, 2, 3, 4, 5, 6, 8].find((each) => each * power >= value - 1e-9) ?? 10;
  return Number((factor * power).toPrecision(1));
}
