import type { Root } from "mdast";
import type { VFile } from "vfile";
import {
  type AnnotationsData,
  type AttemptData,
  annotationsSchema,
  attemptSchema,
  type ClaimData,
  type NoteData,
} from "../attempt-data.ts";
import { reportAt } from "../compilation.ts";
import { type Data, parseData } from "../data.ts";
import { parseQuotation } from "../parse.ts";
import { checkDisplays } from "../remark-displays.ts";
import type { Source } from "../source.ts";
import { excuseDisplays } from "./excuse-displays.ts";
import { placeClaims, placeNotes, type QuotedText } from "./place.ts";

/** A stretch of quoted text, by offsets in its source; end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A claim with its place: in the attempt itself, or in the note with that index. */
export interface PlacedClaim extends Range {
  readonly kind: "claim";
  readonly data: ClaimData;
  readonly reason: Source | undefined;
  readonly correction: Source | undefined;
  /** Where its name stands in the data file, for mistakes. */
  readonly offset: number;
}

/** A note with the stretch of the attempt that it speaks of, and the claims that it makes itself. */
export interface PlacedNote extends Range {
  readonly kind: "note";
  readonly id: string;
  readonly data: NoteData;
  readonly text: Source;
  readonly claims: readonly PlacedClaim[];
  /** Where its quote stands in the data file, for mistakes. */
  readonly offset: number;
}

export type Placed = PlacedClaim | PlacedNote;

/** A quoted answer, parsed, with everything that was said of it. */
export interface Attempt {
  readonly name: string;
  readonly source: Source;
  readonly annotations: Source | undefined;
  readonly data: AttemptData;
  readonly tree: Root;
  readonly claims: readonly PlacedClaim[];
  readonly notes: readonly PlacedNote[];
}

/** Reads an attempt and its data from a document's companions; undefined where its frontmatter is unusable. */
export function readAttempt(
  name: string,
  companions: ReadonlyMap<string, Source>,
  file: VFile,
): Attempt | undefined {
  const source = companions.get(name);
  if (source === undefined) return undefined;
  const tree = parseQuotation(source);
  checkDisplays(tree, file);
  const data = readFrontmatter(source, tree, file);
  if (data === undefined) return undefined;
  const annotations = companions.get(name.replace(/\.md$/, ".yaml"));
  const parsed = annotations === undefined ? undefined : readAnnotations(annotations, file);
  if (annotations && parsed) excuseDisplays(tree, bodyOf(source, tree), annotations, parsed, file);
  const stem = name.replace(/\.md$/, "");
  const texts = [bodyOf(source, tree), ...(parsed?.value.notes.map((note) => wholeOf(note.text)) ?? [])];
  const claims = annotations && parsed ? placeClaims(annotations, parsed, texts, file) : [];
  const notes = annotations && parsed ? placeNotes(annotations, parsed, texts, claims, stem, file) : [];
  return { name, source, annotations, data, tree, claims: claims.filter((c) => c.text === 0), notes };
}

function readFrontmatter(source: Source, tree: Root, file: VFile): AttemptData | undefined {
  const [first] = tree.children;
  const yaml = first?.type === "yaml" ? first.value : "";
  if (first?.type === "yaml") tree.children.shift();
  const at = { text: yaml, offset: yaml === "" ? 0 : source.text.indexOf("\n") + 1 };
  const report = (offset: number, finding: Parameters<typeof reportAt>[3]) =>
    reportAt(file, source, offset, finding);
  return parseData(source, at, attemptSchema, report)?.value;
}

function readAnnotations(source: Source, file: VFile): Data<AnnotationsData> | undefined {
  return parseData(source, { text: source.text, offset: 0 }, annotationsSchema, (offset, finding) =>
    reportAt(file, source, offset, finding),
  );
}

function bodyOf(source: Source, tree: Root): QuotedText {
  return { text: source.text, from: tree.children[0]?.position?.start.offset ?? 0 };
}

function wholeOf(text: string): QuotedText {
  return { text, from: 0 };
}
