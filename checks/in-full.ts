/** A number with all its digits, as readers see it: `−0.6931471805599453`, `∞`. */
export function printInFull(value: number): string {
  if (Number.isFinite(value)) return String(value).replaceAll("-", "−");
  return Number.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
}
