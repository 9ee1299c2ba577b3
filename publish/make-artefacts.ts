import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { MistakesError } from "../mistakes/mistake.ts";
import type { Artefact, ArtefactKind, ArtefactRequest } from "./artefact.ts";
import { readList, writeList } from "./artefact-list.ts";
import { checkTarget } from "./export-target.ts";
import { Refusal, refusing } from "./refusal.ts";
import { formatSize } from "./size.ts";

/** How the making of a kind ended: with artefacts, with a reason why this machine cannot, or with an error. */
export interface Outcome {
  readonly kind: string;
  readonly artefacts: readonly Artefact[];
  readonly obstacle?: string | undefined;
  readonly error?: MistakesError | Refusal;
}

/**
 * Makes each kind in its order, and goes on with the next where one cannot be made; says what was made as it is made.
 * `artefacts.json` in the folder then lists what is there. Throws a `Refusal` where nothing can or may be written.
 */
export async function makeArtefacts(
  request: Omit<ArtefactRequest, "made" | "say">,
  wanted: ReadonlyMap<string, ArtefactKind>,
  say: (line: string) => void,
): Promise<Outcome[]> {
  await refusing(request.to, () => openTarget(request));
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
  await refusing(request.to, () => writeList(request, made));
  return outcomes;
}

/** From the first moment on a folder says what it is: an export that was interrupted is one. */
async function openTarget(request: Omit<ArtefactRequest, "made" | "say">): Promise<void> {
  await checkTarget(request.to, request.site.folder);
  await mkdir(request.to, { recursive: true });
  if ((await readList(request.to)) === undefined) await writeList(request, new Map());
}

async function makeKind(kind: string, maker: ArtefactKind, request: ArtefactRequest): Promise<Outcome> {
  const obstacle = await maker.obstacle?.();
  if (obstacle !== undefined) return { kind, artefacts: [], obstacle };
  try {
    return { kind, artefacts: await refusing(request.to, () => maker.make(request)) };
  } catch (error) {
    if (error instanceof MistakesError || error instanceof Refusal) return { kind, artefacts: [], error };
    throw error;
  }
}
