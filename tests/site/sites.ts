import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, checkCourse } from "./astro.ts";
import { copyProject, copyProjectWith, house, makeOwnCourse } from "./course-folder.ts";
import { fillMoved } from "./moved-course.ts";

/** A site that tests look at. */
export interface Site {
  /** The course's folder, a copy. */
  readonly root: string;
  /** The built site. */
  readonly dist: string;
  readonly base: string;
}

/** How a site is made: a folder is filled, then built with these options. */
interface Recipe {
  readonly fill: (folder: string) => Promise<void>;
  readonly options: readonly string[];
}

const recipes = {
  /** The reference course at the root of a host. */
  reference: { fill: (folder) => copyProject(folder), options: [] },
  /** The same under a path of a host, as GitHub Pages serves it. */
  based: {
    fill: (folder) => copyProject(folder),
    options: ["--base", "/course/", "--site", "https://course.example"],
  },
  /** The sources of `reference`, which is there already, built elsewhere. */
  again: { fill: (folder) => copyProject(folder, join(dirname(folder), "reference")), options: [] },
  /** A course whose contributor tries to run scripts in other people's browsers. */
  hostile: { fill: fillHostile, options: [] },
  /** One plain Markdown file, in a course of its own that has Ansatz installed. */
  plain: { fill: fixture("plain", makeOwnCourse), options: [] },
  /** Experiments that have every kind of parameter, run and failure, in a course of its own. */
  laboratory: { fill: withExperiments("laboratory"), options: [] },
  /** Numbers that a course's own figure confirms on every backend. */
  verified: { fill: withExperiments("verified"), options: [] },
  /** The same, with a kernel that is wrong on WebGL. */
  miscomputed: { fill: fillMiscomputed, options: [] },
  /** A course that was published and then turned over. */
  moved: { fill: fillMoved, options: ["--base", "/course/", "--site", "https://course.example"] },
  /** Pages that refer to each other. */
  previews: { fill: fixture("previews", makeOwnCourse), options: ["--base", "/course/"] },
  /** Displays with every outcome that a check can have, in a course of its own. */
  derivations: { fill: fixture("derivations", makeOwnCourse), options: [] },
} as const satisfies Readonly<Record<string, Recipe>>;

/** The file in a hostile course's folder that keeps what the checks said before the refused pages were removed. */
export const refusals = "refusals.json";

export type SiteName = keyof typeof recipes;

/** Makes the folder in which all sites of one run are built. */
export async function openSites(): Promise<string> {
  return mkdtemp(join(tmpdir(), "ansatz-sites-"));
}

/** Removes it. */
export async function closeSites(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** A site, built by the first of the run's processes that asks for it; the others wait for it. */
export async function siteNamed(name: SiteName, sites: string): Promise<Site> {
  const root = join(sites, name);
  const { fill, options } = recipes[name];
  const base = options[1] ?? "/";
  const site = { root, dist: join(root, "dist"), base };
  const isFirst = await mkdir(root).then(
    () => true,
    () => false,
  );
  if (isFirst) await writeFile(`${root}.outcome`, await makeSite(root, fill, options));
  const failure = await outcomeOf(root);
  if (failure !== "") throw new Error(`The site “${name}” could not be built. ${failure}`);
  return site;
}

/** Fills and builds a course's folder; returns what went wrong, or the empty string. */
async function makeSite(
  root: string,
  fill: (folder: string) => Promise<void>,
  options: readonly string[],
): Promise<string> {
  try {
    await fill(root);
    await build(root, ...options);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How the making of a site ended, as soon as it has; waits for the process that makes it. */
async function outcomeOf(root: string): Promise<string> {
  const deadline = Date.now() + 5 * 60_000;
  while (Date.now() < deadline) {
    const outcome = await readFile(`${root}.outcome`, "utf8").catch(() => undefined);
    if (outcome !== undefined) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return "Its build took more than five minutes.";
}

/** The hostile course without the problems that the checks refuse, so that the rest can be built and looked at. */
async function fillHostile(folder: string): Promise<void> {
  await fixture("hostile", copyProjectWith)(folder);
  const mistakes = await checkCourse(folder);
  await writeFile(join(folder, refusals), JSON.stringify(mistakes));
  for (const { file } of mistakes) {
    const isCompanion = /^content\/[^/]+\/[^/]+$/.test(file);
    await rm(join(folder, isCompanion ? dirname(file) : file), { recursive: true, force: true });
  }
}

/** A course of its own with the experiments of a fixture. */
function withExperiments(name: string) {
  return async (folder: string): Promise<void> => {
    await fixture(name, makeOwnCourse)(folder);
    const experiments = join(house, "tests/fixtures", name, "experiments");
    await cp(experiments, join(folder, "experiments"), { recursive: true });
  };
}

async function fillMiscomputed(folder: string): Promise<void> {
  await withExperiments("verified")(folder);
  const path = join(folder, "experiments/area/index.ts");
  const code = await readFile(path, "utf8");
  const wrong = 'tf.pow(tf.scalar(x), tf.getBackend() === "webgl" ? 3.001 : 3)';
  await writeFile(path, code.replace("tf.pow(tf.scalar(x), 3)", wrong));
}

function fixture(name: string, fill: (content: string, folder: string) => Promise<void>) {
  return (folder: string) => fill(join(house, "tests/fixtures", name, "content"), folder);
}
