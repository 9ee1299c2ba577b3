import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type CheckFiles, checkFilesIn, noCheckFiles } from "../course/check-files.ts";
import { compileCourse } from "../course/compile-course.ts";
import { checkerVersion } from "../course/digest.ts";
import { checksFolder } from "../course/loaders.ts";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport } from "../mistakes/mistake.ts";
import { formatAudit } from "./audit-lines.ts";
import { displaysOf, summarise } from "./check-summary.ts";
import { type Chosen, chooseFiles, UnknownFile } from "./chosen-files.ts";
import type { Command } from "./command.ts";
import { fixNumbers } from "./fix.ts";
import { countOf, formatSummary } from "./summary-table.ts";

/** `ansatz check`: every mistake of the course, without building it, and what was checked at all. */
const command: Command = {
  summary: "report every mistake of the course, or of some files, and what was checked",
  usage: "[FILE…] [--json] [--audit] [--strict] [--fix]",
  options: [
    "FILE is a file, a folder or the address of a page: content/homework/problem-2, homework/problem-2.",
    "    --fix      first write the right digits where a number is not what its experiment computes",
    "    --strict   exit with 1 for warnings, too; so it is where CI is set",
    "    --audit    change each verified display, one sign or digit at a time: which changes would nobody notice?",
    "    --json     mistakes, the summary and all displays as one JSON object",
    "",
    "Exit code 1 for errors, 2 where it was called in a way it does not know.",
  ],
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
    try {
      const chosen = chooseFiles(course, positionals, root);
      print(chosen, values);
      const counts = chosen.mistakes.filter(({ severity }) => severity === "error" || values.strict);
      return counts.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof UnknownFile)) throw error;
      console.error(`ansatz check: ${error.message}`);
      return 2;
    }
  },
};
export default command;

/** What builds and earlier runs found of formulas, in Astro's cache; where nothing is installed, nothing is kept. */
function checksOfBuilds(root: string): CheckFiles {
  const installed = join(root, "node_modules");
  if (!existsSync(installed)) return noCheckFiles;
  return checkFilesIn(checksFolder(pathToFileURL(join(installed, ".astro"))), checkerVersion(root));
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
