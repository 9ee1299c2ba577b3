import type { Problem } from "../course/course.ts";
import type { DisplayOutcome } from "../markdown/derivations/outcome.ts";
import type { Display } from "../markdown/document.ts";

/** What displays came to; `undeclared` ones stand where no `symbols` block is in force, and are not looked at. */
export const outcomes = ["verified", "false", "definition", "marked", "unchecked", "undeclared"] as const;
export type SummaryOutcome = (typeof outcomes)[number];

/** How many displays came to what, of our own and of quoted answers. */
export interface Summary {
  readonly problems: number;
  readonly displays: Readonly<Record<SummaryOutcome, { readonly own: number; readonly quoted: number }>>;
  readonly steps: Readonly<Record<"verified" | "false" | "unchecked", number>>;
  /** Why steps are not checked, the commonest reason first. */
  readonly reasons: readonly Reason[];
  /** Numbers of the prose that were computed anew. */
  readonly quantities: number;
}

/** A reason that an author or the checker gives, and for how many displays. */
export interface Reason {
  readonly reason: string;
  readonly isMarked: boolean;
  readonly displays: number;
  /** The line of a `symbols` block that would help. */
  readonly proposal?: string;
}

/** A display of a course, and whether it is the solution's own. */
export interface CourseDisplay extends Display {
  readonly isQuoted: boolean;
}

/** The displays of some problems, but for those of notes on quoted answers. */
export function displaysOf(problems: readonly Problem[]): CourseDisplay[] {
  return problems.flatMap(({ path, compiled }) =>
    compiled.displays
      .filter(({ file }) => file.endsWith(".md"))
      .map((display) => ({ ...display, isQuoted: display.file !== path })),
  );
}

/** Sums up what the checks of some problems found. */
export function summarise(problems: readonly Problem[]): Summary {
  const displays = displaysOf(problems);
  const rows = outcomes.map((outcome) => {
    const such = displays.filter(({ check }) => summaryOutcome(check) === outcome);
    const quoted = such.filter(({ isQuoted }) => isQuoted).length;
    return [outcome, { own: such.length - quoted, quoted }] as const;
  });
  const steps = displays.flatMap(({ check }) => check?.steps ?? []);
  const count = (outcome: string) => steps.filter((step) => step.outcome === outcome).length;
  return {
    problems: problems.length,
    displays: Object.fromEntries(rows) as Summary["displays"],
    steps: { verified: count("verified"), false: count("false"), unchecked: count("unchecked") },
    reasons: reasonsOf(displays),
    quantities: problems.flatMap(({ compiled }) => compiled.quantities).length,
  };
}

function summaryOutcome(check: DisplayOutcome | undefined): SummaryOutcome {
  if (check === undefined) return "undeclared";
  return check.outcome === "unchecked" && check.excuse !== undefined ? "marked" : check.outcome;
}

function reasonsOf(displays: readonly CourseDisplay[]): Reason[] {
  const found = displays.flatMap(({ check }, index) => whyNot(check).map((why) => ({ ...why, index })));
  const groups = Map.groupBy(found, ({ reason, isMarked }) => `${isMarked} ${reason}`);
  const reasons = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { index: _, ...why } = first;
    return [{ ...why, displays: new Set(group.map(({ index }) => index)).size }];
  });
  return reasons.sort((a, b) => b.displays - a.displays || (a.reason < b.reason ? -1 : 1));
}

function whyNot(check: DisplayOutcome | undefined): Omit<Reason, "displays">[] {
  if (check?.outcome !== "unchecked") return [];
  if (check.excuse !== undefined) return [{ reason: check.excuse, isMarked: true }];
  return check.steps.flatMap(({ outcome, reason, proposal }) => {
    if (outcome !== "unchecked" || reason === undefined) return [];
    return [{ reason, isMarked: false, ...(proposal === undefined ? {} : { proposal }) }];
  });
}
