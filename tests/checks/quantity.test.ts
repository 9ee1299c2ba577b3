import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, link } from "./thirds.ts";

describe("a number of the prose is right", () => {
  test.each([
    ["0.333", "third", {}],
    ["0.3333333333", "third", {}],
    ["0.667 nats", "third", { x: "2" }],
    ["0.7 nat", "third", { x: "2" }],
    ["−0.33", "third", { x: "-1" }],
    ["0.34", "third", { tol: "0.01" }],
    ["33 %", "share", {}],
    ["3.33·10⁻¹", "share", {}],
    ["∞", "infinite", {}],
    ["∞ nats", "infinite", {}],
    ["1.0", "rough", {}],
    ["3,333", "big", {}],
  ])("%j for %s at %j", (text, name, query) => {
    expect(check(text, name, query).mistake).toBeUndefined();
  });

  test("and comes with the value in full, the parameters that it was computed at, and both bounds", () => {
    const checked = check("0.667", "third", { x: "2" });
    expect(checked).toMatchObject({ value: 2 / 3, values: { x: 2 }, error: 1e-12 });
    expect(checked.tolerance).toBeCloseTo(0.0005 + 1e-12, 15);
  });

  test("however many of its digits are typed, and with no other last digit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 0, max: 9 }),
        (n, decimals) => {
          const value = n / 1000 / 3;
          const x = String(n / 1000);
          const text = value.toFixed(decimals);
          expect(check(text, "third", { x }).mistake).toBeUndefined();
          for (const step of [-2, 2]) {
            const other = (Number(text) + step * 10 ** -decimals).toFixed(decimals);
            expect(check(other, "third", { x }).mistake?.rule).toBe("quantity-mismatch");
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a number of the prose is a mistake", () => {
  test.each([
    ["quantity-mismatch", "0.334", "third", {}],
    ["quantity-mismatch", "0.35", "third", { tol: "0.01" }],
    ["quantity-mismatch", "1", "infinite", {}],
    ["quantity-mismatch", "−∞", "infinite", {}],
    ["quantity-mismatch", "∞", "third", {}],
    ["quantity-mismatch", "0.333 %", "share", {}],
    ["quantity-digits", "1.004", "rough", {}],
    ["quantity-digits", "1.000", "rough", {}],
    ["quantity-digits", "1.0", "rough", { tol: "0.001" }],
    ["quantity-without-number", "a third", "third", {}],
    ["quantity-without-number", "0,333", "third", {}],
    ["quantity-unit", "0.333 bits", "third", {}],
    ["quantity-unit", "33 %", "third", {}],
    ["quantity-unit", "0.333 nats", "share", {}],
    ["quantity-unit", "0.333e0", "third", {}],
    ["quantity-parameter", "0.333", "third", { x: "11" }],
    ["quantity-parameter", "0.333", "third", { x: "" }],
    ["quantity-parameter", "0.333", "third", { x: "one" }],
    ["quantity-tolerance", "0.333", "third", { tol: "wide" }],
    ["quantity-tolerance", "0.333", "third", { tol: "-1" }],
    ["quantity-tolerance", "0.333", "third", { tol: "" }],
    ["experiment-failed", "0.333", "undefined", {}],
    ["experiment-failed", "∞", "undefined", {}],
  ])("%s: %j for %s at %j", (rule, text, name, query) => {
    expect(check(text, name, query).mistake).toMatchObject({
      rule,
      file: "content/a.md",
      line: 3,
      column: 5,
    });
  });

  test.each([
    [" bits, say", "third", "quantity-unit"],
    [" nats more", "third", undefined],
    [" of the bits", "third", undefined],
    [" %", "share", "quantity-unit"],
    [" nats", "share", "quantity-unit"],
  ])("where the word behind it is another unit: %j behind %s", (after, name, rule) => {
    const found = check("0.333", name, {}, { after });
    expect(found.mistake?.rule).toBe(rule);
  });

  test("the hint has the right number with the digits that were typed", () => {
    expect(check("0.334").mistake?.hint).toContain("`[0.333](quantity:…)`");
    expect(check("0.3").mistake).toBeUndefined();
    expect(check("5", "infinite").mistake?.hint).toContain("`[∞](quantity:…)`");
    expect(check("34 %", "share").mistake?.hint).toContain("`[33 %](quantity:…)`");
    expect(check("∞", "third").mistake?.hint).toContain("the digits that you mean");
  });

  test("a link that names no formula has none to contradict", () => {
    expect(link("0.333").context).toBeUndefined();
    expect(check("0.333").formula).toBeUndefined();
  });
});
