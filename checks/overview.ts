import { type Manifest, type ManifestFormula, type ManifestNumber, plainReason } from "./manifest.ts";
import { type RecordedRoutes, recordKey, type VerificationRecord } from "./record.ts";

/** One claim of the course on the page “What was checked”. */
export interface CheckRow {
  readonly text: string;
  /** By what it was confirmed, or why it was not. */
  readonly words: string;
  /** Address of the page, relative to the base, and the anchor in it. */
  readonly page: string;
  readonly anchor: string;
  readonly isFormula?: true;
}

/** One route: how many claims it has confirmed, how many not, and why not. */
export interface RouteCount {
  readonly name: string;
  readonly checked: number;
  readonly unchecked: number;
  readonly reasons: readonly string[];
}

/** What the page “What was checked” shows: as much of what was not checked as of what was. */
export interface Overview {
  readonly routes: readonly RouteCount[];
  readonly checked: readonly CheckRow[];
  readonly unchecked: readonly CheckRow[];
}

const unrecorded = "no browser’s confirmation of this text and this code is recorded";
const unnamed = "no equation is named that has the same value";
const backends = [
  ["cpu", "tf.js on the CPU"],
  ["webgl", "tf.js on WebGL"],
  ["webgpu", "tf.js on WebGPU"],
] as const;

/** The overview of a site's manifest and of what a browser has confirmed of it. */
export function overviewOf(manifest: Manifest, record: VerificationRecord | undefined): Overview {
  const { numbers, formulas, exceptions } = manifest;
  const routesOf = (number: ManifestNumber): RecordedRoutes => {
    const code = manifest.experiments[number.experiment]?.code ?? "";
    return record?.numbers[recordKey(number, code)] ?? {};
  };
  const without = (route: string) => (number: ManifestNumber) =>
    route in routesOf(number) ? undefined : unrecorded;
  const accelerated = numbers.filter((number) => plain(manifest, number) === undefined);
  const tensors = backends.map(([route, name]) =>
    count(`of these, confirmed by ${name}, as recorded`, accelerated.map(without(route))),
  );
  const looked = formulas.filter(({ outcome }) => outcome !== "definition");
  return {
    routes: [
      count("numbers recomputed by their experiment", numbers.map(nothing)),
      count("numbers confirmed by an equation of the page too", numbers.map(withoutFormula)),
      count("numbers confirmed by the live figure in a browser, as recorded", numbers.map(without("plain"))),
      count(
        "numbers that tf.js computes too",
        numbers.map((number) => plain(manifest, number)),
      ),
      ...tensors,
      count("displays of which each step was checked numerically", looked.map(whyUnchecked)),
    ],
    checked: [
      ...numbers.map((number) => numberRow(number, confirmations(number, routesOf(number)))),
      ...formulas.flatMap((formula) =>
        formula.outcome === "verified" ? [formulaRow(formula, "each step checked numerically")] : [],
      ),
    ],
    unchecked: [
      ...exceptions.map(({ rule, reason, page }) => ({ text: rule, words: reason, page, anchor: "" })),
      ...looked.flatMap((formula) => {
        const why = whyUnchecked(formula);
        return why === undefined ? [] : [formulaRow(formula, why)];
      }),
      ...numbers.flatMap((number) => {
        const why = plain(manifest, number);
        const words = why && `not computed by tf.js: ${why}`;
        const reasons = [withoutFormula(number), without("plain")(number), words];
        const own = reasons.filter((reason) => reason !== undefined);
        return own.length === 0 ? [] : [numberRow(number, own.join("; "))];
      }),
    ],
  };
}

function nothing(): undefined {
  return undefined;
}

/** Counts the claims, each given as the reason why it was not checked, or undefined; with the reasons, oftenest first. */
function count(name: string, whys: readonly (string | undefined)[]): RouteCount {
  const reasons = Map.groupBy(
    whys.filter((why) => why !== undefined),
    (why) => why,
  );
  const sorted = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  const unchecked = sorted.reduce((sum, [, own]) => sum + own.length, 0);
  return {
    name,
    checked: whys.length - unchecked,
    unchecked,
    reasons: sorted.map(([reason, { length }]) => `${reason} (${length})`),
  };
}

function plain({ experiments }: Manifest, { experiment, quantity }: ManifestNumber): string | undefined {
  const declared = experiments[experiment];
  return declared && plainReason(declared, quantity);
}

function withoutFormula({ formula }: ManifestNumber): string | undefined {
  return formula === undefined ? unnamed : undefined;
}

function confirmations({ experiment, quantity, formula }: ManifestNumber, recorded: RecordedRoutes): string {
  const routes = Object.keys(recorded);
  const words = [
    `${experiment}/${quantity}`,
    ...(formula === undefined ? [] : [formula.label]),
    ...(routes.length === 0 ? [] : [`in a browser: ${routes.join(", ")}`]),
  ];
  return words.join("; ");
}

function numberRow({ text, page, anchor }: ManifestNumber, words: string): CheckRow {
  return { text, words, page, anchor };
}

function formulaRow({ tex, page, part = "", file, line }: ManifestFormula, words: string): CheckRow {
  const text = tex.replace(/\s+/g, " ").trim();
  return { text, words: `${words} (${file}:${line})`, page, anchor: part, isFormula: true };
}

/** Why a display was not checked; undefined where each of its steps was. */
function whyUnchecked({ outcome, steps, excuse }: ManifestFormula): string | undefined {
  if (outcome === "verified" || outcome === "definition") return undefined;
  if (excuse !== undefined) return excuse;
  if (outcome === "unread") return "nothing above it declares what its letters mean";
  if (outcome === "false") return "a step is false";
  const reasons = new Set(steps.flatMap(({ reason }) => reason ?? []));
  return reasons.size === 0 ? "not checked" : [...reasons].join("; ");
}
