import { expect, test } from "vitest";
import { compileText } from "../compile-text.ts";

const mistakesOf = async (...lines: readonly string[]) =>
  (await compileText(`# T\n\n\`\`\`symbols\n${lines.join("\n")}\n\`\`\`\n`)).mistakes;

test("a special value is warned of, at its line", async () => {
  const [mistake, more] = await mistakesOf("x in (0, 1)", "a := 1");
  expect(mistake).toMatchObject({ line: 5, column: 1, rule: "special-value", severity: "warning" });
  expect(mistake?.what).toBe(
    "The declaration has the special value 1: a factor or power of it hides mistakes",
  );
  expect(mistake?.hint).toBe("Declare a domain; where it is meant, end the line with `% special`.");
  expect(more).toBeUndefined();
});

test("a special value that is meant is no mistake", async () => {
  expect(await mistakesOf("a := 1 % special: the exercise says so")).toEqual([]);
});
