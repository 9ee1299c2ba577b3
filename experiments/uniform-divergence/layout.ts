import type { Piece } from "./divergence.ts";

/** The stretch of the real line that the figure shows: every end of a support, and a little more. */
export const domain = [-1.15, 3.15] as const;

/** The figure's size and margins, in the picture's own units; y runs from the top edge down. */
export const size = {
  width: 640,
  height: 540,
  marginTop: 0,
  marginRight: 62,
  marginBottom: 34,
  marginLeft: 34,
} as const;

/** Where the panels lie: of the densities, of the forward and of the reverse integral. */
export const panels = {
  densities: { top: 40, bottom: 186 },
  forward: { top: 242, bottom: 346 },
  reverse: { top: 402, bottom: 506 },
} as const;

/** A stretch of the picture's height. */
type Band = (typeof panels)[keyof typeof panels];

/** A panel of the figure, in which a value has a height. */
export interface Panel {
  /** Where a value stands, in the picture's units from its top edge. */
  y(value: number): number;
  /** Where ∞ stands, and the panel begins. */
  readonly top: number;
  readonly bottom: number;
  /** The values that are written beside the panel, ascending. */
  readonly ticks: readonly number[];
}

/** The panel of the densities: 0 at its bottom, the highest density at its top; a tick may stand a little above. */
export function densityPanel(highest: number): Panel {
  const { top, bottom } = panels.densities;
  const tick = roundNumbers.findLast((value) => value <= 1.1 * highest) ?? highest;
  return { top, bottom, ticks: [0, tick], y: (value) => bottom - ((bottom - top) * value) / highest };
}

/** Share of an integral's panel that lies between its largest number and ∞. */
const gap = 0.25;

/** A panel with room for the finite values of both integrals, so that heights compare; ∞ stands above a gap. */
export function integralPanel({ top, bottom }: Band, own: readonly Piece[], other: readonly Piece[]): Panel {
  const values = [...own, ...other]
    .flatMap(({ integrand, after }) => [integrand, after])
    .filter(Number.isFinite);
  const largest = Math.max(1, ...values);
  const highest = roundNumbers.find((value) => value >= largest - 1e-9) ?? largest;
  const lowest = Math.min(-0.4, ...values);
  const ceiling = top + gap * (bottom - top);
  const y = (value: number): number =>
    value === Infinity ? top : bottom - ((bottom - ceiling) * (value - lowest)) / (highest - lowest);
  const isInfinite = own.some(({ integrand }) => integrand === Infinity);
  return { top, bottom, ticks: isInfinite ? [0, highest, Infinity] : [0, highest], y };
}

/** Where a scale ends: it rests while a value grows, then takes the next. */
const roundNumbers = [0.2, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
