import { describe, expect, test } from "vitest";
import {
  compareMistakes,
  countMistakes,
  formatReport,
  type Mistake,
  MistakesError,
} from "../../mistakes/mistake.ts";

const mistake = (more: Partial<Mistake> = {}): Mistake => ({
  file: "content/a.md",
  line: 1,
  column: 1,
  rule: "tex",
  what: "Broken TeX",
  hint: "Mend it.",
  severity: "error",
  ...more,
});

describe("a report", () => {
  test("names place, severity, what and rule in one line, then what to do", () => {
    expect(formatReport([mistake({ line: 48, column: 3 })])).toBe(
      "content/a.md:48:3  error: Broken TeX [tex]\n    hint: Mend it.\n\n1 error in 1 file",
    );
  });

  test("is ordered by file, line and column, whoever found what first", () => {
    const list = [
      mistake({ file: "content/b.md" }),
      mistake({ line: 10 }),
      mistake({ line: 9, column: 20 }),
      mistake({ line: 9, column: 3 }),
    ];
    const places = list
      .toSorted(compareMistakes)
      .map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(places).toEqual([
      "content/a.md:9:3",
      "content/a.md:9:20",
      "content/a.md:10:1",
      "content/b.md:1:1",
    ]);
    expect(formatReport(list)).toBe(formatReport(list.toReversed()));
  });

  test("is empty where there are no mistakes", () => {
    expect(formatReport([])).toBe("");
  });

  test.each([
    [1, 0, "1 error in 1 file"],
    [2, 1, "2 errors and 1 warning in 1 file"],
    [0, 2, "2 warnings in 1 file"],
  ])("counts %i errors and %i warnings as “%s”", (errors, warnings, words) => {
    const list = [
      ...Array.from({ length: errors }, () => mistake()),
      ...Array.from({ length: warnings }, () => mistake({ severity: "warning" })),
    ];
    expect(countMistakes(list)).toBe(words);
  });

  test("is the message of the error that ends a build", () => {
    const error = new MistakesError([mistake()]);
    expect(error.message).toContain("content/a.md:1:1  error: Broken TeX [tex]");
    expect(error.mistakes).toHaveLength(1);
  });
});
