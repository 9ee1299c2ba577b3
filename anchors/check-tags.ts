import type { Mistake } from "../mistakes/mistake.ts";
import { parseAddress } from "./address.ts";
import { liveEntries } from "./assign.ts";
import { exchanged, leadsNowhere, noLedger, untagged, vanishedItem, vanishedPage } from "./findings.ts";
import { type Item, itemsOf, keyOf, type TaggedPage } from "./items.ts";
import { addressOfEntry, type Entry, type Ledger, ledgerPath, type PlacedEntry } from "./ledger.ts";

/** What a course is, to its tags. */
export interface TaggedCourse {
  readonly problems: readonly TaggedPage[];
  readonly assignments: readonly { readonly address: string }[];
}

/**
 * What is wrong with a course's tags: mistakes of the ledger itself; else items without a tag (warnings, one a page),
 * tags whose item has vanished, tags whose items seem to have exchanged their addresses, and retired tags that lead
 * nowhere. A page with errors of its own may lack items because of them: its tags are not judged.
 */
export function checkTags({ problems, assignments }: TaggedCourse, ledger: Ledger): Mistake[] {
  if (ledger.mistakes.length > 0) return [...ledger.mistakes];
  const census = takeCensus(problems, ledger);
  const known = new Set([...problems, ...assignments].map(({ address }) => address));
  return [
    ...checkUntagged(problems, census, ledger),
    ...checkVanishedPages(census, ledger),
    ...ledger.entries.flatMap((entry) => checkEntry(entry, census) ?? []),
    ...ledger.entries.flatMap((entry) => checkSee(entry, census, known) ?? []),
  ];
}

/** The tags in use whose item is gone; pages with errors of their own are not judged. */
export function vanishedTags({ problems }: Pick<TaggedCourse, "problems">, ledger: Ledger): Set<string> {
  const { pages, items } = takeCensus(problems, ledger);
  const isGone = (entry: PlacedEntry) => {
    const page = pages.get(pageOf(entry));
    if (entry.retirement !== undefined || (page !== undefined && hasErrors(page))) return false;
    return !items.has(keyOf(entry.kind, addressOfEntry(entry)));
  };
  return new Set(ledger.entries.filter(isGone).map(({ tag }) => tag));
}

/** The items of the course as the tags need them. */
interface Census {
  readonly pages: ReadonlyMap<string, TaggedPage>;
  readonly items: ReadonlyMap<string, Item>;
  readonly live: ReadonlyMap<string, PlacedEntry>;
  /** Items that say something else than their tag recorded, or that have no tag. */
  readonly strays: readonly Item[];
}

function takeCensus(problems: readonly TaggedPage[], { entries }: Ledger): Census {
  const items = new Map(
    problems.flatMap(itemsOf).map((item) => [keyOf(item.subject.kind, item.address), item]),
  );
  const live = liveEntries(entries);
  const strays = [...items].filter(([key, item]) => live.get(key)?.fingerprint !== item.fingerprint);
  const pages = new Map(problems.map((page) => [page.address, page]));
  return { pages, items, live, strays: strays.map(([, item]) => item) };
}

function checkUntagged(
  problems: readonly TaggedPage[],
  { items, live }: Census,
  { text }: Ledger,
): Mistake[] {
  const lacking = [...items].filter(([key, item]) => item.needsTag && !live.has(key)).map(([, item]) => item);
  if (lacking.length === 0) return [];
  if (text === undefined) return [{ ...placeOf({ line: 1 }), ...noLedger(lacking), severity: "warning" }];
  return problems.flatMap(({ address, path }) => {
    const own = lacking.filter(({ page }) => page === address);
    if (own.length === 0) return [];
    return [{ file: path, line: 1, column: 1, ...untagged(own), severity: "warning" as const }];
  });
}

/** A page that is gone is one mistake, however many tags it had. */
function checkVanishedPages({ pages, live }: Census, { entries }: Ledger): Mistake[] {
  // A page that has tags of its own is not where the lost ones went.
  const tagged = new Set([...live.values()].map(pageOf));
  const untaggedPages = [...pages.values()].filter(({ address }) => !tagged.has(address));
  const lost = entries.filter((entry) => entry.retirement === undefined && !pages.has(pageOf(entry)));
  return [...Map.groupBy(lost, pageOf)].flatMap(([page, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const addresses = untaggedPages.map(({ address }) => address);
    return [error(first, vanishedPage(page, own.length, addresses, mostAlike(own, untaggedPages)))];
  });
}

/** The page that says most of what some tags recorded, if any says something of it. */
function mostAlike(entries: readonly Entry[], pages: readonly TaggedPage[]): string | undefined {
  const said = new Set(entries.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`));
  const scored = pages.map((page) => {
    const alike = itemsOf(page).filter(({ subject, fingerprint }) =>
      said.has(`${subject.kind} ${fingerprint}`),
    );
    return { address: page.address, score: alike.length };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { address: "", score: 0 });
  return best.score > 0 ? best.address : undefined;
}

function checkEntry(entry: PlacedEntry, { pages, items, strays }: Census): Mistake | undefined {
  const page = pages.get(pageOf(entry));
  if (entry.retirement !== undefined || page === undefined || hasErrors(page)) return undefined;
  const item = items.get(keyOf(entry.kind, addressOfEntry(entry)));
  if (item?.fingerprint === entry.fingerprint) return undefined;
  const alike = strays.filter(
    ({ subject, fingerprint }) => subject.kind === entry.kind && fingerprint === entry.fingerprint,
  );
  const near = alike.find((stray) => stray.page === page.address);
  if (item === undefined) return error(entry, vanishedItem(entry, near ?? alike[0], page));
  return near && error(entry, exchanged(entry, near));
}

function checkSee(entry: PlacedEntry, { pages }: Census, known: ReadonlySet<string>): Mistake | undefined {
  const see = entry.retirement?.see;
  if (see === undefined) return undefined;
  const { page, fragment } = parseAddress(see);
  const anchors = pages.get(page)?.compiled.anchors ?? [];
  if (known.has(page) && (fragment === "" || anchors.includes(fragment))) return undefined;
  return error(entry, leadsNowhere(entry, see, [...known]));
}

function hasErrors({ compiled }: TaggedPage): boolean {
  return compiled.mistakes.some(({ severity }) => severity === "error");
}

function pageOf(entry: PlacedEntry): string {
  return parseAddress(addressOfEntry(entry)).page;
}

function placeOf({ line }: { readonly line: number }) {
  return { file: ledgerPath, line, column: 1 };
}

function error(entry: PlacedEntry, finding: Pick<Mistake, "rule" | "what" | "hint">): Mistake {
  return { ...placeOf(entry), ...finding, severity: "error" };
}
