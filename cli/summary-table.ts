import { outcomes, type Reason, type Summary, type SummaryOutcome } from "./check-summary.ts";

const names: Readonly<Record<SummaryOutcome, string>> = {
  verified: "verified",
  false: "false",
  definition: "definition",
  marked: "not checked, for a reason given",
  unchecked: "not checked, and no reason given",
  undeclared: "outside every `symbols` block",
};

/** How many reasons are printed; the JSON has all. */
const mostReasons = 12;

/** The summary as lines of text: what displays came to, and why some were not checked. */
export function formatSummary(summary: Summary): string {
  const { steps, reasons, quantities } = summary;
  const rows = outcomes
    .map((outcome) => [outcome, summary.displays[outcome]] as const)
    .filter(([, { own, quoted }]) => own + quoted > 0);
  const total = rows.reduce((sum, [, { own, quoted }]) => sum + own + quoted, 0);
  if (total === 0) return `No displays. ${countOf(quantities, "number")} recomputed.`;
  const table = [
    row("displays", "own", "quoted"),
    ...rows.map(([outcome, { own, quoted }]) => row(names[outcome], String(own), String(quoted))),
  ];
  const steplines = `${countOf(steps.verified, "step")} verified, ${steps.false} false, ${steps.unchecked} not checked. ${countOf(quantities, "number")} recomputed.`;
  return [...table, steplines, ...formatReasons(reasons)].join("\n");
}

function row(name: string, own: string, quoted: string): string {
  return `  ${name.padEnd(34)}${own.padStart(6)}${quoted.padStart(8)}`;
}

function formatReasons(reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return [];
  const lines = reasons.slice(0, mostReasons).map(({ reason, isMarked, displays, proposal }) => {
    const remedy = proposal === undefined ? "" : `  → ${proposal}`;
    return `  ${String(displays).padStart(4)}  ${isMarked ? `“${reason}”` : reason}${remedy}`;
  });
  const rest = reasons.length - lines.length;
  return [
    "Why not, and in how many displays:",
    ...lines,
    ...(rest > 0 ? [`        and ${countOf(rest, "other reason")}`] : []),
  ];
}

/** “1 step”, “3 steps”. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
