import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, suggest, suggestion } from "../../mistakes/suggest.ts";

describe("editDistance", () => {
  test.each([
    ["kitten", "sitting", 3],
    ["titel", "title", 1],
    ["", "abc", 3],
    ["same", "same", 0],
    ["ca", "abc", 3],
  ])("%j and %j are %i apart", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test("is symmetric, zero only for equal strings, and at most the longer length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("suggest", () => {
  const known = ["statement", "hint", "answer", "solution"];

  test.each([
    ["hnt", "hint"],
    ["Statment", "statement"],
    ["SOLUTION", "solution"],
    ["anwser", "answer"],
  ])("%j is near to %j", (unknown, nearest) => {
    expect(suggest(unknown, known)).toBe(nearest);
  });

  test.each(["proof", "x", ""])("%j is near to none", (unknown) => {
    expect(suggest(unknown, known)).toBeUndefined();
  });

  test("of a long list, a hint names twelve and counts the others", () => {
    const names = Array.from({ length: 15 }, (_, index) => `name-${index}`);
    expect(suggestion("other", names)).toMatch(/^Known: `name-0`, .*`name-11` and 3 more\.$/);
    expect(suggestion("nmae-14", names)).toMatch(/^Did you mean `name-14`\? Known: /);
  });
});
