import { describe, expect, test } from "vitest";
import { createScope, evaluate } from "../../derivation/index.ts";
import { macros, scopeOf } from "./setting.ts";

const tex = String.raw;
const scope = scopeOf(tex`c_0, c_1 in (0.1, 3)
D := c_0^2 + c_1^2`);

describe("evaluate", () => {
  test("takes names as they are written", () => {
    expect(
      evaluate({ tex: tex`\frac{c_1^4}{D^2}`, macros, scope, point: { c_0: 1, "c_{1}": 2 } }),
    ).toBeCloseTo(16 / 25, 15);
  });

  test("declares the names that only the point knows", () => {
    expect(
      evaluate({
        tex: tex`\log\frac{s_2}{s_1}`,
        macros,
        scope: createScope(),
        point: { s_1: 1, s_2: Math.E },
      }),
    ).toBeCloseTo(1, 15);
  });

  test("takes the last side that is no rounding", () => {
    expect(evaluate({ tex: tex`L = \log 2 \approx 0.693`, macros, scope, point: {} })).toBe(Math.LN2);
  });

  test("passes over a last side that it cannot read", () => {
    expect(evaluate({ tex: tex`1 + 1 = \theta^{(t)}`, macros, scope, point: {} })).toBe(2);
  });

  test("leaves the scope as it is", () => {
    evaluate({ tex: "L = 3", macros, scope, point: {} });
    expect(scope.find("L")).toBeUndefined();
  });

  test.each([
    [tex`c_0 + 1`, /the point gives no value for c_\{0\}/],
    [tex`\log(-1)`, /undefined at this point/],
    [tex`w + 1`, /undeclared w/],
    ["", /no formula/],
  ])("%s is refused", (formula, reason) => {
    expect(() => evaluate({ tex: formula, macros, scope, point: {} })).toThrow(reason);
  });
});
