import { expect, test } from "vitest";
import { compileCourse } from "../../course/compile-course.ts";
import { readExperiments } from "../../lab/experiment-files.ts";
import { temporaryCourse } from "../course/temporary-course.ts";

/** An experiment `mini` with one parameter `a` and one quantity `q`, whose functions have these bodies. */
function mini({
  compute = "return { quantities: { q: 2 * a } };",
  draw = "return { marks: [plot.dot([[a, 1]])] };",
}) {
  const slider =
    '{ kind: "slider", label: "a", meaning: "a", default: 1, min: 0, max: 2, step: 0.1, scale: "linear" }';
  const quantity = '{ label: "q", meaning: "q", unit: "", error: 1e-9, tolerance: 1e-3, color: "var(--p)" }';
  return `export default { title: "Mini", parameters: { a: ${slider} }, quantities: { q: ${quantity} },
    compute({ a }) { ${compute} }, draw(_, { a }, { plot }) { ${draw} }, handles: [], describe: () => "q" };`;
}

const page = '# A\n\nIt is [2](quantity:mini/q).\n\n::experiment{name="mini"}\n';

async function findings(module: string, text = "# A\n\nText.\n") {
  const root = await temporaryCourse({ "content/a.md": text, "experiments/mini/index.ts": module });
  const { mistakes } = await compileCourse({ root, ...(await readExperiments(root, 200)) });
  return mistakes.map(({ file, line, column, rule, what }) => `${file}:${line}:${column} ${rule}: ${what}`);
}

test.each([
  ["throws", 'throw new Error("boom");', "boom"],
  ["exports nothing", "export const a = 1;", "the file has no experiment as its default export"],
  [
    "exports half an experiment",
    'export default { title: "Half", parameters: {}, quantities: {} };',
    "compute, draw",
  ],
  ["never ends to load", "await new Promise(() => {});\nexport default {};", "within 0.2 s"],
])("an experiment that %s is a mistake with a place", async (_, module, words) => {
  const [finding = "", ...others] = await findings(module);
  expect(others).toEqual([]);
  expect(finding).toMatch(/^experiments\/mini\/index\.ts:\d+:\d+ broken-experiment: /);
  expect(finding).toContain(words);
});

test("what is wrong with an experiment at a state is a mistake where the page asks for it", async () => {
  expect(await findings(mini({}), page)).toEqual([]);
  expect(await findings(mini({ compute: 'throw new Error("boom");' }), page)).toEqual([
    "content/a.md:3:7 experiment-failed: `mini/q` is no number at this state: boom",
    "content/a.md:5:1 experiment-failed: The figure `mini` cannot be drawn at this state: boom",
  ]);
  expect(await findings(mini({ compute: "return { quantities: { q: NaN } };" }), page)).toEqual([
    "content/a.md:3:7 experiment-failed: `mini/q` is no number at this state: it is NaN",
  ]);
  expect(await findings(mini({ draw: "return { marks: [] };" }), page)).toEqual([
    "content/a.md:5:1 experiment-failed: The figure `mini` cannot be drawn at this state: unsupported picture: it has no x or no y scale",
  ]);
});

test("a folder without an index.ts is no experiment", async () => {
  const root = await temporaryCourse({ "experiments/shared/sums.ts": "export const sum = 1;" });
  const { experiments, mistakes } = await readExperiments(root);
  expect([[...experiments], mistakes]).toEqual([[], []]);
});
