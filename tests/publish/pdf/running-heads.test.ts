import { expect, test } from "vitest";
import { runningHeads } from "../../../publish/pdf/running-heads.ts";

const title = 'A "b" \\ </style>';

test("each problem's pages have its title", () => {
  const css = runningHeads("Course", "Homework", ["One", title]);
  expect(css).toContain("main > .single-part:nth-of-type(2) { page: problem-2 }");
  expect(css).toContain('@page problem-1 { @top-right { content: "One" } }');
  expect(css).not.toContain(":first");
});

test("the first page of an assignment has none", () => {
  const css = runningHeads("Course", "Homework", []);
  expect(css).toContain("@page :first { @top-left { content: none }");
});

test("a title cannot end the string or the style", () => {
  const css = runningHeads("Course", "Homework", [title]);
  expect(css).toContain('content: "A \\22 b\\22  \\5c  \\3c /style>"');
});
