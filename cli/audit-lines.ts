import type { CourseDisplay } from "./check-summary.ts";
import { countOf } from "./summary-table.ts";

/** What an audit found: the verified displays that a small mistake would leave verified, and how many others not. */
export function formatAudit(displays: readonly CourseDisplay[]): string {
  const audited = displays.flatMap(({ check, ...place }) =>
    check?.audit ? [{ ...place, audit: check.audit }] : [],
  );
  const survivors = audited.flatMap(({ file, line, audit }) =>
    audit.survivors.map(({ change, step }) => {
      const claim = `${step.left} ${step.relation} ${step.right}`.replaceAll(/\s+/g, " ");
      return `${file}:${line}  ${change} would go unnoticed in \`${claim}\``;
    }),
  );
  const sum = (count: (audit: (typeof audited)[number]["audit"]) => number) =>
    audited.reduce((total, { audit }) => total + count(audit), 0);
  const mutants = sum((audit) => audit.mutants);
  const share = (count: number) => (mutants === 0 ? "0" : ((100 * count) / mutants).toFixed(1));
  const [caught, refused] = [sum((audit) => audit.caught), sum((audit) => audit.refused)];
  return [
    ...survivors,
    `Audit: ${countOf(mutants, "change")} of verified displays: ${share(caught)} % false, ` +
      `${share(refused)} % not checked, ${survivors.length} unnoticed (true as well, or the check is too weak).`,
  ].join("\n");
}
