import { expect, test } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import type { Mistake } from "../../mistakes/mistake.ts";
import { temporaryCourse } from "./temporary-course.ts";

const broken: Mistake = {
  file: "experiments/coins/index.ts",
  line: 3,
  column: 1,
  rule: "broken-experiment",
  what: "The experiment `coins` cannot be loaded: Expected ident",
  hint: "",
  severity: "error",
};

test("an experiment that cannot be loaded is not called unknown where texts name it", async () => {
  const root = await temporaryCourse({
    "content/p.md":
      '# P\n\n::experiment{name="coins"}\n\n[1](quantity:coins/gap) and [so](experiment:coins?n=2).\n',
  });
  const { mistakes } = await compileCourse({ root, experiments: new Map(), mistakes: [broken] });
  const ours = mistakes.filter(({ file }) => file === "content/p.md");
  expect(new Set(ours.map(({ what }) => what))).toEqual(new Set(["The experiment `coins` cannot be loaded"]));
  expect(ours.map(({ hint }) => hint)[0]).toContain("experiments/coins/index.ts");
});

test("a link to no page is not taken for one to its own page where another is as near", async () => {
  const root = await temporaryCourse({
    "content/hw/problem-1.md": "# One\n\nSee [it](problem-9.md).\n",
    "content/hw/problem-2.md": "# Two\n\nText.\n",
  });
  const { mistakes } = await compileCourse({ root, experiments: new Map() });
  expect(mistakes.map(({ hint }) => hint)).toEqual(["Did you mean `problem-2.md`?"]);
});
