import { addressOfEntry, type Entry, type Retirement } from "./ledger.ts";

/** What became of the permanent tags of a course between two states of its ledger. */
export interface Changes {
  readonly added: readonly Entry[];
  readonly moved: readonly Moved[];
  readonly retired: readonly Retired[];
  readonly lost: readonly Lost[];
}

/** A tag that leads to another address than before. */
export interface Moved {
  readonly tag: string;
  readonly from: string;
  readonly to: string;
}

/** A tag that was withdrawn, or was withdrawn and is in use again. */
export interface Retired extends Retirement {
  readonly tag: string;
  readonly from: string;
}

/** A tag that was published and leads nowhere now. */
export interface Lost {
  readonly tag: string;
  readonly from: string;
  readonly why: string;
}

/**
 * The changes from an earlier ledger to the present one. `vanished` are the tags of the present ledger whose item is
 * gone. A line that is gone is lost; so is a tag that was given to something else than it was published for.
 */
export function changesBetween(
  before: readonly Entry[],
  after: readonly Entry[],
  vanished: ReadonlySet<string> = new Set(),
): Changes {
  const present = new Map(after.map((entry) => [entry.tag, entry]));
  const old = new Map(before.map((entry) => [entry.tag, entry]));
  const kept = before.map((entry) => ({ entry, now: present.get(entry.tag) }));
  const lost = [
    ...kept.flatMap(({ entry, now }) => lostFrom(entry, now) ?? []),
    ...after.filter(({ tag }) => vanished.has(tag)).map((entry) => lostItem(entry)),
  ];
  const isLost = new Set(lost.map(({ tag }) => tag));
  const safe = kept.flatMap(({ entry, now }) =>
    now === undefined || isLost.has(entry.tag) ? [] : [{ entry, now }],
  );
  return {
    added: after.filter(({ tag }) => !old.has(tag)),
    moved: safe
      .filter(
        ({ entry, now }) => now.retirement === undefined && addressOfEntry(entry) !== addressOfEntry(now),
      )
      .map(({ entry, now }) => ({ tag: entry.tag, from: addressOfEntry(entry), to: addressOfEntry(now) })),
    retired: safe.flatMap(({ entry, now: { retirement } }) =>
      retirement === undefined || entry.retirement !== undefined
        ? []
        : [{ tag: entry.tag, from: addressOfEntry(entry), ...retirement }],
    ),
    lost,
  };
}

function lostFrom(entry: Entry, now: Entry | undefined): Lost | undefined {
  const lost = (why: string) => ({ tag: entry.tag, from: addressOfEntry(entry), why });
  if (now === undefined) return lost("its line is gone from the ledger: put it back");
  if (now.kind !== entry.kind)
    return lost(`it was given to a ${now.kind}; it was published for a ${entry.kind}`);
  const hasHistory = entry.addresses.every((address, index) => now.addresses[index] === address);
  if (!hasHistory)
    return lost(
      `its line was rewritten to \`${addressOfEntry(now)}\`: keep its addresses, and write \`moved to\` behind them`,
    );
  if (entry.retirement !== undefined && now.retirement === undefined)
    return lost("it was withdrawn, and is in use again: a tag is never used twice");
  return undefined;
}

function lostItem(entry: Entry): Lost {
  return {
    tag: entry.tag,
    from: addressOfEntry(entry),
    why: "its item is gone: `ansatz tags move` or `ansatz tags retire`",
  };
}
