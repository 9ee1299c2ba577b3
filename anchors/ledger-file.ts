import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Mistake } from "../mistakes/mistake.ts";
import { type Entry, type Ledger, ledgerPath, printLedger } from "./ledger.ts";
import { parseLedger } from "./parse-ledger.ts";

/** The ledger of the course below `root`; without a file, an empty one without a text. */
export async function readLedger(root: string): Promise<Ledger> {
  const bytes = await readFile(join(root, ledgerPath)).catch(ignoreMissing);
  if (bytes === undefined) return { entries: [], mistakes: [] };
  try {
    return parseLedger(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { text: "", entries: [], mistakes: [notUtf8] };
  }
}

/** Why a ledger was not written; the file is as it was. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
}

/**
 * Writes the ledger as one step: whoever reads it gets the old text or the new, never half of one. Throws a
 * LedgerError, and changes nothing, if the ledger that was read has mistakes or the new one would have some, if a tag
 * would be lost, if the file changed since it was read, or if another run is writing.
 */
export async function writeLedger(root: string, read: Ledger, entries: readonly Entry[]): Promise<void> {
  if (read.mistakes.length > 0) throw new LedgerError(`${ledgerPath} has mistakes: mend them first`);
  const kept = new Set(entries.map(({ tag }) => tag));
  const lost = read.entries.find(({ tag }) => !kept.has(tag));
  if (lost !== undefined) throw new LedgerError(`The tag ${lost.tag} would be lost`);
  const text = printLedger(entries);
  const [mistake] = parseLedger(text).mistakes;
  if (mistake !== undefined) throw new LedgerError(`${mistake.what}. ${mistake.hint}`);
  const path = join(root, ledgerPath);
  const draft = join(root, "content/.tags.txt.draft");
  const file = await open(draft, "wx").catch(explainDraft);
  try {
    await writeAll(file, text);
    const present = await readFile(path, "utf8").catch(ignoreMissing);
    if (present !== read.text) {
      throw new LedgerError(`${ledgerPath} was changed meanwhile: run the command again`);
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Writes a text to the disk itself, and closes the file whatever happens. */
async function writeAll(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

const notUtf8: Mistake = {
  file: ledgerPath,
  line: 1,
  column: 1,
  rule: "not-utf8",
  what: "The ledger is not UTF-8",
  hint: `Restore it from version control (\`git restore ${ledgerPath}\`).`,
  severity: "error",
};

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}

function explainDraft(error: NodeJS.ErrnoException): never {
  if (error.code !== "EEXIST") throw error;
  throw new LedgerError(
    "Another run is writing the ledger. If none is, one was interrupted: delete content/.tags.txt.draft",
  );
}
