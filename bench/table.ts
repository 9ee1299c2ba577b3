import type { Usage } from "./measure.ts";

/** A measured step and what each of its runs used. */
export interface Row {
  readonly name: string;
  readonly usages: Usage[];
}

/**
 * A table of steps with their CPU time as a multiple of the first step's. Of several runs it shows the least and the
 * median: other work on the machine only ever adds time.
 */
export function formatTable(rows: readonly Row[]): string {
  const unit = summary(rows[0]?.usages ?? [], "cpu");
  const lines = rows.map(({ name, usages }) => {
    const cpu = summary(usages, "cpu");
    const ratio = { least: cpu.least / unit.least, median: cpu.median / unit.median };
    const wall = summary(usages, "wall");
    const memory = Math.max(...usages.map((usage) => usage.memory));
    return [
      name,
      show(ratio, usages.length, 2),
      show(cpu, usages.length, 1),
      show(wall, usages.length, 1),
      memory.toFixed(0),
    ];
  });
  return align([["", "× KaTeX", "CPU s", "wall s", "peak MiB"], ...lines]);
}

/** Where the time of a cold build goes, from what its parts cost alone. */
export function formatShares(katex: Row, compile: Row, build: Row): string {
  const costOf = ({ usages }: Row) => summary(usages, "cpu").least;
  const share = (seconds: number) => `${Math.round((100 * seconds) / costOf(build))} %`;
  const parts = [
    `KaTeX ${share(costOf(katex))}`,
    `the rest of compiling ${share(costOf(compile) - costOf(katex))}`,
    `Astro ${share(costOf(build) - costOf(compile))}`,
  ];
  return `Of the cold build: ${parts.join(", ")}.`;
}

interface Summary {
  readonly least: number;
  readonly median: number;
}

function summary(usages: readonly Usage[], key: Exclude<keyof Usage, "others">): Summary {
  const sorted = usages.map((usage) => usage[key]).sort((a, b) => a - b);
  const [below = 0, above = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { least: sorted[0] ?? 0, median: (below + above) / 2 };
}

function show({ least, median }: Summary, runs: number, digits: number): string {
  return runs === 1 ? least.toFixed(digits) : `${least.toFixed(digits)} (${median.toFixed(digits)})`;
}

/** Columns under each other: the first flush left, the others flush right. */
export function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
