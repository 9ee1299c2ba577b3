/** The colours of the mark, as `#rrggbb`. */
export interface MarkColours {
  readonly ground: string;
  readonly letter: string;
  readonly bar: string;
}

/**
 * The mark of Ansatz: the letter A whose bar is the sign for “about equal”, drawn as strokes on a square of 64 units.
 * `margin` is the free space around it in units; systems that cut icons into shapes want a fifth of the side.
 */
export function renderMark({ ground, letter, bar }: MarkColours, margin: number): string {
  const scale = (64 - 2 * margin) / 64;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke-linecap="round" stroke-linejoin="round">',
    `<rect width="64" height="64" fill="${ground}"/>`,
    `<g transform="translate(${margin} ${margin}) scale(${scale})" stroke-width="5.5">`,
    `<path d="M8 59 32 5l24 54" stroke="${letter}"/>`,
    `<g stroke="${bar}" stroke-width="4"><path d="M24 38c2.7-4 5.3-4 8 0s5.3 4 8 0"/>`,
    '<path d="M24 48c2.7-4 5.3-4 8 0s5.3 4 8 0"/></g></g></svg>',
  ].join("");
}
