import type { Manifest, ManifestFormula, ManifestNumber } from "./manifest.ts";
import { recordKey, type VerificationRecord } from "./record.ts";

/** One claim of the course on the page “What was checked”. */
export interface CheckRow {
  readonly text: string;
  /** By what it was confirmed, or why it was not. */
  readonly words: string;
  /** Address of the page, relative to the base, and the anchor in it. */
  readonly page: string;
  readonly anchor: string;
}

/** How many things there are of a kind, and of them how many were checked in a way. */
export interface CheckCount {
  readonly name: string;
  readonly count: number;
}

/** What the page “What was checked” shows: as much of what was not checked as of what was. */
export interface Overview {
  readonly counts: readonly CheckCount[];
  readonly checked: readonly CheckRow[];
  readonly unchecked: readonly CheckRow[];
}

/** The overview of a site's manifest and of what a browser has confirmed of it. */
export function overviewOf(manifest: Manifest, record: VerificationRecord | undefined): Overview {
  const { numbers, formulas } = manifest;
  const routesOf = (number: ManifestNumber) => {
    const code = manifest.experiments[number.experiment]?.code ?? "";
    return record?.numbers[recordKey(number, code)] ?? [];
  };
  const verified = formulas.filter(({ outcome }) => outcome === "verified");
  const rest = formulas.filter(({ outcome }) => outcome !== "verified" && outcome !== "definition");
  const confirmed = numbers.filter((number) => routesOf(number).includes("plain"));
  const accelerated = (number: ManifestNumber) =>
    routesOf(number).some((route) => /^(?:cpu|webg)/.test(route));
  return {
    counts: [
      { name: "numbers of the prose, recomputed by the build", count: numbers.length },
      { name: "of them confirmed by a formula of the page too", count: numbers.filter(hasFormula).length },
      { name: "of them confirmed by a live figure in a browser, as recorded", count: confirmed.length },
      { name: "of them confirmed by tf.js too", count: numbers.filter(accelerated).length },
      { name: "displays whose steps were all checked numerically", count: verified.length },
      { name: "displays that only define", count: formulas.length - verified.length - rest.length },
      { name: "displays not checked", count: rest.length },
    ],
    checked: [
      ...numbers.map((number) => numberRow(number, routesOf(number))),
      ...verified.map((formula) => formulaRow(formula, "each step checked numerically")),
    ],
    unchecked: [
      ...manifest.exceptions.map(({ rule, reason, page }) => ({
        text: rule,
        words: reason,
        page,
        anchor: "",
      })),
      ...rest.map((formula) => formulaRow(formula, whyNot(formula))),
      ...numbers
        .filter((number) => routesOf(number).length === 0)
        .map((number) => ({
          ...numberRow(number, []),
          words:
            "recomputed by the build only: no browser’s confirmation of this text and this code is recorded",
        })),
    ],
  };
}

function hasFormula({ confirmed }: ManifestNumber): boolean {
  return confirmed.includes("derivation");
}

function numberRow(number: ManifestNumber, recorded: readonly string[]): CheckRow {
  const { text, experiment, quantity, page, anchor, formula } = number;
  const routes = [
    `${experiment}/${quantity}`,
    ...(formula === undefined ? [] : [formula.label]),
    ...(recorded.length === 0 ? [] : [`in a browser: ${recorded.join(", ")}`]),
  ];
  return { text, words: routes.join("; "), page, anchor };
}

function formulaRow({ tex, page, file, line }: ManifestFormula, words: string): CheckRow {
  return { text: tex.replace(/\s+/g, " "), words: `${words} (${file}:${line})`, page, anchor: "" };
}

function whyNot({ outcome, steps, excuse }: ManifestFormula & { readonly excuse?: string }): string {
  if (excuse !== undefined) return excuse;
  if (outcome === "unread") return "nothing above it declares what its letters mean";
  if (outcome === "false") return "a step is false";
  const reasons = new Set(steps.flatMap(({ reason }) => reason ?? []));
  return reasons.size === 0 ? "not checked" : [...reasons].join("; ");
}
