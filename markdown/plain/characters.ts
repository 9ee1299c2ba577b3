/** Pairs of equally long texts as a table from each character of the first to that of the second. */
function pair(plain: string, set: string): Record<string, string> {
  const characters = [...set];
  return Object.fromEntries(
    [...plain].map((character, index) => [character, characters[index] ?? character]),
  );
}

/** Characters that Unicode has as superscripts. */
export const superscripts: Readonly<Record<string, string>> = pair(
  "0123456789+−-=()nixyzabcdefghjklmoprstuvwTαβγδ⊤*",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣʸᶻᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷᵀᵅᵝᵞᵟᵀ*",
);

/** Characters that Unicode has as subscripts. */
export const subscripts: Readonly<Record<string, string>> = pair(
  "0123456789+−-=()aehijklmnoprstuvxβγρφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);

/** Accents by what MathML writes above a letter: the mark that joins a letter, and its name before longer texts. */
export const accents: Readonly<Record<string, { readonly mark: string; readonly name: string }>> = {
  "^": { mark: "\u0302", name: "hat" },
  ˆ: { mark: "\u0302", name: "hat" },
  "~": { mark: "\u0303", name: "tilde" },
  "˜": { mark: "\u0303", name: "tilde" },
  ˉ: { mark: "\u0304", name: "bar" },
  "¯": { mark: "\u0304", name: "mean" },
  "‾": { mark: "\u0304", name: "mean" },
  "→": { mark: "\u20D7", name: "vector" },
  "⃗": { mark: "\u20D7", name: "vector" },
  "˙": { mark: "\u0307", name: "derivative" },
};

const struck = pair("CHNPQRZ", "ℂℍℕℙℚℝℤ");
const scripts = pair("BEFHILMR", "ℬℰℱℋℐℒℳℛ");

/** Capital letters with a double stroke: `𝔼`. */
export function doubleStruck(text: string): string {
  return capitals(text, 0x1d538, struck);
}

/** Script capitals: `𝒩`. */
export function script(text: string): string {
  return capitals(text, 0x1d49c, scripts);
}

function capitals(text: string, first: number, exceptions: Readonly<Record<string, string>>): string {
  return text.replace(
    /[A-Z]/g,
    (letter) => exceptions[letter] ?? String.fromCodePoint(first + letter.charCodeAt(0) - 65),
  );
}
