/** A text as XML: what XML cannot hold is left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

const scripts = [
  {
    signs: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
    plain: "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    shift: "sub",
  },
  { signs: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵀ", plain: "0123456789+−=()inT", shift: "super" },
] as const;

/** Raised and lowered signs in the text of an SVG as shifted signs: of most of them the faces have no glyphs. */
export function shiftScripts(svg: string): string {
  return svg.replace(/>[^<>]+</g, (text) =>
    scripts.reduce((shifted, { signs, plain, shift }) => {
      return shifted.replace(new RegExp(`[${signs}]+`, "g"), (run) => {
        const level = [...run].map((sign) => plain[signs.indexOf(sign)]).join("");
        return `<tspan baseline-shift="${shift}" font-size="70%">${level}</tspan>`;
      });
    }, text),
  );
}
