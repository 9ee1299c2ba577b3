/** Formulas on which Compute Engine 0.140.0 differs from the value by hand, and why. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  "\\int_{-1}^{1} |t|\\,dt":
    "it gives 0 once t has been assigned a value, and 1 (right) before: bound and assigned names are not kept apart",
};
