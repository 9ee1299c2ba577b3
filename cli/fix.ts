import { fixOf, type NumberFix, writeFixes } from "../checks/fix-numbers.ts";
import { compileCourse } from "../course/compile-course.ts";
import { readExperiments } from "../lab/experiment-files.ts";

/** Corrects, in the course's files, the numbers that are not what their experiment computes; says what it did. */
export async function fixNumbers(root: string): Promise<void> {
  const found = await readExperiments(root);
  const { problems } = await compileCourse({ root, ...found });
  const fixes = problems.flatMap(({ compiled }) =>
    compiled.quantities.flatMap((link) => {
      const experiment = found.experiments.get(link.experiment);
      return (experiment && fixOf(link, experiment)) ?? [];
    }),
  );
  for (const fix of await writeFixes(root, fixes)) console.error(describe(fix));
  if (fixes.length === 0) console.error("There is no number to correct.");
}

function describe({ link, text, refusal }: NumberFix): string {
  const place = `${link.file}:${link.line}:${link.column}`;
  return text === undefined
    ? `${place}  left as it is, \`${link.text}\`: ${refusal}`
    : `${place}  \`${link.text}\` is now \`${text}\``;
}
