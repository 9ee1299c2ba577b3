import type { Source } from "../markdown/source.ts";
import type { Mistake } from "../mistakes/mistake.ts";

/** What may not stand in a picture: it would run, or load something, when the picture is opened at its own address. */
const unsafe: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/<\s*(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|handler|set|animate\w*)\b/i, "an element"],
  [/[\s"'/]on[a-z]+\s*=/i, "an event handler"],
  [/(?:javascript|vbscript)\s*:/i, "a script address"],
  [/<!(?:DOCTYPE|ENTITY)[^>]*\[/i, "an entity declaration"],
  [/<\?xml-stylesheet/i, "a style sheet"],
  [
    /(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpe?g|gif|webp);)[^"'\s]/i,
    "an address outside the picture",
  ],
  [
    /(?:url\(\s*["']?|@import\s+["']?)\s*(?!#|data:image\/(?:png|jpe?g|gif|webp);)[^"')\s]/i,
    "an address outside the picture",
  ],
];

/**
 * Refuses a contributed SVG that could run a script or load another file. In a page a picture can do neither; opened
 * at its own address it could, outside the page's Content-Security-Policy.
 */
export function checkSvg(source: Source): Mistake[] {
  const text = source.text.replace(/<!--[\s\S]*?-->/g, (comment) => " ".repeat(comment.length));
  return unsafe.flatMap(([pattern, name]) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    return [
      {
        file: source.path,
        ...source.locate(match.index),
        rule: "unsafe-image",
        what: `The picture holds ${name}, which is not allowed: \`${match[0].trim().slice(0, 40)}\``,
        hint: "A picture holds shapes and text only. Export it as plain SVG, or as PNG.",
        severity: "error" as const,
      },
    ];
  });
}
