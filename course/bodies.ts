import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompiledProblem } from "../markdown/index.ts";

/**
 * Compiled problems, kept on disk by digest: a problem is compiled once for each state of its text and of the
 * pipeline. They stay out of Astro's content store, because Astro bundles the store as one string, and the time that
 * takes grows with the square of the HTML in it.
 */
export interface Bodies {
  read(digest: string): Promise<CompiledProblem | undefined>;
  write(digest: string, compiled: CompiledProblem): Promise<void>;
}

/** The bodies in a folder; nothing that is written half is ever read. */
export function bodiesIn(folder: string): Bodies {
  const pathOf = (digest: string) => join(folder, `${digest}.json`);
  return {
    async read(digest) {
      const text = await readFile(pathOf(digest), "utf8").catch(() => undefined);
      return text === undefined ? undefined : parseBody(text);
    },
    async write(digest, compiled) {
      await mkdir(folder, { recursive: true });
      const draft = `${pathOf(digest)}.${process.pid}.draft`;
      await writeFile(draft, JSON.stringify(compiled));
      await rename(draft, pathOf(digest));
    },
  };
}

/** A body as it was written; undefined where the file was damaged, so that it is compiled anew. */
function parseBody(text: string): CompiledProblem | undefined {
  try {
    return JSON.parse(text) as CompiledProblem;
  } catch {
    return undefined;
  }
}

/** Bodies that are never kept: every problem is compiled anew. */
export const noBodies: Bodies = {
  read: async () => undefined,
  write: async () => undefined,
};
