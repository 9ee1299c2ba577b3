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
  { digits: "₀₁₂₃₄₅₆₇₈₉₊₋", shift: "sub" },
  { digits: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", shift: "super" },
] as const;

/** Raised and lowered digits in the text of an SVG as shifted digits: of most of them the faces have no glyphs. */
export function shiftScripts(svg: string): string {
  return svg.replace(/>[^<>]+</g, (text) =>
    scripts.reduce((shifted, { digits, shift }) => {
      return shifted.replace(new RegExp(`[${digits}]+`, "g"), (run) => {
        const plain = [...run].map((digit) => "0123456789+−"[digits.indexOf(digit)]).join("");
        return `<tspan baseline-shift="${shift}" font-size="70%">${plain}</tspan>`;
      });
    }, text),
  );
}
