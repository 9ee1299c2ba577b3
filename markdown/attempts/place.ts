import type { VFile } from "vfile";
import type { AnnotationsData, ClaimData } from "../attempt-data.ts";
import { reportAt } from "../compilation.ts";
import type { Data } from "../data.ts";
import type { Source } from "../source.ts";
import type { PlacedClaim, PlacedNote } from "./attempt.ts";
import { findQuote } from "./find-quote.ts";

/** A text in which claims may be quoted, from an offset on. */
export interface QuotedText {
  readonly text: string;
  readonly from: number;
}

/** A placed claim and the index of the text that it stands in: 0 is the attempt, then come its notes. */
export type TextClaim = PlacedClaim & { readonly text: number };

/** Finds the words of every claim; what cannot be placed is reported and left out. */
export function placeClaims(
  source: Source,
  data: Data<AnnotationsData>,
  texts: readonly QuotedText[],
  file: VFile,
): TextClaim[] {
  const placed: TextClaim[] = [];
  const seen = new Set<string>();
  for (const [index, claim] of data.value.claims.entries()) {
    const at = (key: string) => data.offsetOf(["claims", index, key]);
    if (!checkClaim(claim, seen, source, at, file)) continue;
    const found = findQuote(texts, claim);
    if ("finding" in found) {
      reportAt(file, source, at("quote"), found.finding);
      continue;
    }
    const part = (key: "reason" | "correction") =>
      claim[key] === undefined ? undefined : data.sourceOf(["claims", index, key]);
    placed.push({
      ...found,
      kind: "claim",
      data: claim,
      reason: part("reason"),
      correction: part("correction"),
      offset: at("id"),
    });
  }
  return placed;
}

/** Whether a claim can be shown; what is wrong with it is reported. */
function checkClaim(
  claim: ClaimData,
  seen: Set<string>,
  source: Source,
  at: (key: string) => number,
  file: VFile,
): boolean {
  if (seen.has(claim.id)) {
    reportAt(file, source, at("id"), {
      rule: "duplicate-claim",
      what: `The claim \`${claim.id}\` is given twice`,
      hint: "Each claim has a name of its own; it is a permanent address.",
    });
    return false;
  }
  seen.add(claim.id);
  if (claim.reason !== undefined || claim.verdict === "correct") return true;
  reportAt(file, source, at("verdict"), {
    rule: "verdict-without-reason",
    what: `The claim \`${claim.id}\` is called ${claim.verdict} without a reason`,
    hint: "Write `reason:`; its first sentence stands in the margin.",
  });
  return true;
}

/** Finds the words that every note speaks of, and gives it its own claims. */
export function placeNotes(
  source: Source,
  data: Data<AnnotationsData>,
  texts: readonly QuotedText[],
  claims: readonly TextClaim[],
  stem: string,
  file: VFile,
): PlacedNote[] {
  return data.value.notes.flatMap((note, index): PlacedNote[] => {
    const { at, occurrence } = note;
    const offset = data.offsetOf(["notes", index, "at"]);
    const found = findQuote(texts.slice(0, 1), { quote: at, occurrence });
    if ("finding" in found) {
      reportAt(file, source, offset, found.finding);
      return [];
    }
    const { start, end } = found;
    const own = claims.filter((claim) => claim.text === index + 1);
    const text = data.sourceOf(["notes", index, "text"]);
    const id = `note-${stem}-${index + 1}`;
    return [{ kind: "note", id, start, end, data: note, text, claims: own, offset }];
  });
}
