import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type CheckFiles, checkFilesIn, noCheckFiles } from "../course/check-files.ts";
import { compileCourse } from "../course/compile-course.ts";
import type { Course, Problem } from "../course/course.ts";
import { checkerVersion } from "../course/digest.ts";
import { checksFolder } from "../course/loaders.ts";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport, type Mistake } from "../mistakes/mistake.ts";
import { suggestion } from "../mistakes/suggest.ts";
import { formatAudit } from "./audit-lines.ts";
import { displaysOf, summarise } from "./check-summary.ts";
import type { Command } from "./command.ts";
import { fixNumbers } from "./fix.ts";
import { countOf, formatSummary } from "./summary-table.ts";

/**
 * `ansatz check`: every mistake of the course, without building it, and what was checked at all. A file stands for
 * itself and, where it is a problem's, for the quoted answers beside it.
 */
const command: Command = {
  summary: "report every mistake of the course, or of some files, and what was checked",
  usage: "[FILE…] [--json] [--audit] [--strict] [--fix]",
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        audit: { type: "boolean", default: false },
        fix: { type: "boolean", default: false },
        strict: { type: "boolean", default: Boolean(process.env["CI"]) },
      },
    });
    const root = process.cwd();
    if (values.fix) await fixNumbers(root);
    const course = await compileCourse({
      root,
      isAudited: values.audit,
      checks: checksOfBuilds(root),
      ...(await readExperiments(root)),
    });
    const files = positionals.map((path) => relative(root, resolve(root, path)).split(sep).join("/"));
    const unknown = files.find((file) => !isKnown(file, course));
    if (unknown !== undefined) return refuse(unknown, course);
    const chosen = choose(course, files);
    print(chosen, values);
    const counts = chosen.mistakes.filter(({ severity }) => severity === "error" || values.strict);
    return counts.length > 0 ? 1 : 0;
  },
};
export default command;

/** What builds and earlier runs found of formulas, in Astro's cache; where nothing is installed, nothing is kept. */
function checksOfBuilds(root: string): CheckFiles {
  const installed = join(root, "node_modules");
  if (!existsSync(installed)) return noCheckFiles;
  return checkFilesIn(checksFolder(pathToFileURL(join(installed, ".astro"))), checkerVersion(root));
}

type Chosen = Pick<Course, "problems" | "mistakes">;

/** What of a course is asked for: everything, or some files. */
function choose({ problems, mistakes }: Course, files: readonly string[]): Chosen {
  if (files.length === 0) return { problems, mistakes };
  const asked = problems.filter(({ path }) => files.includes(path));
  const isAsked = ({ file }: Mistake) =>
    files.includes(file) || asked.some((problem) => isBeside(file, problem));
  const holding = problems.filter((problem) => files.some((file) => isBeside(file, problem)));
  return { problems: [...new Set([...asked, ...holding])], mistakes: mistakes.filter(isAsked) };
}

/** Whether a file belongs to a problem that has a folder of its own. */
function isBeside(file: string, { path }: Problem): boolean {
  const folder = /^(.*\/)index\.md$/.exec(path)?.[1];
  return folder !== undefined && file.startsWith(folder) && !file.slice(folder.length).includes("/");
}

function isKnown(file: string, { problems, mistakes }: Course): boolean {
  return (
    problems.some((problem) => problem.path === file || isBeside(file, problem)) ||
    mistakes.some((mistake) => mistake.file === file)
  );
}

function refuse(file: string, { problems }: Course): number {
  const paths = problems.map(({ path }) => path);
  console.error(`ansatz check: no file \`${file}\` in this course. ${suggestion(file, paths)}`);
  return 2;
}

/** Mistakes go to standard error; the summary, or the JSON with both, to standard output. */
function print({ problems, mistakes }: Chosen, asked: { json: boolean; audit: boolean }): void {
  const summary = summarise(problems);
  const displays = displaysOf(problems);
  if (asked.json) {
    console.log(JSON.stringify({ mistakes, summary, displays }, null, 2));
    return;
  }
  if (mistakes.length > 0) console.error(`${formatReport(mistakes)}\n`);
  else console.log(`No mistakes in ${countOf(problems.length, "problem")}.`);
  console.log(formatSummary(summary));
  if (asked.audit) console.log(formatAudit(displays));
}
