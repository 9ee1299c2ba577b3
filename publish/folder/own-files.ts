import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import { ownFilesPath } from "./registry.ts";

/** What systems leave in folders that a reader has looked at. */
const strays = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/**
 * Throws a `Refusal` where a folder holds a file that no export put there: it would go with the others. An export lists
 * its files in the folder.
 */
export async function checkReplaceable(folder: string): Promise<void> {
  const present = (await listAll(folder)).filter((path) => !strays.has(basename(path)));
  if (present.length === 0) return;
  const own = await readOwnFiles(folder);
  if (own === undefined) {
    throw new Refusal(
      `${folder} is there and is no export of Ansatz: nothing was written; give another \`--to\``,
    );
  }
  const others = present.filter((path) => !own.has(path));
  if (others.length === 0) return;
  const more = others.length > 3 ? `, and ${others.length - 3} more` : "";
  throw new Refusal(
    `${folder} holds what no export put there (${others.slice(0, 3).join(", ")}${more}): nothing was written; move it away`,
  );
}

/** The list that a folder carries of its files. */
export function renderOwnFiles(files: Iterable<string>): string {
  return `${[...files, ownFilesPath].sort().join("\n")}\n`;
}

/** Everything that is no folder, hidden or not. */
async function listAll(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function readOwnFiles(folder: string): Promise<ReadonlySet<string> | undefined> {
  try {
    return new Set((await readFile(join(folder, ownFilesPath), "utf8")).split("\n"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
