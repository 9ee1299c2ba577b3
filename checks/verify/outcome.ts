/**
 * By which route a claim was checked:
 * `build` the page belongs to the manifest; `text` what a reader reads is what was typed; `value` the value that the
 * page carries is the computed one; `panel` the panel of a number opens and says what was computed; `formula` a formula's visible text and its MathML are those of the TeX that was
 * checked; `table` a figure's static table; `plain` the live figure in double precision; `derivation` the formula that
 * a number equals, against the live figure; `webgpu`, `webgl`, `cpu` the live figure in tf.js.
 */
export const routes = [
  "build",
  "text",
  "value",
  "panel",
  "formula",
  "table",
  "plain",
  "derivation",
  "webgpu",
  "webgl",
  "cpu",
] as const;
export type Route = (typeof routes)[number];

/** What in a browser computes a live figure. */
export const backends = ["plain", "cpu", "webgl", "webgpu"] as const;
export type Backend = (typeof backends)[number];

/** One claim, checked by one route, or the reason why it was not. */
export interface Outcome {
  readonly route: Route;
  readonly status: "passed" | "failed" | "not run";
  /** The claim in words: “0.693, uniform-divergence/forward”. */
  readonly subject: string;
  /** `file:line:column` of the author's text. */
  readonly place: string;
  /** Page and anchor, relative to the site's base. */
  readonly address: string;
  readonly expected?: string;
  readonly found?: string;
  /** How far `found` may be from `expected`. */
  readonly tolerance?: number;
  /** Why it failed or did not run, in words. */
  readonly reason?: string;
  /** The device that a backend ran on, as the browser names it. */
  readonly device?: string;
  /** The picture of a failure: a file beside the report. */
  readonly screenshot?: string;
}

/** What a claim is and where it stands: what all its outcomes share. */
export type Claim = Pick<Outcome, "subject" | "place" | "address">;

/** How many outcomes of a route have each status. */
export type Counts = Readonly<Record<Outcome["status"], number>>;

/** Counts by route, in the order of the routes; a route that nothing was checked by is left out. */
export function countByRoute(outcomes: readonly Outcome[]): ReadonlyMap<Route, Counts> {
  const count = (own: readonly Outcome[], status: Outcome["status"]) =>
    own.filter((each) => each.status === status).length;
  const groups = Map.groupBy(outcomes, ({ route }) => route);
  return new Map(
    routes.flatMap((route) => {
      const own = groups.get(route);
      if (own === undefined) return [];
      const counts = {
        passed: count(own, "passed"),
        failed: count(own, "failed"),
        "not run": count(own, "not run"),
      };
      return [[route, counts] as const];
    }),
  );
}
