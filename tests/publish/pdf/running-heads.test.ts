import { expect, test } from "vitest";
import type { CourseMap, MapPage } from "../../../publish/course-map.ts";
import { runningHeads } from "../../../publish/pdf/running-heads.ts";

const problem: MapPage = {
  kind: "problem",
  address: "hw/p1",
  path: "hw/p1/index.html",
  title: 'A "b" \\ </style>',
  problems: [],
};
const assignment: MapPage = {
  kind: "assignment",
  address: "hw",
  path: "hw/index.html",
  title: "Homework",
  problems: ["hw/p1"],
};
const map: CourseMap = new Map([assignment, problem].map((page) => [page.address, page]));

test("each problem's pages have its title, and the first page has none", () => {
  const css = runningHeads("Course", assignment, map);
  expect(css).toContain("main > .single-part:nth-of-type(1) { page: problem-1 }");
  expect(css).toContain("@page problem-1 { @top-right { content:");
  expect(css).toContain("@page :first { @top-left { content: none }");
});

test("a title cannot end the string or the style", () => {
  const css = runningHeads("Course", assignment, map);
  expect(css).toContain('content: "A \\22 b\\22  \\5c  \\3c /style>"');
});
