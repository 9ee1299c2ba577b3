import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import { readFiles } from "../../course/read-files.ts";
import { type Files, temporaryCourse } from "./temporary-course.ts";

const experiments = new Map();
const bom = "\uFEFF";
const text =
  '---\ntitle: KL\n---\n\n## (a) One\n\n$$\nx\n$$\n\n| a |\n|---|\n| 1 |\n\n```\ncode\n  more\n```\n\n::attempt{of="grok.md"}\n';
const grok = "---\nby: Grok\n---\n\nIt is\nzero.\n";
const yaml =
  'claims:\n  - id: P1\n    verdict: wrong\n    quote: "is\\nzero"\n    reason: |\n      It is\n\n      not.\n';

async function compile(files: Files) {
  return compileCourse({ root: await temporaryCourse(files), experiments });
}

describe("what a file may be", () => {
  test.each([
    ["line ends of Windows", (each: string) => each.replaceAll("\n", "\r\n")],
    ["a byte-order mark", (each: string) => bom + each],
    ["both", (each: string) => bom + each.replaceAll("\n", "\r\n")],
  ])("%s change nothing in the page", async (_, change) => {
    const files = { "content/kl/index.md": text, "content/kl/grok.md": grok, "content/kl/grok.yaml": yaml };
    const changed = Object.fromEntries(Object.entries(files).map(([path, each]) => [path, change(each)]));
    const [plain, other] = [await compile(files), await compile(changed)];
    expect(plain.mistakes).toEqual([]);
    expect(plain.problems[0]?.compiled.claims).toHaveLength(1);
    expect(other).toEqual(plain);
  });

  test("a mistake behind them stands at the same line and column", async () => {
    const broken = "# KL\n\nFirst.\n\nThen $x^2^3$.\n";
    const [plain, windows] = [
      await compile({ "content/kl.md": broken }),
      await compile({ "content/kl.md": bom + broken.replaceAll("\n", "\r\n") }),
    ];
    expect(plain.mistakes).toMatchObject([{ line: 5, column: 10 }]);
    expect(windows.mistakes).toEqual(plain.mistakes);
  });

  test("names in any script are addresses, and links to them may be written with or without percent signs", async () => {
    const { problems, mistakes } = await compile({
      "content/übung/divergenz-φ.md": "# A\n\n[](%C3%BCber.md#a) and [](über.md) and ![Bild](b%20ild.svg).\n",
      "content/übung/über.md": "# B\n\n## (a) One\n\nText.\n",
      "content/übung/b ild.svg": "<svg/>",
    });
    expect(mistakes).toEqual([]);
    expect(problems.map(({ address }) => address)).toEqual(["übung/divergenz-φ", "übung/über"]);
    expect(problems[0]?.images).toEqual({ "b ild.svg": "content/übung/b ild.svg" });
  });
});

describe("what stands where", () => {
  test("a file beside an index.md belongs to the nearest one, and is no page", async () => {
    const { problems } = await readFiles(
      await temporaryCourse({
        "content/a/index.md": "# A\n",
        "content/a/grok.md": "",
        "content/a/plot.svg": "",
        "content/a/b/index.md": "# B\n",
        "content/a/b/figures/plot.svg": "",
        "content/c.md": "# C\n",
        "content/own.svg": "",
      }),
    );
    const shown = problems.map(({ source, companions, images }) => [
      source.path,
      [...companions.keys()],
      [...images.keys()],
    ]);
    expect(shown).toEqual([
      ["content/a/b/index.md", [], ["figures/plot.svg"]],
      ["content/a/index.md", ["grok.md"], ["plot.svg"]],
      ["content/c.md", [], ["own.svg"]],
    ]);
  });

  test("hidden files, READMEs and what is no text are no pages", async () => {
    const { problems, mistakes } = await readFiles(
      await temporaryCourse({
        "content/.draft.md": "# Draft\n",
        "content/.git/x.md": "# X\n",
        "content/README.md": "# For authors\n",
        "content/data.csv": new Uint8Array([255]),
      }),
    );
    expect([problems, mistakes]).toEqual([[], []]);
  });

  test("a course without content still has a title, and says what is missing", async () => {
    const { mistakes, data } = await compile({});
    expect(mistakes.map(({ rule }) => rule)).toEqual(["empty-course"]);
    expect(data.title).toBe("Worked solutions");
  });

  test("problems stand in the order of their numbers, as people count: 2 before 10, the numberless behind", async () => {
    const page = (number?: string) =>
      number === undefined ? "# T\n\nText.\n" : `---\nnumber: ${number}\n---\n\n# T\n\nText.\n`;
    const { problems } = await compile({
      "content/hw/assignment.yaml": "title: Homework\n",
      "content/hw/a.md": page("10"),
      "content/hw/b.md": page(),
      "content/hw/c.md": page("2"),
      "content/hw/d.md": page('"2b"'),
      "content/first.md": page("99"),
    });
    expect(problems.map(({ address }) => address)).toEqual(["first", "hw/c", "hw/d", "hw/a", "hw/b"]);
  });
});

describe("what the file system refuses", () => {
  test("a `content` that is no folder is a mistake", async () => {
    const { mistakes } = await compile({ content: "text" });
    expect(mistakes).toMatchObject([{ file: "content", rule: "unreadable-file" }]);
  });

  test.skipIf(process.platform !== "linux")("so is a name that is not UTF-8", async () => {
    const root = await temporaryCourse({ "content/a.md": "# A\n\nText.\n" });
    await writeFile(
      Buffer.concat([Buffer.from(`${root}/content/`), Buffer.from([0xfc]), Buffer.from(".md")]),
      "",
    );
    const { mistakes } = await compileCourse({ root, experiments });
    expect(mistakes).toMatchObject([{ file: "content/\uFFFD.md", rule: "unreadable-file" }]);
  });
});
