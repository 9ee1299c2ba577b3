import { parseArgs } from "node:util";
import { compileCourse } from "../course/compile-course.ts";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport } from "../mistakes/mistake.ts";
import type { Command } from "./command.ts";

/** `ansatz check`: every mistake of the course, without building it. */
const command: Command = {
  summary: "report every mistake of the course, without building it",
  usage: "[--json] [--strict]",
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: "boolean" },
        strict: { type: "boolean", default: Boolean(process.env["CI"]) },
      },
    });
    const root = process.cwd();
    const { mistakes, problems } = await compileCourse({ root, experiments: await readExperiments(root) });
    if (values.json) console.log(JSON.stringify(mistakes, null, 2));
    else if (mistakes.length > 0) console.error(formatReport(mistakes));
    else console.log(`No mistakes in ${problems.length} problem${problems.length === 1 ? "" : "s"}.`);
    const counts = mistakes.filter(({ severity }) => severity === "error" || values.strict);
    return counts.length > 0 ? 1 : 0;
  },
};
export default command;
