import { parseArgs } from "node:util";
import { assignTags, refreshFingerprints } from "../anchors/assign.ts";
import { moveEntries, retireEntries } from "../anchors/change.ts";
import { checkTags } from "../anchors/check-tags.ts";
import { itemsOf } from "../anchors/items.ts";
import { type Entry, type Ledger, ledgerPath, printEntry, printLedger } from "../anchors/ledger.ts";
import { LedgerError, readLedger, writeLedger } from "../anchors/ledger-file.ts";
import { compileCourse } from "../course/compile-course.ts";
import type { Course } from "../course/course.ts";
import { readExperiments } from "../lab/experiment-files.ts";
import { formatReport } from "../mistakes/mistake.ts";
import { suggestion } from "../mistakes/suggest.ts";
import type { Command } from "./command.ts";

const usage = "[--check | --accept | move FROM TO | retire TAG REASON [--see ADDRESS]]";

/** `ansatz tags`: gives every item of the course its permanent tag. */
const command: Command = {
  summary: "give every problem, part, equation, claim and experiment its permanent tag",
  usage,
  options: [
    "Without arguments: new items get tags, in content/tags.txt, which is to be committed.",
    "    --check          only say what is missing or wrong",
    "    --accept         two parts exchanged their contents, and their tags are to stay where they are",
    "    move FROM TO     FROM is a tag, or a page or part by its address; TO is an address:",
    "                     ansatz tags move 7K3F homework/problem-3#a",
    "    retire TAG …     the item is gone; its page says the reason, and leads to ADDRESS:",
    '                     ansatz tags retire 7K3F "Joined to part (a)" --see homework/problem-2#a',
  ],
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { check: { type: "boolean" }, accept: { type: "boolean" }, see: { type: "string" } },
    });
    const root = process.cwd();
    const ledger = await readLedger(root);
    try {
      if (positionals.length > 0) return await changeLedger(root, ledger, positionals, values.see);
      const course = await compileCourse({ root, ...(await readExperiments(root)) });
      if (values.check) return report(course, ledger);
      return await completeLedger(root, course, ledger, values.accept ?? false);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      console.error(`ansatz tags: ${error.message}`);
      return 1;
    }
  },
};
export default command;

/** Tells what there is to do, and does nothing; 1 if there is anything. */
function report(course: Course, ledger: Ledger): number {
  const mistakes = checkTags(course, ledger);
  if (mistakes.length > 0) console.error(formatReport(mistakes));
  else console.log(`${ledger.entries.length} tags, every item has its own.`);
  return mistakes.length > 0 ? 1 : 0;
}

/** Adds what is missing; changes nothing where there is an error, since it could be about the very items. */
async function completeLedger(
  root: string,
  course: Course,
  ledger: Ledger,
  acceptsExchanges: boolean,
): Promise<number> {
  const mistakes = [
    ...checkTags(course, ledger),
    ...course.problems.flatMap(({ compiled }) => compiled.mistakes),
  ];
  const errors = mistakes
    .filter(({ severity }) => severity === "error")
    .filter(({ rule }) => !(acceptsExchanges && rule === "exchanged"));
  if (errors.length > 0) {
    console.error(`${formatReport(errors)}\n${ledgerPath} was not changed.`);
    return 1;
  }
  const items = course.problems.flatMap(itemsOf);
  const known = refreshFingerprints(items, ledger.entries);
  const added = assignTags(items, known);
  const entries = [...known, ...added];
  if (printLedger(entries) !== ledger.text && entries.length > 0) await writeLedger(root, ledger, entries);
  for (const entry of added) console.log(`+ ${printEntry(entry)}`);
  const changed = known.filter(
    (entry, index) => entry.fingerprint !== ledger.entries[index]?.fingerprint,
  ).length;
  console.log(
    `${added.length} added, ${changed} with a new fingerprint, ${entries.length} tags in ${ledgerPath}.`,
  );
  return 0;
}

async function changeLedger(
  root: string,
  ledger: Ledger,
  [verb, what, to, ...rest]: readonly string[],
  see: string | undefined,
): Promise<number> {
  if ((verb !== "move" && verb !== "retire") || what === undefined || to === undefined || rest.length > 0) {
    console.error(`Usage: ansatz tags ${usage}`);
    return 2;
  }
  const changed =
    verb === "move" ? moveEntries(ledger.entries, what, to) : retire(ledger.entries, what, to, see);
  if (changed === undefined) throw new LedgerError(`No tag in use is or leads to \`${what}\``);
  await writeLedger(root, ledger, changed);
  for (const entry of changed.filter((each) => !ledger.entries.includes(each)))
    console.log(printEntry(entry));
  if (verb === "move") await warnOfNothing(root, to);
  return 0;
}

/** A tag may be moved before its item is, so an address without one is no error here; a typo should be seen at once. */
async function warnOfNothing(root: string, address: string): Promise<void> {
  const { problems } = await compileCourse({ root, ...(await readExperiments(root)) });
  const known = problems.flatMap((problem) => itemsOf(problem).map((item) => item.address));
  if (known.some((each) => each === address || each.startsWith(`${address}/`))) return;
  console.error(
    `There is no \`${address}\` yet: until there is, \`ansatz check\` fails. ${suggestion(address, known)}`,
  );
}

function retire<E extends Entry>(
  entries: readonly E[],
  what: string,
  reason: string,
  see: string | undefined,
) {
  const date = new Date().toISOString().slice(0, 10);
  return retireEntries(entries, what, { date, reason, ...(see === undefined ? {} : { see }) });
}
