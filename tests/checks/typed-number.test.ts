import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTypedNumber, writeLike } from "../../checks/typed-number.ts";

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
    ["10,000", 10000, 0.5],
    ["1\u202F234\u202F567.5 nats", 1234567.5, 0.05],
    ["12,345.67 %", 123.4567, 0.00005],
  ])("%j is %d, known to ± %d", (text, value, halfUnit) => {
    const typed = parseTypedNumber(text);
    expect(typed?.value).toBeCloseTo(value, 12);
    expect(typed?.halfUnit ?? Number.NaN).toBeCloseTo(halfUnit, 12);
  });

  test.each(["", "about half", "x = 3", ".5", "π", "0,693", "1,23", "10,0000", "1.2.3", "1,234,56", "5·10"])(
    "%j begins with no number that can be read in one way only",
    (text) => {
      expect(parseTypedNumber(text)).toBeUndefined();
    },
  );

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

  test("what follows the number is its unit", () => {
    expect(parseTypedNumber("8.87 nats")?.unit).toBe("nats");
    expect(parseTypedNumber("12 % of them")?.unit).toBe("of them");
    expect(parseTypedNumber("1e-6")?.unit).toBe("e-6");
  });

  test("a value written as a number was typed is read back to within half a unit of its last digit", () => {
    const styles = ["1.000", "12", "−1.2·10⁻³", "3.45 × 10²", "12.5 %", "10,000.0", "+1.00 nats"];
    fc.assert(
      fc.property(
        fc.constantFrom(...styles),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (style, value) => {
          const typed = parseTypedNumber(style);
          const text = typed && writeLike(typed, value);
          const again = parseTypedNumber(text ?? "");
          expect(again?.unit).toBe(typed?.unit);
          expect(Math.abs((again?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(
            (again?.halfUnit ?? 0) * (1 + 1e-6) + 1e-9 * Math.abs(value),
          );
          expect(again && writeLike(again, again.value)).toBe(text);
        },
      ),
    );
  });
});
