const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number with so many significant digits, as it is printed: `0.031`, `−4.4 × 10⁻¹⁶`. */
export function printed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value).replace("-", "−").replace("Infinity", "∞");
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e6))
    return String(Number(value.toPrecision(digits))).replace("-", "−");
  const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
  const raised = [...exponent.replace("+", "")].map((sign) => superscripts[Number(sign)] ?? "⁻");
  return `${String(Number(mantissa)).replace("-", "−")} × 10${raised.join("")}`;
}

/** Two significant digits: enough for an error. */
export function shortNumber(value: number): string {
  return printed(value, 2);
}
