import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { house } from "../tests/site/course-folder.ts";
import { writeCourse } from "./course-folder.ts";
import { measure, type Usage } from "./measure.ts";
import { formatShares, formatTable, type Row } from "./table.ts";

/**
 * `npm run bench`: what a build of generated courses costs, as a multiple of KaTeX alone on the same formulas.
 * Courses, caches and output stand in a temporary folder; `--keep` leaves it and says where it is.
 */
const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "100,500" },
    runs: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
for (const pages of values.pages.split(",").map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), `ansatz-bench-${pages}-`));
  try {
    console.log(await benchmark(folder, pages, Number(values.runs)));
  } finally {
    if (values.keep) console.log(`The course and its site stand in ${folder}.\n`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function benchmark(folder: string, pages: number, runs: number): Promise<string> {
  const formulas = await writeCourse(folder, pages);
  const list = join(folder, "formulas.json");
  await writeFile(list, JSON.stringify(formulas));
  const unique = new Set(formulas.map(({ tex }) => tex)).size / formulas.length;
  const astro = join(house, "node_modules/astro/bin/astro.mjs");
  const build = () => measure(folder, astro, "build");
  const katex = step("KaTeX alone", () => measure(folder, join(house, "bench/katex-alone.ts"), list));
  const compile = step("compile without Astro", () => measure(folder, join(house, "bench/compile-alone.ts")));
  const cold = step("cold build", () => clean(folder).then(build));
  const steps = [katex, compile, cold, step("warm build", build)];
  for (let run = 0; run < runs; run++) for (const { usages, take } of steps) usages.push(await take());
  return [
    `${pages} pages, ${formulas.length} formulas, ${Math.round(unique * 100)} % unique`,
    formatTable(steps),
    `${formatShares(katex, compile, cold)}\n`,
  ].join("\n");
}

interface Step extends Row {
  readonly take: () => Promise<Usage>;
}

function step(name: string, take: () => Promise<Usage>): Step {
  return { name, take, usages: [] };
}

/** Removes whatever an earlier build left. */
async function clean(folder: string): Promise<void> {
  for (const name of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"])
    await rm(join(folder, name), { recursive: true, force: true });
}
