import { expect, test } from "vitest";
import { readBuiltSite } from "../../publish/built-site.ts";
import { readCourseMap } from "../../publish/course-map.ts";
import { writeSite } from "./sites.ts";

const page = (kind: string, title: string, body = "") =>
  `<!doctype html><html data-root="/c/"><meta property="og:title" content="${title}">${kind && `<meta name="ansatz-page" content="${kind}">`}${body}`;

test("an assignment has the problems that it links to, in its order, each once", async () => {
  const folder = await writeSite({
    "index.html": page("", "Course", '<a href="hw/">'),
    "hw/index.html": page(
      "assignment",
      "Homework &amp; more",
      '<a href="b/"><a href="/c/hw/a/#x"><a href="b/#y"><a href="../"><a href="https://a.example/">',
    ),
    "hw/a/index.html": page("problem", "A"),
    "hw/b/index.html": page("problem", "B", '<a href="../a/">'),
    "loose/index.html": page("problem", "Loose"),
    "404.html": page("", "Not found"),
  });
  const map = await readCourseMap(await readBuiltSite(folder));
  expect(
    [...map.values()].map(({ address, kind, title, problems }) => [address, kind, title, problems]),
  ).toEqual([
    ["hw/a", "problem", "A", []],
    ["hw/b", "problem", "B", []],
    ["hw", "assignment", "Homework & more", ["hw/b", "hw/a"]],
    ["loose", "problem", "Loose", []],
  ]);
});
