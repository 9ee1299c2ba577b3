import { expect, test } from "vitest";
import { variantsOf } from "../../../markdown/derivations/variants.ts";

const linesOf = (declared: readonly string[], defined: readonly string[] = []) =>
  variantsOf(
    {
      declared: declared.map((line) => [0, line] as const),
      defined: defined.map((tex) => [1, tex] as const),
      broken: [],
    },
    {},
    "1",
  ).map(({ line }) => line);

test("the constants of laws and definitions are changed one by one", () => {
  expect(linesOf(["R ~ Normal(1, 0.5)"])).toEqual(["R ~ Normal(1.3, 0.5)", "R ~ Normal(1, 0.585)"]);
  expect(linesOf([], ["P = 2x+y"])).toEqual(["P = 2.3x+y"]);
});

test("indices, exponents, fractions of two digits and domains are left as they are", () => {
  expect(linesOf(["x_1 in (0, 1)", "f(x) := x_1^2 + \\frac12 x^{2}"])).toEqual([]);
});
