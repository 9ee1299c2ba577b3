import { expect, test } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import { thirds } from "../checks/thirds.ts";
import { temporaryCourse, writeFiles } from "./temporary-course.ts";

test("a build's digest changes with a text, with an experiment's code, with the course, and with nothing else", async () => {
  const files = {
    "content/a.md": "# A\n\nText.\n",
    "content/course.yaml": "title: One\n",
    "experiments/thirds/index.ts": "// one",
  };
  const build = async (root: string) => {
    return (await compileCourse({ root, experiments: new Map([["thirds", thirds]]) })).build;
  };
  const root = await temporaryCourse(files);
  const first = await build(root);
  expect(await build(await temporaryCourse(files))).toEqual(first);
  const digests = new Set([first.digest]);
  for (const [path, text] of Object.entries(files)) {
    await writeFiles(root, { [path]: `${text}\n`.replace("Text", "Words").replace("One", "Two") });
    digests.add((await build(root)).digest);
  }
  expect(digests.size).toBe(4);
  expect((await build(root)).codes["thirds"]).not.toBe(first.codes["thirds"]);
});
