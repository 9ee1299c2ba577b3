import { type Item, keyOf } from "./items.ts";
import { addressOfEntry, type Entry } from "./ledger.ts";
import { newTag } from "./tag.ts";

/** The entries that lead to an item now, by the item's key; where there are several, its own comes before moved ones. */
export function liveEntries<E extends Entry>(entries: readonly E[]): Map<string, E> {
  const live = new Map<string, E>();
  for (const entry of [...entries].sort(byAge)) {
    if (entry.retirement !== undefined) continue;
    const key = keyOf(entry.kind, addressOfEntry(entry));
    if (!live.has(key)) live.set(key, entry);
  }
  return live;
}

/** New entries for all items that need a tag and have none. The order of the items does not matter. */
export function assignTags(items: readonly Item[], entries: readonly Entry[]): Entry[] {
  const live = liveEntries(entries);
  const taken = new Set(entries.map(({ tag }) => tag.toUpperCase()));
  const untagged = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item.subject.kind, item.address);
    if (item.needsTag && !live.has(key)) untagged.set(key, item);
  }
  return [...untagged].sort(byKey).map(([key, { subject, fingerprint, address }]) => {
    const tag = newTag(key, taken);
    taken.add(tag);
    return { tag, kind: subject.kind, fingerprint, addresses: [address] };
  });
}

/** The entries with the present fingerprints of their items; those of vanished and retired items stay. */
export function refreshFingerprints(items: readonly Item[], entries: readonly Entry[]): Entry[] {
  const present = new Map(items.map((item) => [keyOf(item.subject.kind, item.address), item.fingerprint]));
  return entries.map((entry) => {
    const fingerprint = present.get(keyOf(entry.kind, addressOfEntry(entry)));
    return fingerprint === undefined || entry.retirement !== undefined ? entry : { ...entry, fingerprint };
  });
}

function byAge(a: Entry, b: Entry): number {
  return a.addresses.length - b.addresses.length || (a.tag < b.tag ? -1 : 1);
}

function byKey([a]: readonly [string, Item], [b]: readonly [string, Item]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
