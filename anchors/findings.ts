import type { Mistake } from "../mistakes/mistake.ts";
import { suggest } from "../mistakes/suggest.ts";
import { type Item, itemsOf, type TaggedPage } from "./items.ts";
import { addressOfEntry, type Entry, ledgerPath } from "./ledger.ts";
import { nameOf } from "./name.ts";

type Finding = Pick<Mistake, "rule" | "what" | "hint">;

/** Items of one page have no tag. */
export function untagged(items: readonly Item[]): Finding {
  const names = items.map(nameOf);
  const listed = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return {
    rule: "untagged",
    what: `${count(items.length, "item")} without a permanent tag: ${listed.join(", ")}`,
    hint: `Run \`ansatz tags\` and commit ${ledgerPath}.`,
  };
}

/** The course has items, but no ledger at all. */
export function noLedger(items: readonly Item[]): Finding {
  return {
    rule: "untagged",
    what: `The course has no ledger of permanent tags; ${count(items.length, "item")} could have one`,
    hint: `Run \`ansatz tags\` and commit ${ledgerPath}.`,
  };
}

/** A tagged item is no longer in its page. `likely` says what the tag recorded. */
export function vanishedItem(entry: Entry, likely: Item | undefined, page: TaggedPage): Finding {
  const address = addressOfEntry(entry);
  const fellows = itemsOf(page).filter(({ subject }) => subject.kind === entry.kind);
  const target =
    likely?.address ??
    suggest(
      address,
      fellows.map((item) => item.address),
    ) ??
    "NEW-ADDRESS";
  const found = likely === undefined ? "" : `; \`${target}\` says the same`;
  return {
    rule: "vanished",
    what: `The tag \`${entry.tag}\` leads to the ${entry.kind} \`${address}\`, which is gone${found}`,
    hint:
      `If it moved: \`ansatz tags move ${entry.tag} ${target}\`. ` +
      `If it was deleted: \`ansatz tags retire ${entry.tag} "the reason"\`.`,
  };
}

/** A page with tags is gone. `likely` is the page that says what they recorded. */
export function vanishedPage(
  page: string,
  tags: number,
  pages: readonly string[],
  likely: string | undefined,
): Finding {
  const target = likely ?? suggest(page, pages) ?? "NEW-ADDRESS";
  const found = likely === undefined ? "" : `; \`${likely}\` says the same`;
  return {
    rule: "vanished",
    what: `${count(tags, "tag")} ${tags === 1 ? "leads" : "lead"} to the page \`${page}\`, which is gone${found}`,
    hint:
      `If it moved: \`ansatz tags move ${page} ${target}\`. ` +
      `If it was deleted: \`ansatz tags retire ${page} "the reason"\`.`,
  };
}

/** An item says something else than its tag recorded, and another item says just that. */
export function exchanged(entry: Entry, other: Item): Finding {
  return {
    rule: "exchanged",
    what:
      `The tag \`${entry.tag}\` leads to \`${addressOfEntry(entry)}\`, ` +
      `but what it was given for now stands at \`${other.address}\``,
    hint:
      `Let the tag follow: \`ansatz tags move ${entry.tag} ${other.address}\`. ` +
      "If tags should stay where they are: `ansatz tags --accept`.",
  };
}

/** A retired tag sends its readers to an address that is not there. */
export function leadsNowhere({ tag }: Entry, see: string, known: readonly string[]): Finding {
  const nearest = suggest(see, known);
  return {
    rule: "retired-nowhere",
    what: `The retired tag \`${tag}\` leads on to \`${see}\`, which is not there`,
    hint: `Write another address behind \`see\`${nearest === undefined ? ", or none" : `: \`${nearest}\``}.`,
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
