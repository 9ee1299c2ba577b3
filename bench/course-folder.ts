import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRandom } from "../lab/random.ts";
import { makeOwnCourse } from "../tests/site/course-folder.ts";
import { type Formula, formulaSource } from "./formulas.ts";
import { generateProblem } from "./pages.ts";

/**
 * Makes a generated course of some problems in an empty folder, set up as an author would have it, and returns every
 * formula in it, in order. Equal numbers of pages give equal courses.
 */
export async function writeCourse(folder: string, pages: number): Promise<Formula[]> {
  const content = join(folder, "generated");
  const formulas: Formula[] = [];
  const random = createRandom(57);
  const source = formulaSource(random, formulas);
  for (let index = 0; index < pages; index++) {
    const home = join(content, "homework", `problem-${index + 1}`);
    await mkdir(home, { recursive: true });
    for (const [name, text] of Object.entries(generateProblem(index, random, source)))
      await writeFile(join(home, name), text);
  }
  await writeFile(join(content, "course.yaml"), "title: A generated course\n");
  await writeFile(join(content, "homework/assignment.yaml"), "title: Homework\n");
  await makeOwnCourse(content, folder);
  return formulas;
}
