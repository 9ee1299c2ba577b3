/** Where an alphabet of mathematics begins in Unicode: capitals, small letters, and what else it has. */
interface Alphabet {
  readonly capitals: number;
  readonly small: number;
  readonly digits?: number;
  readonly greek?: readonly [capitals: number, small: number];
  /** Letters that Unicode had before it had the alphabet. */
  readonly known?: Readonly<Record<string, string>>;
}

/** The alphabets by the names that MathML 3 gives them; `normal` is no alphabet. */
const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: { capitals: 0x1d400, small: 0x1d41a, digits: 0x1d7ce, greek: [0x1d6a8, 0x1d6c2] },
  italic: { capitals: 0x1d434, small: 0x1d44e, greek: [0x1d6e2, 0x1d6fc], known: { h: "ℎ", ı: "𝚤", ȷ: "𝚥" } },
  "bold-italic": { capitals: 0x1d468, small: 0x1d482, greek: [0x1d71c, 0x1d736] },
  script: {
    capitals: 0x1d49c,
    small: 0x1d4b6,
    known: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" },
  },
  "bold-script": { capitals: 0x1d4d0, small: 0x1d4ea },
  fraktur: {
    capitals: 0x1d504,
    small: 0x1d51e,
    known: { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" },
  },
  "bold-fraktur": { capitals: 0x1d56c, small: 0x1d586 },
  "double-struck": {
    capitals: 0x1d538,
    small: 0x1d552,
    digits: 0x1d7d8,
    known: { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  },
  "sans-serif": { capitals: 0x1d5a0, small: 0x1d5ba, digits: 0x1d7e2 },
  "bold-sans-serif": { capitals: 0x1d5d4, small: 0x1d5ee, digits: 0x1d7ec },
  "sans-serif-italic": { capitals: 0x1d608, small: 0x1d622 },
  "sans-serif-bold-italic": { capitals: 0x1d63c, small: 0x1d656 },
  monospace: { capitals: 0x1d670, small: 0x1d68a, digits: 0x1d7f6 },
};

/**
 * A text in an alphabet of mathematics: `R` in `double-struck` is `ℝ`. Browsers know the attribute `mathvariant` no
 * longer, so that the letters must say it themselves. A character that the alphabet lacks stays as it is.
 */
export function setIn(variant: string, text: string): string {
  const alphabet = alphabets[variant];
  return alphabet === undefined ? text : [...text].map((letter) => letterIn(alphabet, letter)).join("");
}

/** Signs among the Greek capitals of an alphabet by their places, and those behind its small letters: TeX's `\phi`. */
const furtherCapitals: Readonly<Record<string, number>> = { ϴ: 17, "∇": 25 };
const furtherSmall = "∂ϵϑϰϕϱϖ";

function letterIn({ capitals, small, digits, greek, known }: Alphabet, letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const from = (first: number | undefined, start: string) =>
    first === undefined ? letter : String.fromCodePoint(first + code - (start.codePointAt(0) ?? 0));
  if (known?.[letter] !== undefined) return known[letter];
  if (/[A-Z]/.test(letter)) return from(capitals, "A");
  if (/[a-z]/.test(letter)) return from(small, "a");
  if (/[0-9]/.test(letter)) return from(digits, "0");
  if (/[Α-ΡΣ-Ω]/u.test(letter)) return from(greek?.[0], "Α");
  if (/[α-ω]/u.test(letter)) return from(greek?.[1], "α");
  const [further, symbol] = [furtherCapitals[letter], furtherSmall.indexOf(letter)];
  if (greek !== undefined && further !== undefined) return String.fromCodePoint(greek[0] + further);
  if (greek !== undefined && symbol !== -1) return String.fromCodePoint(greek[1] + 25 + symbol);
  return letter;
}
