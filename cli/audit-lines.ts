import type { Audit, Why } from "../derivation/index.ts";
import type { CourseDisplay } from "./check-summary.ts";
import { countOf } from "./summary-table.ts";

type Survivor = Audit["survivors"][number];

/** What is said of each kind of unnoticed change, in the order of the summary. */
const meanings: Readonly<Record<Why, string>> = {
  true: "true as well",
  slack: "in an inequality that has room",
  assumed: "in what is defined or assumed, not claimed",
  rounded: "smaller than the printed digits show",
  special: "hidden by a special constant",
  open: "unexplained: true for the declared constants, and no others can be tried",
};

/**
 * What an audit found: which inequalities have room, and which changes only a special constant hides or nothing
 * explains; those that are true as well, or touch no claim, are counted.
 */
export function formatAudit(displays: readonly CourseDisplay[]): string {
  const audited = displays.flatMap(({ check, ...place }) =>
    check?.audit ? [{ ...place, audit: check.audit }] : [],
  );
  const lines = audited.flatMap(({ file, line, audit }) =>
    linesOf(audit.survivors).map((text) => `${file}:${line}  ${text}`),
  );
  const all = audited.map(({ audit }) => audit);
  return [...lines, summaryOf(all)].join("\n");
}

function linesOf(survivors: readonly Survivor[]): string[] {
  const slack = Map.groupBy(
    survivors.filter(({ why }) => why === "slack"),
    ({ step }) => step.offset,
  );
  const rooms = [...slack.values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const more = changes.length === 1 ? "" : ` and ${countOf(changes.length - 1, "other change")}`;
    return [`slack inequality: ${first.change}${more} would go unnoticed in ${claimOf(first)}`];
  });
  const rest = survivors.flatMap((each) => {
    if (each.why === "special")
      return [
        `special constant: ${each.change} would go unnoticed in ${claimOf(each)}, but not with \`${each.remedy ?? ""}\``,
      ];
    if (each.why !== "open") return [];
    return [
      `unexplained: ${each.change} would go unnoticed in ${claimOf(each)}; no other constants leave the step true`,
    ];
  });
  return [...rooms, ...rest];
}

function claimOf({ step }: Survivor): string {
  return `\`${`${step.left} ${step.relation} ${step.right}`.replaceAll(/\s+/g, " ").trim()}\``;
}

function summaryOf(audits: readonly Audit[]): string {
  const sum = (count: (audit: Audit) => number) => audits.reduce((total, audit) => total + count(audit), 0);
  const mutants = sum((audit) => audit.mutants);
  const share = (count: number) => (mutants === 0 ? "0" : ((100 * count) / mutants).toFixed(1));
  const [caught, refused] = [sum((audit) => audit.caught), sum((audit) => audit.refused)];
  const survivors = audits.flatMap((audit) => audit.survivors);
  const kinds = Object.entries(meanings).flatMap(([kind, words]) => {
    const count = survivors.filter(({ why }) => why === kind).length;
    return count === 0 ? [] : [`  ${count} ${words}`];
  });
  return [
    `Audit: ${countOf(mutants, "change")} of verified displays: ${share(caught)} % false, ` +
      `${share(refused)} % not checked, ${survivors.length} unnoticed${kinds.length === 0 ? "." : ":"}`,
    ...kinds,
  ].join("\n");
}
