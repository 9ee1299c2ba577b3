import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Bodies, bodiesIn } from "../../course/bodies.ts";
import { type CompileOptions, compileCourse } from "../../course/compile-course.ts";
import gaussianFit from "../../experiments/gaussian-fit/index.ts";
import { temporaryCourse, writeFiles } from "./temporary-course.ts";

const files = {
  "content/macros.yaml": "\\KL: 'D'\n",
  "content/kl/index.md":
    '# KL\n\n$\\KL$ is [0.555](quantity:gaussian-fit/forward).\n\n::attempt{of="grok.md"}\n',
  "content/kl/grok.md": "---\nby: Grok\n---\n\nIt is zero.\n",
  "content/kl/grok.yaml": "claims:\n  - {id: P1, verdict: wrong, quote: is zero, reason: It is not.}\n",
  "content/other.md": "# Other\n\nText.\n",
};
const experiments = new Map([["gaussian-fit", gaussianFit]]) as unknown as CompileOptions["experiments"];

/** Bodies that count what is taken from them and what is compiled anew. */
function counting(bodies: Bodies) {
  const counts = { taken: 0, compiled: 0 };
  const counted: Bodies = {
    async read(digest) {
      const found = await bodies.read(digest);
      if (found !== undefined) counts.taken++;
      return found;
    },
    write(digest, compiled) {
      counts.compiled++;
      return bodies.write(digest, compiled);
    },
  };
  return { counts, counted };
}

/** Compiles the course and tells how often. */
async function compile(root: string, more: Partial<CompileOptions> = {}) {
  const { counts, counted } = counting(bodiesIn(join(root, ".cache")));
  const course = await compileCourse({ root, experiments, bodies: counted, ...more });
  return { ...counts, course };
}

describe("a compiled problem is taken from the cache", () => {
  test("where nothing has changed, and it is the same", async () => {
    const root = await temporaryCourse(files);
    const first = await compile(root);
    const second = await compile(root);
    expect([first.taken, first.compiled]).toEqual([0, 2]);
    expect([second.taken, second.compiled]).toEqual([2, 0]);
    expect(second.course).toEqual(first.course);
  });

  test("with its mistakes, which are reported in every run", async () => {
    const root = await temporaryCourse({ ...files, "content/other.md": "# Other\n\n$\\foo$\n" });
    const first = await compile(root);
    const second = await compile(root);
    expect(second.compiled).toBe(0);
    expect(first.course.mistakes).toHaveLength(1);
    expect(second.course.mistakes).toEqual(first.course.mistakes);
  });
});

describe("a problem is compiled anew", () => {
  test.each([
    ["its text", { "content/kl/index.md": `${files["content/kl/index.md"]}\nMore.\n` }],
    [
      "the answer that it quotes",
      { "content/kl/grok.md": files["content/kl/grok.md"].replace("It", "This") },
    ],
    [
      "what is said of that answer",
      { "content/kl/grok.yaml": files["content/kl/grok.yaml"].replace("wrong", "imprecise") },
    ],
    ["an image beside it", { "content/kl/plot.svg": "<svg/>" }],
  ])("when %s changes, and no other is", async (_, change) => {
    const root = await temporaryCourse(files);
    await compile(root);
    await writeFiles(root, change);
    const { taken, compiled } = await compile(root);
    expect([taken, compiled]).toEqual([1, 1]);
  });

  test("when a macro changes, and the page shows the new one", async () => {
    const root = await temporaryCourse(files);
    await compile(root);
    await writeFiles(root, { "content/macros.yaml": "\\KL: 'E'\n" });
    const { compiled, course } = await compile(root);
    expect(compiled).toBe(2);
    expect(course.problems[0]?.compiled.segments.join("")).toContain(">E</span>");
  });

  test("when an experiment loses a quantity that it quotes, and the mistake is found", async () => {
    const root = await temporaryCourse(files);
    await compile(root);
    const { reverse } = gaussianFit.quantities;
    const changed = new Map([["gaussian-fit", { ...gaussianFit, quantities: { reverse } }]]);
    const { compiled, course } = await compile(root, {
      experiments: changed as unknown as CompileOptions["experiments"],
    });
    expect(compiled).toBe(2);
    expect(course.mistakes.map(({ rule }) => rule)).toContain("unknown-quantity");
  });

  test("when a file is moved, since its address and its links change with it", async () => {
    const root = await temporaryCourse(files);
    await compile(root);
    await writeFiles(root, { "content/moved.md": files["content/other.md"] });
    const { taken, compiled } = await compile(root);
    expect([taken, compiled]).toEqual([2, 1]);
  });
});

describe("the folder of bodies", () => {
  test("a body that was written half is not read", async () => {
    const root = await temporaryCourse({});
    await mkdir(join(root, "bodies"));
    await writeFile(join(root, "bodies", "abc.json.1.draft"), '{"title": "ha');
    expect(await bodiesIn(join(root, "bodies")).read("abc")).toBeUndefined();
  });

  test("a body that was damaged is compiled anew", async () => {
    const root = await temporaryCourse(files);
    await compile(root);
    for (const name of await readdir(join(root, ".cache")))
      await writeFile(join(root, ".cache", name), '{"ti');
    const { compiled, course } = await compile(root);
    expect(compiled).toBe(2);
    expect(course.mistakes).toEqual([]);
  });
});
