import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { type Changes, changesBetween } from "../anchors/changes.ts";
import { vanishedTags } from "../anchors/check-tags.ts";
import { addressOfEntry, type Entry, type Ledger, ledgerPath, printEntry } from "../anchors/ledger.ts";
import { readLedger } from "../anchors/ledger-file.ts";
import { parseLedger } from "../anchors/parse-ledger.ts";
import { compileCourse } from "../course/compile-course.ts";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport } from "../mistakes/mistake.ts";
import type { Command } from "./command.ts";

/** `ansatz anchors`: what became of the permanent tags since a commit, or where one tag leads. */
const command: Command = {
  summary:
    "list the tags added, moved, retired and lost since a commit (1 if any is lost), or tell where a tag leads",
  usage: "--since REV [--json] | TAG …",
  options: [
    "    --since REV   a commit of the course's repository: a hash, a branch, a tag",
    "    --json        the changes as one JSON object",
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { since: { type: "string" }, json: { type: "boolean" } },
    });
    const ledger = await readLedger(process.cwd());
    if (ledger.mistakes.length > 0) {
      console.error(formatReport(ledger.mistakes));
      return 1;
    }
    if (values.since !== undefined && positionals.length === 0)
      return reportSince(process.cwd(), values.since, ledger, values.json ?? false);
    if (values.since === undefined && positionals.length > 0) return tell(positionals, ledger.entries);
    console.error(`Usage: ansatz anchors ${command.usage}`);
    return 2;
  },
};
export default command;

async function reportSince(root: string, revision: string, ledger: Ledger, isJson: boolean): Promise<number> {
  const earlier = readEarlier(root, revision);
  if (earlier === undefined) return 2;
  const course = await compileCourse({ root, ...(await readExperiments(root)) });
  const changes = changesBetween(earlier.entries, ledger.entries, vanishedTags(course, ledger));
  const unsure = course.problems
    .flatMap(({ compiled }) => compiled.mistakes)
    .filter(({ severity }) => severity === "error");
  if (isJson) console.log(JSON.stringify({ since: revision, ...changes }, null, 1));
  else console.log(printChanges(changes, revision));
  if (unsure.length > 0) console.error(`${formatReport(unsure)}\nTags of pages with errors were not judged.`);
  return changes.lost.length > 0 || unsure.length > 0 ? 1 : 0;
}

/** The ledger as it was at a commit; without a file there, an empty one. Undefined, with a message, without the commit. */
function readEarlier(root: string, revision: string): Ledger | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 2 ** 28,
    });
  try {
    const commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).trim();
    const listed = git("ls-tree", "--name-only", commit, "--", ledgerPath);
    return listed === ""
      ? { entries: [], mistakes: [] }
      : parseLedger(git("show", `${commit}:./${ledgerPath}`));
  } catch {
    console.error(
      `ansatz anchors: there is no commit \`${revision}\` here. ` +
        "In a shallow clone, fetch it first (`git fetch --unshallow`; for actions/checkout, `fetch-depth: 0`).",
    );
    return undefined;
  }
}

function printChanges({ added, moved, retired, lost }: Changes, revision: string): string {
  const lines = [
    ...added.map((entry) => `added    ${entry.tag} ${entry.kind} ${addressOfEntry(entry)}`),
    ...moved.map(({ tag, from, to }) => `moved    ${tag} ${from} → ${to}`),
    ...retired.map(({ tag, from, reason }) => `retired  ${tag} ${from}: ${reason}`),
    ...lost.map(({ tag, from, why }) => `LOST     ${tag} ${from}: ${why}`),
  ];
  const counts = `${added.length} added, ${moved.length} moved, ${retired.length} retired, ${lost.length} lost`;
  return [...lines, `Since ${revision}: ${counts}.`].join("\n");
}

/** Where tags lead, in any letter case; 1 if one is unknown. */
function tell(tags: readonly string[], entries: readonly Entry[]): number {
  const found = tags.map((tag) => ({ tag, entry: entries.find((entry) => entry.tag === tag.toUpperCase()) }));
  for (const { tag, entry } of found)
    console.log(entry === undefined ? `${tag} is no tag of this course` : printEntry(entry));
  return found.some(({ entry }) => entry === undefined) ? 1 : 0;
}
