import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listFiles } from "../publish/built-site.ts";
import { kinds } from "../publish/kinds.ts";
import { formatSize } from "../publish/size.ts";
import { house } from "../tests/site/course-folder.ts";
import { writeCourse } from "./course-folder.ts";
import { measure } from "./measure.ts";
import { align } from "./table.ts";

/**
 * `npm run bench:export`: what each kind of export costs and how large it is, for a built site (`--from`, `dist`) and
 * for generated courses (`--pages 200`), which are built first.
 */
const { values } = parseArgs({
  options: {
    from: { type: "string", default: "dist" },
    pages: { type: "string", default: "" },
    kinds: { type: "string", default: Object.keys(kinds).join() },
  },
});
const scratch = await mkdtemp(join(tmpdir(), "ansatz-bench-export-"));
try {
  console.log(await benchmark(values.from, resolve(values.from)));
  for (const pages of values.pages.split(",").filter(Boolean)) {
    const course = join(scratch, pages);
    await writeCourse(course, Number(pages));
    await measure(course, join(house, "node_modules/astro/bin/astro.mjs"), "build");
    console.log(await benchmark(`${pages} generated problems`, join(course, "dist")));
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** A table of one site: of each kind its files, their size, CPU time and the peak of memory; and of what else runs for it. */
async function benchmark(title: string, dist: string): Promise<string> {
  const rows = [["", "files", "size", "CPU s", "peak MiB", "others: CPU s", "MiB", "wall s"]];
  for (const kind of values.kinds.split(",")) {
    const [name = "", ...options] = kind.split("+");
    const to = join(scratch, "export");
    await rm(to, { recursive: true, force: true });
    const flags = options.map((option) => `--${option}`);
    const args = ["export", name, ...flags, "--from", dist, "--to", to];
    const { cpu, wall, memory, others } = await measure(scratch, join(house, "cli/ansatz.mjs"), ...args);
    const { files, bytes } = await sizeOf(to);
    const own = [cpu.toFixed(1), memory.toFixed(0)];
    const beside = others.cpu === 0 ? ["", ""] : [others.cpu.toFixed(1), others.memory.toFixed(0)];
    rows.push([kind, String(files), formatSize(bytes), ...own, ...beside, wall.toFixed(1)]);
  }
  return `${title}: ${formatSize((await sizeOf(dist)).bytes)} in ${(await sizeOf(dist)).files} files\n${align(rows)}\n`;
}

async function sizeOf(folder: string) {
  const files = await listFiles(folder);
  let bytes = 0;
  for (const path of files) bytes += (await stat(join(folder, path))).size;
  return { files: files.size, bytes };
}
