import type { Mistake } from "../mistakes/mistake.ts";

/** What can have a tag. */
export const kinds = ["problem", "part", "equation", "claim", "experiment"] as const;
export type Kind = (typeof kinds)[number];

/** Why an item is gone. Its tag keeps a page that says so. */
export interface Retirement {
  /** The day, `2026-11-22`. */
  readonly date: string;
  /** Address of what a reader should see instead, if there is anything. */
  readonly see?: string;
  readonly reason: string;
}

/** A tag and what it names. */
export interface Entry {
  readonly tag: string;
  readonly kind: Kind;
  /** Eight hexadecimal digits of what the item says, to notice two items that exchanged their addresses. */
  readonly fingerprint: string;
  /** Where the item stood, from the first address to the present one. */
  readonly addresses: readonly [string, ...string[]];
  readonly retirement?: Retirement;
}

/** An entry that stands in the ledger's file. */
export interface PlacedEntry extends Entry {
  /** Its line, from 1. */
  readonly line: number;
}

/** The ledger as it was read. */
export interface Ledger {
  /** The file's text; absent where there is no file. */
  readonly text?: string;
  readonly entries: readonly PlacedEntry[];
  /** What is wrong with the file itself; a ledger with mistakes is never written. */
  readonly mistakes: readonly Mistake[];
}

/** Path of the ledger from the course's root. */
export const ledgerPath = "content/tags.txt";

/** The first lines of every ledger. */
export const header = [
  "# Permanent tags of this course, one a line. `ansatz tags` writes them; no line is ever removed, no tag used twice.",
  "# tag, kind, fingerprint, address, then perhaps: moved to ADDRESS … retired DATE [see ADDRESS]: REASON",
];

/** The last line of every ledger: a file that was cut off lacks it. */
export const footer = "# end";

/** Where an item stands now, or stood last. */
export function addressOfEntry({ addresses }: Entry): string {
  return addresses.at(-1) ?? addresses[0];
}

/**
 * A ledger as text: sorted by tag, each line independent of all others, so that two branches that add tags rarely
 * touch the same lines. The columns in front of the address have a fixed width, and no line depends on another's.
 */
export function printLedger(entries: readonly Entry[]): string {
  const lines = entries.map(printEntry).sort((a, b) => (a < b ? -1 : 1));
  return `${[...header, ...lines, footer].join("\n")}\n`;
}

/** `7K3F part       3f9a01c2 homework/problem-2#b moved to homework/problem-3#a`. */
export function printEntry({ tag, kind, fingerprint, addresses, retirement }: Entry): string {
  return [`${tag} ${kind.padEnd(10)} ${fingerprint} ${addresses.join(" moved to ")}`, printFate(retirement)]
    .filter((piece) => piece !== "")
    .join(" ");
}

function printFate(retirement: Retirement | undefined): string {
  if (retirement === undefined) return "";
  const { date, see, reason } = retirement;
  return `retired ${date}${see === undefined ? "" : ` see ${see}`}: ${reason}`;
}
