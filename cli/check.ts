import { parseArgs } from "node:util";
import { compileCourse } from "../course/compile-course.ts";
import type { Problem } from "../course/course.ts";
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
    const { mistakes, problems } = await compileCourse({ root, ...(await readExperiments(root)) });
    if (values.json) console.log(JSON.stringify(mistakes, null, 2));
    else if (mistakes.length > 0) console.error(formatReport(mistakes));
    else console.log(`No mistakes in ${countOf(problems.length, "problem")}. ${describeChecks(problems)}`);
    const counts = mistakes.filter(({ severity }) => severity === "error" || values.strict);
    return counts.length > 0 ? 1 : 0;
  },
};
export default command;

/** How many displays were checked, since silence must not be taken for a proof. */
function describeChecks(problems: readonly Problem[]): string {
  const displays = problems.flatMap(({ path, compiled }) =>
    compiled.displays.filter(({ file }) => file === path),
  );
  const numbers = problems.flatMap(({ compiled }) => compiled.quantities);
  const checked = displays.filter(({ check }) => check === "verified");
  return (
    `${checked.length} of ${countOf(displays.length, "display")} checked step by step, ` +
    `${countOf(numbers.length, "number")} recomputed.`
  );
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
