import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport, type Mistake, MistakesError } from "../mistakes/mistake.ts";
import { bodiesIn } from "./bodies.ts";
import { checkFilesIn } from "./check-files.ts";
import { compileCourse } from "./compile-course.ts";
import { type Course, cardOf } from "./course.ts";
import { checkerVersion } from "./digest.ts";

/** Where compiled problems are kept: a folder in Astro's cache. */
export function bodiesFolder(cacheDir: URL): string {
  return join(fileURLToPath(cacheDir), "ansatz-bodies");
}

/** Where the checks of formulas are kept, beside them. */
export function checksFolder(cacheDir: URL): string {
  return join(fileURLToPath(cacheDir), "ansatz-checks");
}

/** The course's own data with its assignments, and while developing the mistakes of all its files. */
export const courseLoader = loader(
  "course",
  ({ data, assignments, tags, build, mistakes }, isDevelopment) => [
    { id: "course", data: { ...data, assignments, tags, build, mistakes: isDevelopment ? mistakes : [] } },
  ],
);

/** One card a problem, in the order of the course. */
export const problemLoader = loader("problems", (course) =>
  course.problems.map((problem, order) => ({ id: problem.address, data: { ...cardOf(problem), order } })),
);

interface Entry {
  readonly id: string;
  readonly data: object;
}

/**
 * A content loader that compiles the course and keeps some entries of it. In a build, mistakes end the build before
 * anything is written; while developing they are data, and every page shows them.
 */
function loader(name: string, entriesOf: (course: Course, isDevelopment: boolean) => Entry[]): Loader {
  const load = async (context: LoaderContext): Promise<void> => {
    const isDevelopment = context.watcher !== undefined;
    const course = await compileOnce(context);
    if (!isDevelopment && isFatal(course.mistakes)) throw new MistakesError(course.mistakes);
    context.store.clear();
    for (const { id, data } of entriesOf(course, isDevelopment)) {
      context.store.set({ id, data: { ...data }, digest: context.generateDigest(JSON.stringify(data)) });
    }
  };
  return {
    name: `ansatz-${name}`,
    async load(context) {
      await load(context);
      watch(context, () => load(context));
    },
  };
}

/** Whether mistakes end a build: errors do, and where `CI` is set warnings too. */
function isFatal(mistakes: readonly Mistake[]): boolean {
  return mistakes.some(({ severity }) => severity === "error" || Boolean(process.env["CI"]));
}

/** Compiles again after every change below `content/` and `experiments/`. */
function watch({ watcher, config, logger }: LoaderContext, reload: () => Promise<void>): void {
  const root = fileURLToPath(config.root);
  const folders = ["content", "experiments"].map((name) => join(root, name, sep));
  watcher?.on("all", (_event, path) => {
    if (!folders.some((folder) => join(path, sep).startsWith(folder))) return;
    reload().catch((error: unknown) => logger.error(error instanceof Error ? `${error.stack}` : `${error}`));
  });
}

let running: Promise<Course> | undefined;
let next: Promise<Course> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The loaders of one run share one compilation; what it found is printed once. While developing, whoever asks after a
 * compilation has begun waits for the next one, since what it read may have changed.
 */
async function compileOnce(context: LoaderContext): Promise<Course> {
  if (context.watcher === undefined) {
    running ??= compile(context).finally(() => setTimeout(() => (running = undefined)));
    return running;
  }
  next ??= last
    .then(() => new Promise((resolve) => setTimeout(resolve, settling)))
    .then(() => {
      next = undefined;
      return compile(context);
    });
  last = next.catch(() => undefined);
  return next;
}

/** Milliseconds in which one save of an editor, which may be several changes, is over. */
const settling = 20;

async function compile({ config, logger, watcher }: LoaderContext): Promise<Course> {
  const root = fileURLToPath(config.root);
  const bodies = bodiesIn(bodiesFolder(config.cacheDir));
  const checks = checkFilesIn(checksFolder(config.cacheDir), checkerVersion(root));
  const course = await compileCourse({ root, ...(await readExperiments(root)), bodies, checks });
  const isThrown = watcher === undefined && isFatal(course.mistakes);
  if (course.mistakes.length > 0 && !isThrown) logger.warn(`\n${formatReport(course.mistakes)}`);
  return course;
}
