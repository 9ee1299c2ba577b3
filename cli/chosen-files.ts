import { relative, resolve, sep } from "node:path";
import type { Course, Problem } from "../course/course.ts";
import type { Mistake } from "../mistakes/mistake.ts";
import { suggestion } from "../mistakes/suggest.ts";

/** What of a course is asked for. */
export type Chosen = Pick<Course, "problems" | "mistakes">;

/** No file, folder or page has this name; the message says which there are. */
export class UnknownFile extends Error {}

/**
 * What of a course some arguments name: a file, a folder with all that is in it, or a page's address; without any,
 * everything. A file stands for itself and, where it is a problem's, for the quoted answers beside it. Throws
 * `UnknownFile`.
 */
export function chooseFiles(course: Course, named: readonly string[], root: string): Chosen {
  const { problems, mistakes } = course;
  if (named.length === 0 || named.some((name) => pathFrom(root, name) === "content"))
    return { problems, mistakes };
  const files = named.flatMap((name) => filesOf(name, course, root));
  const asked = problems.filter(({ path }) => files.includes(path));
  const isAsked = ({ file }: Mistake) =>
    files.includes(file) || asked.some((problem) => isBeside(file, problem));
  const holding = problems.filter((problem) => files.some((file) => isBeside(file, problem)));
  return { problems: [...new Set([...asked, ...holding])], mistakes: mistakes.filter(isAsked) };
}

function filesOf(name: string, { problems, mistakes }: Course, root: string): string[] {
  const path = pathFrom(root, name);
  const known = [...problems.map((problem) => problem.path), ...mistakes.map(({ file }) => file)];
  if (known.includes(path) || problems.some((problem) => isBeside(path, problem))) return [path];
  const address = path.replace(/^content\//, "");
  const page = problems.find((problem) => problem.address === address);
  const below = known.filter((file) => file.startsWith(`content/${address}/`));
  const files = page === undefined ? below : [page.path, ...below];
  if (files.length > 0) return files;
  const names = address === path ? problems.map((each) => each.address) : problems.map((each) => each.path);
  throw new UnknownFile(`no file \`${path}\` in this course. ${suggestion(path, names)}`);
}

function pathFrom(root: string, name: string): string {
  return relative(root, resolve(root, name)).split(sep).join("/");
}

/** Whether a file belongs to a problem that has a folder of its own. */
function isBeside(file: string, { path }: Problem): boolean {
  const folder = /^(.*\/)index\.md$/.exec(path)?.[1];
  return folder !== undefined && file.startsWith(folder) && !file.slice(folder.length).includes("/");
}
