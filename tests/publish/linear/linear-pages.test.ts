import katex from "katex";
import { expect, test } from "vitest";
import { readBuiltSite } from "../../../publish/built-site.ts";
import { readCourseMap } from "../../../publish/course-map.ts";
import type { Choice } from "../../../publish/linear/choice.ts";
import { readLinearPages } from "../../../publish/linear/linear-pages.ts";
import { readProvenance } from "../../../publish/provenance.ts";
import { writeSite } from "../sites.ts";

const page = (kind: string, content: string) =>
  `<!doctype html><html lang="en" data-root="/"><head><meta name="ansatz-page" content="${kind}"></head><body><main id="main">${content}</main></body></html>`;
const tex = "\\int_0^1 \\log\\frac{1}{1-x} \\, dx = 1";
const marked = `<h1>One</h1><article><section class="block block-statement"><p>What is its mean?</p></section>
<section class="block block-solution"><p>The mean is the area that lies to its left.</p>${katex.renderToString(tex)}</section></article>`;

async function read(choice: Choice) {
  const folder = await writeSite({
    "index.html": page("course", ""),
    "hw/index.html": page("assignment", '<a href="one/">One</a><a href="two/">Two</a>'),
    "hw/one/index.html": page("problem", marked),
    "hw/two/index.html": page("problem", "<h1>Two</h1><article><p>All in one block.</p></article>"),
  });
  const site = await readBuiltSite(folder);
  const map = await readCourseMap(site);
  const said: string[] = [];
  const assignment = map.get("hw");
  if (assignment === undefined) throw new Error("the assignment is missing");
  const request = {
    ...{ site, map, provenance: await readProvenance(site), to: "", name: "", only: [], options: {} },
    ...{ made: new Map(), say: (step: string, done: string) => said.push(`${step}: ${done}`) },
  };
  return { said, ...(await readLinearPages(request, assignment, choice)) };
}

test("a problem that marks nothing is kept whole, and that is said", async () => {
  const { said, problems } = await read({ solutions: "none", hints: "open" });
  expect(said).toEqual([
    "unmarked: hw/two marks no solution and no answer, so all of its text is in the copy",
  ]);
  expect(problems[1]?.text).toContain("All in one block.");
  expect((await read({ solutions: "full", hints: "open" })).said).toEqual([]);
});

test("a copy that says what was left out is refused: in a sentence, a formula, a description, a title", async () => {
  const { problems, audit } = await read({ solutions: "none", hints: "open" });
  expect(() => audit(problems.map(({ text }) => text).join(""), "the copy")).not.toThrow();
  const leaks = [
    "<p>We know that the mean is the area that lies there.</p>",
    `<h2>${katex.renderToString(`I = ${tex}`)}</h2>`,
    '<svg role="img" aria-label="The area that lies to its left, shaded"></svg>',
    '<a title="area that lies to its left">1</a>',
    '<html><head><meta name="description" content="The mean is the area that lies left"></head></html>',
  ];
  for (const leak of leaks)
    expect(() => audit(leak, "the copy"), leak).toThrow("the copy would say what it must not");
});
