import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artefact, ArtefactRequest } from "./artefact.ts";
import type { Provenance } from "./provenance.ts";

/** An artefact with its kind. */
export type ListedArtefact = Artefact & { readonly kind: string };

/** What an export folder holds, in `artefacts.json`. */
export interface ArtefactList extends Provenance {
  readonly version: 1;
  readonly title: string;
  /** Sorted by path. */
  readonly artefacts: readonly ListedArtefact[];
}

/**
 * Lists what was made now, and what an earlier run has made of the same build and this one has not replaced. Files
 * that an earlier run made of pages that are gone are removed.
 */
export async function writeList(
  { site, to, provenance, only }: Pick<ArtefactRequest, "site" | "to" | "provenance" | "only">,
  made: ReadonlyMap<string, readonly Artefact[]>,
): Promise<void> {
  const earlier = await readList(to);
  const now = [...made].flatMap(([kind, artefacts]) => artefacts.map((artefact) => ({ kind, ...artefact })));
  const others = (earlier?.artefacts ?? []).filter(({ path }) => !now.some((each) => each.path === path));
  // a run that was limited to some pages says nothing about the others
  const isOver = ({ kind }: ListedArtefact) => made.has(kind) && only.length === 0;
  for (const { path } of others.filter(isOver)) if (isFile(path)) await rm(join(to, path), { force: true });
  const kept = earlier?.build === provenance.build ? others.filter((each) => !isOver(each)) : [];
  const artefacts = [...kept, ...now].sort((a, b) => (a.path < b.path ? -1 : 1));
  const list: ArtefactList = { version: 1, title: site.title, ...provenance, artefacts };
  await writeFile(join(to, listName), `${JSON.stringify(list, null, 1)}\n`);
}

/** The file that lists what an export folder holds. */
export const listName = "artefacts.json";

/** The list of an export folder; undefined where there is none that can be read. */
export async function readList(to: string): Promise<ArtefactList | undefined> {
  try {
    const list = JSON.parse(await readFile(join(to, listName), "utf8")) as ArtefactList;
    return list.version === 1 ? list : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Is it one file, inside of the export folder, and not the entrance of a folder? */
function isFile(path: string): boolean {
  return !path.split("/").includes("..") && !path.startsWith("/") && !path.endsWith("/index.html");
}
