import { describe, expect, test } from "vitest";
import { findNamed, parseShortForm } from "../../search/short-forms.ts";

describe("a short form", () => {
  test.each([
    "2b",
    "2 b",
    "2(b)",
    "2 (b)",
    "2.b",
    "hw 2b",
    "HW 2 b",
    "problem 2 b",
    "Problem 2 (b)",
    "p2b",
    "P. 2b",
    "prob. 2 part b",
    "question 2b",
    "exercise 2 (B)",
  ])("as “%s” is part (b) of problem 2", (query) => {
    expect(parseShortForm(query)).toMatchObject({ assignment: undefined, problem: "2", part: "b" });
  });

  test.each(["hw 3 2b", "hw 3, problem 2 b", "homework 3.2 (b)", "ps3-2b", "Assignment 3: 2b"])(
    "as “%s” names the assignment too",
    (query) => {
      expect(parseShortForm(query)).toEqual({ assignment: "3", problem: "2", part: "b" });
    },
  );

  test("of a part within a part has both letters", () => {
    expect(parseShortForm("2 (a)(ii)")).toMatchObject({ problem: "2", part: "aii" });
  });

  test("without a letter is the problem itself", () => {
    expect(parseShortForm("problem 2")).toMatchObject({ problem: "2", part: "" });
  });

  test.each(["", "b", "2 beans", "divergence 2b", "equation 2", "2b or not 2b", "0.5", "1 + 1"])(
    "“%s” is none",
    (query) => {
      expect(parseShortForm(query)).toBeUndefined();
    },
  );
});

describe("what a query names outright", () => {
  const entries = [
    { short: ["1", "2", ""] },
    { short: ["1", "2", "b"], tag: "7K3F" },
    { short: ["3", "2", "b"] },
    { tag: "2XTN" },
    {},
  ] as const;

  test("is the part, of every assignment unless the query says which", () => {
    expect(findNamed("2b", entries)).toEqual([1, 2]);
    expect(findNamed("hw 3 2b", entries)).toEqual([2]);
    expect(findNamed("hw 4 2b", entries)).toEqual([]);
  });

  test.each(["7K3F", "7k3f", " 7k3F "])("is the place of the tag “%s”, in any case", (query) => {
    expect(findNamed(query, entries)).toEqual([1]);
  });

  test("is nothing for a tag that nobody has", () => {
    expect(findNamed("9999", entries)).toEqual([]);
  });
});
