import { expect, test } from "vitest";
import { compileText } from "./compile-text.ts";

test.each([
  ["fractions", `${"\\frac{1}{".repeat(4000)}x${"}".repeat(4000)}`],
  ["braces", "{".repeat(30_000)],
  ["brackets", `${"\\left(".repeat(4000)}x${"\\right)".repeat(4000)}`],
])("a formula of thousands of %s in each other is a mistake at the formula", async (_, tex) => {
  const { mistakes } = await compileText(`# Deep\n\nBefore.\n\n$$ ${tex} $$\n\nThen $x^2^3$.\n`);
  expect(mistakes).toMatchObject([
    { line: 5, column: 1, rule: "too-deep" },
    { line: 7, column: 10, rule: "tex" },
  ]);
});

test.each([">", "> - "])("a text of thousands of %j in each other is a mistake at its line", async (mark) => {
  const { mistakes } = await compileText(`# Deep\n\n- One.\n\n${mark.repeat(3000)}x\n`);
  expect(mistakes).toMatchObject([{ line: 5, column: 1, rule: "too-deep" }]);
});
