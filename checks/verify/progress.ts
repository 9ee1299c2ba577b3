import type { Outcome } from "./outcome.ts";

/** “homework/problem-2/: 140 passed, 1 failed”, and, where only one thing can be said of all, why it was not run. */
export function progress(what: string, outcomes: readonly Outcome[]): string {
  const words = (["passed", "failed", "not run"] as const).flatMap((status) => {
    const count = outcomes.filter((each) => each.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const [first] = outcomes.filter(({ status }) => status === "not run");
  const why = words.length === 1 && first?.reason !== undefined ? ` (${first.reason})` : "";
  return `${what}: ${words.join(", ") || "nothing to check"}${why}`;
}

/** “in 2.1 s”. */
export function since(start: number): string {
  return `in ${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** The first line of an error's words. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
