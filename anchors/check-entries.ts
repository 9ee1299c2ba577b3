import type { Mistake } from "../mistakes/mistake.ts";
import { addressOfEntry, ledgerPath, type PlacedEntry } from "./ledger.ts";

/**
 * Tags that stand twice, tags in small letters, and items with two tags. A second tag is allowed where it was moved
 * to an item that has one of its own: both lead there.
 */
export function checkEntries(entries: readonly PlacedEntry[]): Mistake[] {
  const tags = new Map<string, PlacedEntry>();
  const items = new Map<string, PlacedEntry>();
  return entries.flatMap((entry) => {
    const other = claim(tags, entry.tag.toUpperCase(), entry);
    if (other !== undefined) return [mistakeAt(entry, duplicateTag(entry, other))];
    if (entry.tag !== entry.tag.toUpperCase()) return [mistakeAt(entry, smallLetters(entry))];
    if (entry.retirement !== undefined || entry.addresses.length > 1) return [];
    const twin = claim(items, `${entry.kind} ${addressOfEntry(entry)}`, entry);
    return twin === undefined ? [] : [mistakeAt(entry, twoTags(entry, twin))];
  });
}

/** Takes a key for an entry; the entry that had it already, if any. */
function claim(taken: Map<string, PlacedEntry>, key: string, entry: PlacedEntry): PlacedEntry | undefined {
  const other = taken.get(key);
  if (other === undefined) taken.set(key, entry);
  return other;
}

type Finding = Pick<Mistake, "rule" | "what" | "hint">;

function mistakeAt({ line }: PlacedEntry, finding: Finding): Mistake {
  return { file: ledgerPath, line, column: 1, severity: "error", ...finding };
}

function duplicateTag(entry: PlacedEntry, other: PlacedEntry): Finding {
  const hint =
    addressOfEntry(entry) === addressOfEntry(other) && entry.kind === other.kind
      ? "Both lines name one item: keep the line that was published, delete the other."
      : "Keep the line that was published first, delete the other, and run `ansatz tags`: its item gets a new tag.";
  return entry.tag === other.tag
    ? {
        rule: "duplicate-tag",
        what: `The tag \`${entry.tag}\` stands twice: also in line ${other.line}`,
        hint,
      }
    : {
        rule: "tag-case",
        what: `The tag \`${entry.tag}\` differs only in letter case from \`${other.tag}\` in line ${other.line}`,
        hint,
      };
}

function smallLetters({ tag }: PlacedEntry): Finding {
  return {
    rule: "tag-case",
    what: `The tag \`${tag}\` is written in small letters`,
    hint: `Write \`${tag.toUpperCase()}\`; links to it work in any letter case.`,
  };
}

function twoTags(entry: PlacedEntry, twin: PlacedEntry): Finding {
  const address = addressOfEntry(entry);
  return {
    rule: "two-tags",
    what: `Two tags for one ${entry.kind}: \`${address}\` has \`${twin.tag}\` in line ${twin.line} already`,
    hint: `If both were published, keep both and write \`moved to ${address}\` behind this one; else delete the newer.`,
  };
}
