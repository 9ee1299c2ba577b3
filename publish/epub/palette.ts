/** The site's colours on paper, for readers that know no custom properties; `styles/tokens.css` has them as OKLCH. */
export const palette: Readonly<Record<string, string>> = {
  paper: "#fcfbf7",
  "paper-2": "#f5f4ef",
  ink: "#231e19",
  "ink-2": "#524c46",
  "ink-3": "#6e6862",
  hairline: "#d7d4cd",
  accent: "#5043a3",
  p: "#0064b5",
  q: "#9b4805",
  encoder: "#007373",
  decoder: "#9a3289",
  correct: "#2b7440",
  imprecise: "#815c0a",
  wrong: "#b71920",
  unknown: "#5d6372",
};

/** A value without custom properties: `var(--p)` becomes its colour, one that has none the colour of the text. */
export function resolveColours(value: string): string {
  return value.replaceAll(
    /var\(--([\w-]+)(?:\s*,[^()]*)?\)/g,
    (_whole, name: string) => palette[name] ?? "currentColor",
  );
}
