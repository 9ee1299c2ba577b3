import type { Mistake } from "../mistakes/mistake.ts";
import { suggestion } from "../mistakes/suggest.ts";
import { checkEntries } from "./check-entries.ts";
import { footer, header, type Kind, kinds, type Ledger, ledgerPath, type PlacedEntry } from "./ledger.ts";
import { isTag } from "./tag-form.ts";

const linePattern =
  /^(?<tag>\S+)\s+(?<kind>\S+)\s+(?<fingerprint>[\da-f]{8})\s+(?<address>\S+)(?<moves>(?:\s+moved to\s+\S+)*)(?:\s+retired\s+(?<date>\d{4}-\d\d-\d\d)(?:\s+see\s+(?<see>\S+))?:\s+(?<reason>\S.*))?$/d;

/** A finding about one line; the column counts from 1. */
type Finding = Pick<Mistake, "rule" | "what" | "hint"> & { readonly column?: number };

/**
 * Parses a ledger. Every line that cannot be read, and every tag or item that stands twice, is a mistake; the entries
 * are those of the other lines.
 */
export function parseLedger(text: string): Ledger {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const entries: PlacedEntry[] = [];
  const mistakes: Mistake[] = [];
  const report = (line: number, { column = 1, ...finding }: Finding) =>
    mistakes.push({ file: ledgerPath, line, column, severity: "error", ...finding });
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || header.includes(line) || line === footer) continue;
    const parsed = parseLine(line.trimEnd());
    if ("rule" in parsed) report(index + 1, parsed);
    else entries.push({ ...parsed, line: index + 1 });
  }
  if (!lines.includes(footer)) report(lines.findLastIndex((line) => line !== "") + 1 || 1, truncated);
  return { text, entries, mistakes: [...mistakes, ...checkEntries(entries)] };
}

function parseLine(line: string): Omit<PlacedEntry, "line"> | Finding {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return mergeMark(line);
  if (line.startsWith("#")) return comment;
  const match = linePattern.exec(line);
  if (match === null) return malformed(line);
  const {
    tag = "",
    kind = "",
    fingerprint = "",
    address = "",
    moves = "",
    date,
    see,
    reason,
  } = match.groups ?? {};
  if (!isTag(tag.toUpperCase())) return invalidTag(tag);
  if (!isKind(kind)) return unknownKind(kind, (match.indices?.groups?.["kind"]?.[0] ?? 0) + 1);
  const moved = [...moves.matchAll(/moved to\s+(\S+)/g)].map((each) => each[1] ?? "");
  const retirement =
    date === undefined || reason === undefined
      ? {}
      : { retirement: { date, reason, ...(see === undefined ? {} : { see }) } };
  return { tag, kind, fingerprint, addresses: [address, ...moved], ...retirement };
}

function isKind(kind: string): kind is Kind {
  return (kinds as readonly string[]).includes(kind);
}

const truncated: Finding = {
  rule: "ledger-truncated",
  what: `The ledger is cut off: its last line \`${footer}\` is missing`,
  hint: `Restore the file from version control (\`git restore ${ledgerPath}\`); every line that is lost is a dead link.`,
};

const comment: Finding = {
  rule: "ledger-line",
  what: "A comment in the ledger, which would be lost when it is written next",
  hint: "Delete it; the reason for a removal stands behind `retired`.",
};

function mergeMark(line: string): Finding {
  return {
    rule: "ledger-merge",
    what: `A merge left its mark \`${line.slice(0, 7)}\` in the ledger`,
    hint: "Keep the lines of both sides, in any order, delete the marks, and run `ansatz tags`.",
  };
}

function malformed(line: string): Finding {
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  return {
    rule: "ledger-line",
    what: `Malformed line of the ledger: found \`${shown}\``,
    hint:
      "Expected tag, kind, fingerprint, address, as `7K3F part 3f9a01c2 homework/problem-2#b`, and perhaps " +
      "`moved to homework/problem-3#a` or `retired 2026-11-22: the reason`.",
  };
}

function invalidTag(tag: string): Finding {
  return {
    rule: "ledger-tag",
    what: `Invalid tag \`${tag}\``,
    hint: "Delete the line and run `ansatz tags`, which chooses tags: four characters without look-alikes.",
  };
}

function unknownKind(kind: string, column: number): Finding {
  return { rule: "ledger-kind", column, what: `Unknown kind \`${kind}\``, hint: suggestion(kind, kinds) };
}
