import { checkTags } from "../anchors/check-tags.ts";
import { readLedger } from "../anchors/ledger-file.ts";
import type { Experiment } from "../lab/experiment.ts";
import { addressOf } from "../markdown/address.ts";
import { parseData } from "../markdown/data.ts";
import type { ExperimentNames, Macros } from "../markdown/document.ts";
import { compileDocument } from "../markdown/index.ts";
import type { Source } from "../markdown/source.ts";
import { compareMistakes, type Mistake } from "../mistakes/mistake.ts";
import { type Bodies, noBodies } from "./bodies.ts";
import { buildData } from "./build-data.ts";
import { checkAddresses, checkAssignments, checkLinks } from "./check-course.ts";
import { brokenExperiments, checkExperiments } from "./check-experiments.ts";
import { type CheckFiles, noCheckFiles } from "./check-files.ts";
import type { Assignment, Course, Problem } from "./course.ts";
import { digestOf, pipelineVersion } from "./digest.ts";
import { type ProblemFiles, readFiles } from "./read-files.ts";
import { assignmentSchema, type CourseData, courseSchema, macrosSchema } from "./schemas.ts";

/** What a course is compiled with. */
export interface CompileOptions {
  /** Folder that holds `content/`. */
  readonly root: string;
  /** The course's experiments, by name. */
  readonly experiments: ReadonlyMap<string, Experiment>;
  /** What is wrong with experiments that could not be loaded. */
  readonly mistakes?: readonly Mistake[];
  /** Whether verified displays are also changed, to see which changes go unnoticed. */
  readonly isAudited?: boolean;
  /** Where compiled problems are kept; without it, nothing is. */
  readonly bodies?: Bodies;
  /** Where the checks of their formulas are kept; without it, nothing is. */
  readonly checks?: CheckFiles;
}

/**
 * Reads and compiles a whole course and finds every mistake in it, all of them in one run. It throws on no author's
 * text; whoever calls it decides what mistakes are worth.
 */
export async function compileCourse({
  root,
  experiments,
  mistakes: found = [],
  isAudited = false,
  bodies = noBodies,
  checks = noCheckFiles,
}: CompileOptions): Promise<Course> {
  const files = await readFiles(root);
  const mistakes: Mistake[] = [...found, ...files.mistakes];
  if (files.problems.length === 0 && files.mistakes.length === 0) mistakes.push(emptyCourse);
  const macros = readMacros(files.macros, mistakes);
  const names = namesOf(experiments);
  const broken = brokenExperiments(found);
  const setting = digestOf(
    pipelineVersion(root),
    JSON.stringify(macros),
    JSON.stringify([...names]),
    JSON.stringify([...broken]),
    `${isAudited}`,
  );
  const problems: Problem[] = [];
  for (const each of files.problems)
    problems.push(
      await compileProblem(each, {
        setting,
        macros,
        experiments: names,
        brokenExperiments: broken,
        bodies,
        checks,
        isAudited,
      }),
    );
  problems.sort(byNumber);
  const assignments = readAssignments(files.assignments, problems, mistakes);
  assignments.sort((a, b) => natural(a.data.number ?? a.address, b.data.number ?? b.address));
  const data = readCourseData(files.course, mistakes);
  const ledger = await readLedger(root);
  mistakes.push(
    ...problems.flatMap(({ compiled }) => compiled.mistakes),
    ...checkAddresses(problems, assignments),
    ...checkAssignments(assignments, problems),
    ...checkLinks(problems, assignments),
    ...checkExperiments(problems, experiments),
    // A course without a ledger has promised no address yet: `ansatz tags` begins one.
    ...(ledger.text === undefined ? [] : checkTags({ problems, assignments }, ledger)),
  );
  const build = buildData(root, { data, macros, problems, experiments: [...experiments.keys()] });
  return {
    data,
    assignments,
    problems,
    tags: ledger.entries,
    build,
    mistakes: mistakes.sort(compareMistakes),
  };
}

