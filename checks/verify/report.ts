import type { Manifest } from "../manifest.ts";
import { type Counts, countByRoute, type Outcome } from "./outcome.ts";

/** What a run of `verify` found: the file that `--json` writes. */
export interface Report {
  readonly version: 1;
  /** The build that was verified. */
  readonly digest: string;
  readonly title: string;
  /** Counts by route. */
  readonly routes: Readonly<Record<string, Counts>>;
  readonly outcomes: readonly Outcome[];
}

/** The report of a run. */
export function toReport({ digest, title }: Manifest, outcomes: readonly Outcome[]): Report {
  return { version: 1, digest, title, routes: Object.fromEntries(countByRoute(outcomes)), outcomes };
}

/** The report for a terminal: each failure with its place, why something was not run, and a table of the routes. */
export function summarize({ outcomes, routes, digest }: Report): string {
  const failures = outcomes.filter(({ status }) => status === "failed").map(describeFailure);
  const reasons = Map.groupBy(
    outcomes.filter(({ status }) => status === "not run"),
    ({ route, reason }) => `${route} was not run: ${reason ?? "no reason is known"}`,
  );
  const notRun = [...reasons].map(([words, { length }]) => `${words} (${length})`);
  const rows = Object.entries(routes).map(([route, counts]) => [route, ...cells(counts)]);
  const table = align([["route", "passed", "failed", "not run"], ...rows]);
  const failed = failures.length;
  const verdict =
    outcomes.length === 0
      ? "There was nothing to verify."
      : failed > 0
        ? `${failed} of ${outcomes.length} checks failed.`
        : `Nothing failed in ${outcomes.length} checks of build ${digest}.`;
  return [...failures, ...notRun, "", table, "", verdict].join("\n").trimStart();
}

/** “content/a.md:3:5  failed (text): 0.693, …: why; expected …, found …”. */
function describeFailure({ place, address, route, subject, reason, expected, found }: Outcome): string {
  const texts = [expected !== undefined && `expected ${expected}`, found !== undefined && `found ${found}`];
  const words = texts.filter(Boolean).join(", ");
  return `${place || address}  failed (${route}): ${subject}: ${reason ?? ""}\n    ${words === "" ? address : `${words} at ${address}`}`;
}

function cells(counts: Counts): string[] {
  return [counts.passed, counts.failed, counts["not run"]].map(String);
}

function align(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row.map((cell, k) => (k === 0 ? cell.padEnd(width(k)) : cell.padStart(width(k)))).join("  "),
    )
    .join("\n");
}
