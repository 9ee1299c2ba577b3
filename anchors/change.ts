import { parseAddress, writeAddress } from "./address.ts";
import { addressOfEntry, type Entry, type Retirement } from "./ledger.ts";

/**
 * The ledger after something moved. `from` is a tag in any letter case, an item's address, or the address of a page or
 * of a folder of pages, which takes all its items along. Undefined if no tag in use leads there.
 */
export function moveEntries<E extends Entry>(
  entries: readonly E[],
  from: string,
  to: string,
): E[] | undefined {
  return change(entries, from, (entry, isWholePage) => {
    const { page, fragment } = parseAddress(addressOfEntry(entry));
    const below = isWholePage ? page.slice(parseAddress(from).page.length) : "";
    const target = isWholePage ? writeAddress({ page: `${parseAddress(to).page}${below}`, fragment }) : to;
    return { ...entry, addresses: [...entry.addresses, target] };
  });
}

/** The ledger after a tag, an item or all items of a page were retired. Undefined if no tag in use leads there. */
export function retireEntries<E extends Entry>(
  entries: readonly E[],
  what: string,
  retirement: Retirement,
): E[] | undefined {
  const reason = retirement.reason.trim().replace(/\s+/gu, " ");
  return change(entries, what, (entry) => ({ ...entry, retirement: { ...retirement, reason } }));
}

function change<E extends Entry>(
  entries: readonly E[],
  what: string,
  apply: (entry: E, isWholePage: boolean) => E,
): E[] | undefined {
  const { entries: meant, isWholePage } = select(
    entries.filter(({ retirement }) => retirement === undefined),
    what,
  );
  if (meant.length === 0) return undefined;
  return entries.map((entry) => (meant.includes(entry) ? apply(entry, isWholePage) : entry));
}

/** The entries that a tag, an item's address, a page's address or a folder's means. */
function select<E extends Entry>(entries: readonly E[], what: string) {
  const tagged = entries.filter(({ tag }) => tag === what.toUpperCase());
  if (tagged.length > 0) return { entries: tagged, isWholePage: false };
  const isWholePage = !what.includes("#");
  const reaches = (address: string) => {
    const [page = ""] = address.split("#");
    return isWholePage ? page === what || page.startsWith(`${what}/`) : address === what;
  };
  return { entries: entries.filter((entry) => reaches(addressOfEntry(entry))), isWholePage };
}
