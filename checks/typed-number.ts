/** A number as an author typed it: its value and how far the digits reach. */
export interface TypedNumber {
  readonly value: number;
  /** Half a unit of the last typed digit; 0 for ∞. */
  readonly halfUnit: number;
}

const pattern = /^([+\-−])?(?:(∞)|(\d+)(?:\.(\d+))?)(?:\s*[·×]\s*10([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\s*(%)?/;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Parses the number at the beginning of a text, a unit may follow: `0.693`, `−1.2·10⁻³`, `12 %`, `8.87 nats`, `∞`.
 * Undefined where there is none.
 */
export function parseTypedNumber(text: string): TypedNumber | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, infinity, whole = "0", fraction = "", exponent, percent] = match;
  const signed = sign === "-" || sign === "−" ? -1 : 1;
  if (infinity !== undefined) return { value: signed * Number.POSITIVE_INFINITY, halfUnit: 0 };
  const power = (exponent === undefined ? 0 : parseSuperscript(exponent)) - (percent === undefined ? 0 : 2);
  return {
    value: signed * Number(`${whole}.${fraction}e${power}`),
    halfUnit: 0.5 * Number(`1e${power - fraction.length}`),
  };
}

function parseSuperscript(text: string): number {
  const digits = [...text.replace(/[⁺⁻]/, "")].map((digit) => superscripts.indexOf(digit)).join("");
  return text.startsWith("⁻") ? -Number(digits) : Number(digits);
}
