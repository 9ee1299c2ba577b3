import { access, constants, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { listName } from "./artefact-list.ts";
import { Refusal } from "./refusal.ts";

/**
 * Throws a `Refusal` unless a folder is new, empty or one of exports, for in it files are replaced; and where it is
 * inside of the site, of which it would become a part. Throws the disk's error where it cannot be written.
 */
export async function checkTarget(to: string, site: string): Promise<void> {
  const way = relative(await realpath(site), await realPlace(resolve(to)));
  if (way === "" || !(way === ".." || way.startsWith(`..${sep}`))) {
    throw new Refusal(`${to} is inside of ${site}, from which it is made: give another \`--to\``);
  }
  const files = await readFolder(to);
  // asked outright, for Node says of a disk that can only be read that a folder is missing
  if (files.length === 0 || files.includes(listName)) return access(await nearest(to), constants.W_OK);
  throw new Refusal(
    `${to} is there and is no export of Ansatz (it has no ${listName}): nothing was written; give \`--to\` a new folder, as \`${join(to, "export")}\``,
  );
}

/** Where a path leads, of which the end need not be there. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error;
    return join(await realPlace(dirname(path)), relative(dirname(path), path));
  }
}

/** The path, or the first above it that is there. */
async function nearest(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearest(dirname(resolve(path)));
}

async function readFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
