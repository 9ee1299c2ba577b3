import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { offlinePath, startPath } from "./places.ts";

/**
 * A course of at most this many bytes, unpacked, is kept whole on the first visit. Pages shrink to about a tenth on their
 * way, so that it costs a reader what a few photographs do.
 */
const wholeUpTo = 32_000_000;

/** A course's files by when they are kept. */
export interface SplitCourse {
  readonly files: readonly string[];
  /** Of a large course: when they are opened, or all when the reader asks. */
  readonly pages: readonly string[];
}

/** Of a large course, only what pages share and the pages that list others are kept at once. */
export async function splitCourse(
  folder: string,
  kept: readonly string[],
  assets: string,
  limit = wholeUpTo,
): Promise<SplitCourse> {
  let bytes = 0;
  for (const path of kept) bytes += (await stat(join(folder, path))).size;
  if (bytes <= limit) return { files: kept, pages: [] };
  const atOnce = new Set<string>();
  for (const path of kept) {
    if (path.startsWith(assets) || (await isShared(folder, path))) atOnce.add(path);
  }
  return { files: [...atOnce], pages: kept.filter((path) => !atOnce.has(path)) };
}

async function isShared(folder: string, path: string): Promise<boolean> {
  if (["index.html", offlinePath, startPath].includes(path)) return true;
  if (!path.endsWith("index.html")) return false;
  return (await readFile(join(folder, path), "utf8")).includes('name="ansatz-page" content="assignment"');
}
