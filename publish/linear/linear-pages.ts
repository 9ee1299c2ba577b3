import type { ArtefactRequest } from "../artefact.ts";
import { readText } from "../built-site.ts";
import type { MapPage } from "../course-map.ts";
import { applyEdits } from "../edits.ts";
import { parseElements } from "../html.ts";
import { findLeak, type Runs, secretsOf, sortRuns } from "./audit.ts";
import { type Choice, choiceNote } from "./choice.ts";
import { withoutEmptyParts } from "./empty-parts.ts";
import { idsOf, lostLinkEdits, type RemainingIds } from "./links.ts";
import { figureEdits, readLiveFigures } from "./live-figures.ts";
import { moveNotes } from "./notes.ts";
import { withhold } from "./withhold.ts";

/** A page as it is read from beginning to end, without anything to press. */
export interface LinearPage {
  readonly page: MapPage;
  readonly text: string;
}

/** An assignment's page and those of its problems, and a check of what is made from them. */
export interface LinearPages {
  readonly host: LinearPage;
  readonly problems: readonly LinearPage[];
  /** Throws where a text says what the reader chose not to be told. */
  readonly audit: (copy: string, name: string) => void;
}

/** What tells a solution from the rest of a page. */
const marked = /class="block block-(?:solution|answer|attempt)"/;

/** Reads the pages of an assignment and leaves out what the choice keeps from the reader. */
export async function readLinearPages(
  { site, map, provenance: { live }, say }: ArtefactRequest,
  assignment: MapPage,
  choice: Choice,
): Promise<LinearPages> {
  const pages = [assignment, ...assignment.problems.flatMap((address) => map.get(address) ?? [])];
  const drafts: LinearPage[] = [];
  const runs: Runs[] = [];
  for (const page of pages) {
    const text = await readText(site, page.path);
    runs.push(sortRuns(text, choice));
    if (page.kind === "problem" && choice.solutions !== "full" && !marked.test(text)) {
      say("unmarked", `${page.address} marks no solution and no answer, so all of its text is in the copy`);
    }
    const left = withhold(text, choice);
    drafts.push({ page, text: moveNotes(choiceNote(choice) === undefined ? left : withoutEmptyParts(left)) });
  }
  const parsed = drafts.map((draft) => {
    const elements = parseElements(draft.text);
    // only what may be edited: all elements of all pages of a long assignment are gigabytes
    const edited = elements.filter(({ name }) => name === "a" || name === "figure");
    return { ...draft, ids: idsOf(elements), elements: edited };
  });
  const remaining: RemainingIds = new Map(parsed.map(({ page, ids }) => [page.path, ids]));
  const liveFigures = await readLiveFigures(site, live);
  const [host, ...problems] = parsed.map(({ page, text, elements }) => {
    const edits = [
      ...lostLinkEdits(elements, page.path, remaining, { site, live }),
      ...figureEdits(text, elements, page.address, liveFigures),
    ];
    return { page, text: applyEdits(text, edits) };
  });
  const secrets = secretsOf(runs);
  if (host === undefined) throw new Error(`${assignment.path} has no page`);
  return { host, problems, audit: (copy, name) => auditCopy(copy, name, secrets) };
}

function auditCopy(copy: string, name: string, secrets: ReadonlySet<string>): void {
  const leak = findLeak(copy, secrets);
  if (leak !== undefined) throw new Error(`${name} would say what it must not: “${leak}”`);
}
