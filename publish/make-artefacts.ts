import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MistakesError } from "../mistakes/mistake.ts";
import type { Artefact, ArtefactKind, ArtefactRequest } from "./artefact.ts";
import type { Provenance } from "./provenance.ts";
import { Refusal } from "./refusal.ts";

/** How the making of a kind ended: with artefacts, with a reason why this machine cannot, or with an error. */
export interface Outcome {
  readonly kind: string;
  readonly artefacts: readonly Artefact[];
  readonly obstacle?: string | undefined;
  readonly error?: MistakesError | Refusal;
}

/** What an export folder holds, in `artefacts.json`. */
export interface ArtefactList extends Provenance {
  readonly version: 1;
  readonly title: string;
  readonly artefacts: readonly (Artefact & { readonly kind: string })[];
}

/**
 * Makes each kind in its order, and goes on with the next where one cannot be made; says what was made as it is made.
 * `artefacts.json` in the folder then lists what is there.
 */
export async function makeArtefacts(
  request: Omit<ArtefactRequest, "made" | "say">,
  wanted: ReadonlyMap<string, ArtefactKind>,
  say: (line: string) => void,
): Promise<Outcome[]> {
  await mkdir(request.to, { recursive: true });
  const made = new Map<string, readonly Artefact[]>();
  const outcomes: Outcome[] = [];
  for (const [kind, maker] of wanted) {
    const outcome = await makeKind(kind, maker, {
      ...request,
      made,
      say: (step, done) => say(`    ${step.padEnd(12)} ${done}`),
    });
    if (outcome.error === undefined && outcome.obstacle === undefined) made.set(kind, outcome.artefacts);
    for (const { path, bytes } of outcome.artefacts) {
      say(`  ${kind.padEnd(8)} ${formatSize(bytes).padStart(9)}  ${join(request.to, path)}`);
    }
    outcomes.push(outcome);
  }
  await writeList(request, made);
  return outcomes;
}

async function makeKind(kind: string, maker: ArtefactKind, request: ArtefactRequest): Promise<Outcome> {
  const obstacle = await maker.obstacle?.();
  if (obstacle !== undefined) return { kind, artefacts: [], obstacle };
  try {
    return { kind, artefacts: await maker.make(request) };
  } catch (error) {
    if (error instanceof MistakesError || error instanceof Refusal) return { kind, artefacts: [], error };
    throw error;
  }
}

/** Lists what was made now, and what an earlier run has made of the same site and this one has not replaced. */
async function writeList(
  { site, to, provenance }: Pick<ArtefactRequest, "site" | "to" | "provenance">,
  made: ReadonlyMap<string, readonly Artefact[]>,
): Promise<void> {
  const file = join(to, "artefacts.json");
  const earlier = await readList(file);
  const now = [...made].flatMap(([kind, artefacts]) => artefacts.map((artefact) => ({ kind, ...artefact })));
  const isKept = ({ kind, path }: { kind: string; path: string }) =>
    !made.has(kind) && !now.some((artefact) => artefact.path === path);
  const kept = earlier?.build === provenance.build ? earlier.artefacts.filter(isKept) : [];
  const artefacts = [...kept, ...now].sort((a, b) => (a.path < b.path ? -1 : 1));
  const list: ArtefactList = { version: 1, title: site.title, ...provenance, artefacts };
  await writeFile(file, `${JSON.stringify(list, null, 1)}\n`);
}

async function readList(file: string): Promise<ArtefactList | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as ArtefactList;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Bytes as a reader counts them: `12.0 MB`, `350 kB`, powers of ten. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, "kB"] : [bytes / 1e6, "MB"];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
