import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTypedNumber } from "../../checks/typed-number.ts";

describe("parseTypedNumber", () => {
  test.each([
    ["0.345", 0.345, 0.0005],
    ["12", 12, 0.5],
    ["−1.2·10⁻³", -0.0012, 0.00005],
    ["-3.50", -3.5, 0.005],
    ["+7", 7, 0.5],
    ["6.02 × 10²³", 6.02e23, 0.5e21],
    ["12 %", 0.12, 0.005],
    ["8.87 nats", 8.87, 0.005],
    ["∞", Number.POSITIVE_INFINITY, 0],
    ["−∞", Number.NEGATIVE_INFINITY, 0],
    ["  0.5  ", 0.5, 0.05],
  ])("%j is %d, known to ± %d", (text, value, halfUnit) => {
    const typed = parseTypedNumber(text);
    expect(typed?.value).toBeCloseTo(value, 12);
    expect(typed?.halfUnit ?? Number.NaN).toBeCloseTo(halfUnit, 12);
  });

  test.each(["", "about half", "x = 3", ".5", "π"])("%j begins with no number", (text) => {
    expect(parseTypedNumber(text)).toBeUndefined();
  });

  test("a number typed with n decimals is within half a unit of the number that was rounded to it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (value, decimals) => {
          const typed = parseTypedNumber(value.toFixed(decimals));
          expect(Math.abs((typed?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(
            (typed?.halfUnit ?? 0) * (1 + 1e-6) + 1e-9,
          );
        },
      ),
    );
  });
});