/** What Markdown needs to know of the experiments. */
function namesOf(experiments: ReadonlyMap<string, Experiment>): Map<string, ExperimentNames> {
  const entries = [...experiments].map(([name, { parameters, quantities }]) => {
    return [name, { parameters: Object.keys(parameters), quantities: Object.keys(quantities) }] as const;
  });
  return new Map(entries);
}

const emptyCourse: Mistake = {
  file: "content",
  line: 1,
  column: 1,
  rule: "empty-course",
  what: "There is no problem in `content/`",
  hint: "Write a Markdown file there, or let `ansatz new homework/problem-1` write its skeleton.",
  severity: "error",
};

interface Setting {
  readonly setting: string;
  readonly macros: Macros;
  readonly experiments: ReadonlyMap<string, ExperimentNames>;
  readonly brokenExperiments: ReadonlySet<string>;
  readonly bodies: Bodies;
  readonly checks: CheckFiles;
  readonly isAudited: boolean;
}

async function compileProblem(
  files: ProblemFiles,
  { setting, bodies, checks, ...context }: Setting,
): Promise<Problem> {
  const { source, companions, images } = files;
  const beside = [...companions].flatMap(([name, { text }]) => [name, text]);
  const digest = digestOf(setting, source.path, source.text, ...beside, "images", ...images.keys());
  let compiled = await bodies.read(digest);
  if (compiled === undefined) {
    const { known, save } = await checks.open(source.path);
    const names = new Set(images.keys());
    compiled = await compileDocument({ source, companions, images: names, checks: known, ...context });
    await save();
    await bodies.write(digest, compiled);
  }
  const shown = compiled.images.map((name) => [name, images.get(name) ?? name] as const);
  const address = addressOf(source.path) ?? source.path;
  return { address, path: source.path, digest, compiled, images: Object.fromEntries(shown) };
}

function readMacros(source: Source | undefined, mistakes: Mistake[]): Macros {
  if (source === undefined) return {};
  return readData(source, macrosSchema, mistakes) ?? {};
}

/** Assignments; where one stands inside another, a problem belongs to the inner one only. */
function readAssignments(
  sources: readonly Source[],
  problems: readonly Problem[],
  mistakes: Mistake[],
): Assignment[] {
  const addresses = sources.map(({ path }) => addressOf(path) ?? "");
  const homes = Map.groupBy(problems, ({ address }) => {
    const around = addresses.filter((each) => address.startsWith(`${each}/`));
    return around.reduce((inner, each) => (each.length > inner.length ? each : inner), "");
  });
  return sources.map((source, index) => {
    const address = addresses[index] ?? "";
    const data = readData(source, assignmentSchema, mistakes) ?? { title: address, absent: [] };
    return { address, data, problems: (homes.get(address) ?? []).map((problem) => problem.address) };
  });
}

function readCourseData(source: Source | undefined, mistakes: Mistake[]): CourseData {
  const nameless: CourseData = { title: "Worked solutions", language: "en" };
  if (source === undefined) return nameless;
  return readData(source, courseSchema, mistakes) ?? nameless;
}

function readData<T>(
  source: Source,
  schema: Parameters<typeof parseData<T>>[2],
  mistakes: Mistake[],
): T | undefined {
  return parseData(
    source,
    { text: source.text, offset: 0 },
    schema,
    (offset, { severity = "error", ...finding }) => {
      mistakes.push({ file: source.path, ...source.locate(offset), severity, ...finding });
    },
  )?.value;
}

/** Problems stand in the order of their numbers, then of their addresses. */
function byNumber(a: Problem, b: Problem): number {
  const [x, y] = [a.compiled.frontmatter.number, b.compiled.frontmatter.number];
  const byFolder = natural(folderOf(a.address), folderOf(b.address));
  if (byFolder !== 0) return byFolder;
  if (x !== undefined && y !== undefined && x !== y) return natural(x, y);
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return natural(a.address, b.address);
}

function folderOf(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf("/")));
}

const collator = new Intl.Collator("en", { numeric: true });
function natural(a: string, b: string): number {
  return collator.compare(a, b);
}
