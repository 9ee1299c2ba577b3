/** A number as an author typed it: its value, how far its digits reach, and the unit behind it. */
export interface TypedNumber {
  readonly value: number;
  /** Half a unit of the last typed digit; 0 for ∞. */
  readonly halfUnit: number;
  /** What follows the number, without the space before it: "nats"; empty where nothing does. */
  readonly unit: string;
  /** How it was written, so that another value can be written the same way. */
  readonly style: NumberStyle;
}

/** How a number is written. */
export interface NumberStyle {
  readonly isInfinite: boolean;
  /** The minus sign that its author writes: U+2212, or the hyphen. */
  readonly minus: string;
  /** A plus sign before a positive number. */
  readonly plus: "" | "+";
  /** What stands between groups of three digits; empty where they are not grouped. */
  readonly separator: string;
  readonly decimals: number;
  /** What stands between mantissa and the power of ten ("·10", " × 10"); absent where there is no power. */
  readonly times?: string;
  /** The percent sign with the space before it; empty where there is none. */
  readonly percent: string;
  /** The unit with the space before it. */
  readonly rest: string;
}

const space = "[ \\u00A0\\u2009\\u202F]";
const grouped = `\\d{1,3}(?:([,\\u00A0\\u2009\\u202F])\\d{3}(?!\\d)(?:\\3\\d{3}(?!\\d))*)`;
const pattern = new RegExp(
  `^([+\\-−])?(?:(∞)|(?:${grouped}|\\d+)(?:\\.(\\d+))?(?:(${space}*[·×]${space}*10)([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(${space}*%)?)(.*)$`,
  "us",
);
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Parses a number with what follows it: `0.693`, `−1.2·10⁻³`, `12 %`, `10,000`, `8.87 nats`, `∞`. Undefined where the
 * text begins with no number, or with one that could be read in two ways (`0,693`, `1,23`).
 */
export function parseTypedNumber(text: string): TypedNumber | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [all, sign = "", infinity, separator = "", fraction = "", times, exponent, percent = "", rest = ""] =
    match;
  if (/^[\d.,·×⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(rest) || (separator === "," && /^[+\-−]?0/.test(all))) return undefined;
  const signed = sign === "-" || sign === "−" ? -1 : 1;
  const style = {
    isInfinite: infinity !== undefined,
    minus: sign === "-" ? "-" : "−",
    plus: sign === "+" ? ("+" as const) : ("" as const),
    separator,
    decimals: fraction.length,
    ...(times === undefined ? {} : { times }),
    percent,
    rest,
  };
  const unit = rest.trim();
  if (style.isInfinite) return { value: signed * Number.POSITIVE_INFINITY, halfUnit: 0, unit, style };
  const power = (exponent === undefined ? 0 : parseSuperscript(exponent)) - (percent === "" ? 0 : 2);
  const digits = (/^[+\-−]?([\d,\u00A0\u2009\u202F]*\d)/u.exec(all)?.[1] ?? "0").replace(/\D/g, "");
  return {
    value: signed * Number(`${digits}.${fraction}e${power}`),
    halfUnit: 0.5 * Number(`1e${power - fraction.length}`),
    unit,
    style,
  };
}

function parseSuperscript(text: string): number {
  const digits = [...text.replace(/[⁺⁻]/, "")].map((digit) => superscripts.indexOf(digit)).join("");
  return text.startsWith("⁻") ? -Number(digits) : Number(digits);
}

/**
 * Another value, written as a number was typed: with as many decimals, the same signs, separators and unit. Undefined
 * where that cannot be done: how many digits are meant is not known of ∞, and NaN is no value.
 */
export function writeLike({ style }: TypedNumber, value: number): string | undefined {
  if (Number.isNaN(value)) return undefined;
  const sign = value < 0 ? style.minus : style.plus;
  if (!Number.isFinite(value)) return `${sign}∞${style.rest}`;
  if (style.isInfinite) return undefined;
  const scaled = Math.abs(value) * (style.percent === "" ? 1 : 100);
  const [mantissa, power] = style.times === undefined ? [scaled, ""] : normalized(scaled, style);
  const digits = mantissa.toFixed(style.decimals);
  if (digits.includes("e")) return undefined;
  const [whole = "", fraction] = digits.split(".");
  const groups = style.separator === "" ? whole : whole.replace(/\B(?=(\d{3})+$)/g, style.separator);
  const isZero = /^[0.]*$/.test(digits);
  const number = `${isZero && value < 0 ? "" : sign}${groups}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${number}${power}${style.percent}${style.rest}`;
}

/** Mantissa in [1, 10), also after it is rounded, and its power of ten as text. */
function normalized(value: number, { decimals, times = "·10" }: NumberStyle): readonly [number, string] {
  const [mantissa = "0", exponent = "0"] = value.toExponential(decimals).split("e");
  const raised = exponent.replace(/^\+/, "").replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);
  return [Number(mantissa), `${times}${raised.replace("-", "⁻")}`];
}
