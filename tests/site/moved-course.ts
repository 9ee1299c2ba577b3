import { execFile } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { addressOfEntry } from "../../anchors/ledger.ts";
import { readLedger } from "../../anchors/ledger-file.ts";
import { compileCourse } from "../../course/compile-course.ts";
import { house, makeOwnCourse } from "./course-folder.ts";

/** What was published before a course was turned over: addresses from the site's index, and tags. */
export interface OldLinks {
  /** Every page, and every id of it that a link could have led to. */
  readonly pages: readonly { readonly address: string; readonly ids: readonly string[] }[];
  readonly tags: readonly { readonly tag: string; readonly address: string }[];
  /** What `ansatz anchors --since` said of the change. */
  readonly changes: string;
}

/** The file in the course's folder that keeps them. */
const oldLinksFile = "old-links.json";

const fixture = join(house, "tests/fixtures/old-links");

/** What the author did about the tags, as `ansatz tags` had proposed it: an old address, and the rest of the command. */
const remedies: readonly (readonly [verb: string, address: string, ...rest: string[]])[] = [
  ["move", "homework/coins#a", "homework/coins#b"],
  ["move", "homework/coins#b", "homework/coins#a"],
  ["retire", "homework/coins#c", "Joined to part (b)", "--see", "homework/coins#b"],
  ["move", "homework/dice", "seminar/dice"],
  ["move", "homework/walks#b", "homework/drift#a"],
  ["move", "homework/walks#eq:drift", "homework/drift#eq:drift"],
];

/**
 * Fills a folder with a course that was published and then turned over: titles renamed, parts reordered, a problem
 * moved to another assignment, a problem split in two, a part deleted.
 */
export async function fillMoved(folder: string): Promise<void> {
  await makeOwnCourse(join(fixture, "before/content"), folder);
  await ansatz(folder, "tags");
  await commit(folder);
  const { entries } = await readLedger(folder);
  const before = await compileCourse({ root: folder, experiments: new Map() });
  const pages = before.problems.map(({ address, compiled }) => ({ address, ids: compiled.anchors }));
  const ledger = await readFile(join(folder, "content/tags.txt"));
  await rm(join(folder, "content"), { recursive: true });
  await cp(join(fixture, "after/content"), join(folder, "content"), { recursive: true });
  await writeFile(join(folder, "content/tags.txt"), ledger);
  for (const [verb, address, ...rest] of remedies) {
    const entry = address.includes("#") && entries.find((each) => each.addresses[0] === address);
    await ansatz(folder, "tags", verb, entry ? entry.tag : address, ...rest);
  }
  await ansatz(folder, "tags");
  const links: OldLinks = {
    pages: [...pages, ...before.assignments.map(({ address }) => ({ address, ids: [] }))],
    tags: entries.map((entry) => ({ tag: entry.tag, address: addressOfEntry(entry) })),
    changes: await ansatz(folder, "anchors", "--since", "HEAD"),
  };
  await writeFile(join(folder, oldLinksFile), JSON.stringify(links));
}

/** What was published before a course was turned over. */
export async function readOldLinks(folder: string): Promise<OldLinks> {
  return JSON.parse(await readFile(join(folder, oldLinksFile), "utf8")) as OldLinks;
}

const run = promisify(execFile);

async function ansatz(folder: string, ...args: string[]): Promise<string> {
  const program = join(folder, "node_modules/ansatz/cli/ansatz.mjs");
  const { stdout } = await run(process.execPath, [program, ...args], { cwd: folder });
  return stdout;
}

async function commit(folder: string): Promise<void> {
  const git = (...args: string[]) => run("git", args, { cwd: folder });
  await git("init", "--quiet");
  await git("add", "content");
  await git(
    "-c",
    "user.name=Author",
    "-c",
    "user.email=author@course.example",
    "commit",
    "--quiet",
    "-m",
    "Publish",
  );
}
