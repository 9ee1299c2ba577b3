import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digestOf, pipelineVersion } from "../../course/digest.ts";
import { temporaryCourse, writeFiles } from "./temporary-course.ts";

test("a digest tells where one text ends and the next begins", () => {
  expect(digestOf("ab", "c")).not.toBe(digestOf("a", "bc"));
  expect(digestOf("ab", "c")).toBe(digestOf("ab", "c"));
  expect(digestOf("a")).toMatch(/^[0-9a-f]{20}$/);
});

describe("the pipeline's version", () => {
  const code = {
    "course/a.ts": "a",
    "derivation/e.ts": "e",
    "markdown/b.ts": "b",
    "markdown/deep/c.ts": "c",
    "mistakes/d.ts": "d",
  };

  test("is the same for the same code", async () => {
    const [one, other] = [await temporaryCourse(code), await temporaryCourse(code)];
    expect(pipelineVersion("/nowhere", one)).toBe(pipelineVersion("/nowhere", other));
  });

  test.each(Object.keys(code))("changes with %s", async (path) => {
    const house = await temporaryCourse(code);
    const before = pipelineVersion("/nowhere", house);
    await writeFiles(house, { [path]: "changed" });
    expect(pipelineVersion("/nowhere", house)).not.toBe(before);
  });

  test("changes with a new file, and with what is installed beside it or beside the course", async () => {
    const house = await temporaryCourse(code);
    const root = await temporaryCourse({ "content/x.md": "# X\n" });
    const versions = new Set([pipelineVersion(root, house)]);
    await writeFiles(house, { "markdown/new.ts": "" });
    versions.add(pipelineVersion(root, house));
    await writeFiles(house, { "node_modules/.package-lock.json": '{"katex": "0.19.1"}' });
    versions.add(pipelineVersion(root, house));
    await writeFiles(root, { "node_modules/.package-lock.json": '{"katex": "0.19.2"}' });
    versions.add(pipelineVersion(root, house));
    expect(versions.size).toBe(4);
  });

  test("is that of this very code by default", () => {
    expect(pipelineVersion("/nowhere")).toBe(pipelineVersion("/nowhere", join(import.meta.dirname, "../..")));
  });
});
