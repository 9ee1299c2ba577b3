import { expect, test } from "vitest";
import { checkAddresses } from "../../course/check-course.ts";
import { compileCourse } from "../../course/compile-course.ts";
import { type Files, temporaryCourse } from "./temporary-course.ts";

const page = "# A\n\nText.\n";

async function compile(files: Files) {
  return compileCourse({ root: await temporaryCourse(files), experiments: new Map() });
}

async function findings(files: Files) {
  return (await compile(files)).mistakes.map(({ file, rule }) => [file, rule]);
}

test.each(["c#.md", "why?.md", "50% off.md", "a\\b.md", "tab\tbed.md"])(
  "a page cannot be called %j, which no link could reach",
  async (name) => {
    expect(await findings({ [`content/${name}`]: page })).toEqual([[`content/${name}`, "unusable-name"]]);
  },
);

test("nor can a picture that is shown; one that is not shown is nobody's concern", async () => {
  const text = "# A\n\n![A picture](a%23b.svg)\n";
  const files = { "content/a/index.md": text, "content/a/a#b.svg": "<svg/>", "content/a/c#.svg": "<svg/>" };
  expect(await findings(files)).toEqual([["content/a/a#b.svg", "unusable-name"]]);
});

test("two assignments cannot differ only in case, or in how an accent is encoded", () => {
  const assignmentAt = (address: string) => ({ address, data: { title: "A", absent: [] }, problems: [] });
  for (const [one, other] of [
    ["HW", "hw"],
    ["u\u0308", "\u00fc"],
  ] as const) {
    expect(checkAddresses([], [assignmentAt(one), assignmentAt(other)])).toMatchObject([
      { file: `content/${other}/assignment.yaml`, rule: "duplicate-address" },
    ]);
  }
});

test("an assignment is a folder, and none of the site's own", async () => {
  const title = "title: A\n";
  expect(await findings({ "content/p.md": page, "content/assignment.yaml": title })).toEqual([
    ["content/assignment.yaml", "misplaced-assignment"],
  ]);
  expect(await findings({ "content/Topics/p.md": page, "content/_astro/p.md": page })).toEqual([
    ["content/Topics/p.md", "reserved-address"],
    ["content/_astro/p.md", "reserved-address"],
  ]);
});

test("of two assignments around a problem, it belongs to the inner one", async () => {
  const numbered = `---\nnumber: 1\n---\n\n${page}`;
  const { assignments, mistakes } = await compile({
    "content/hw/assignment.yaml": "title: Outer\n",
    "content/hw/one.md": numbered,
    "content/hw/extra/assignment.yaml": "title: Inner\n",
    "content/hw/extra/one.md": numbered,
  });
  expect(mistakes).toEqual([]);
  expect(Object.fromEntries(assignments.map(({ address, problems }) => [address, problems]))).toEqual({
    hw: ["hw/one"],
    "hw/extra": ["hw/extra/one"],
  });
});

test.each(["!!!", " ", ".."])(
  "a topic cannot be called %j: its page would have no address",
  async (topic) => {
    const { mistakes } = await compile({ "content/a.md": `---\ntopics: ["${topic}"]\n---\n\n${page}` });
    expect(mistakes).toMatchObject([{ line: 2, column: 10, rule: "invalid-value" }]);
  },
);
