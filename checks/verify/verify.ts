import type { Browser } from "playwright";
import type { Manifest, ManifestNumber, ManifestPlace } from "../manifest.ts";
import { checkFormulas } from "./check-formulas.ts";
import { allOf, checkAccelerated, checkPlain } from "./check-live.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkTables } from "./check-tables.ts";
import { FigureDriver } from "./figure-driver.ts";
import { type Backend, backends, type Outcome } from "./outcome.ts";
import { readPage, unfold } from "./read-page.ts";
import { photograph } from "./screenshot.ts";
import type { OpenSite } from "./site.ts";

/** What is verified, and what is told of it. */
export interface VerifyOptions {
  readonly backends?: readonly Backend[];
  /** Only claims whose place, page or experiment holds this text. */
  readonly only?: string;
  /** How many states of an experiment are computed on each backend of tf.js, at most; absent: all. */
  readonly sample?: number;
  /** A folder for pictures of failures. */
  readonly pictures?: string;
  readonly onProgress?: (line: string) => void;
}

/** What a run of `verify` works with. */
interface Run extends VerifyOptions {
  readonly site: OpenSite;
  readonly manifest: Manifest;
  readonly browser: Browser;
}

/**
 * Checks every claim of a site's manifest in its pages, in a real browser: first each page as it is without
 * JavaScript, then its live figures at every state that the prose quotes, on every backend. Nothing is skipped
 * silently: what could not be checked is an outcome too.
 */
export async function verify(
  site: OpenSite,
  browser: Browser,
  options: VerifyOptions = {},
): Promise<Outcome[]> {
  const manifest = select(site.manifest, options.only);
  const run: Run = { ...options, site, manifest, browser };
  const places: readonly ManifestPlace[] = [...manifest.numbers, ...manifest.formulas, ...manifest.figures];
  const outcomes: Outcome[] = [];
  const strangers = new Set<string>();
  for (const address of new Set(places.map(({ page }) => page))) {
    const found = await checkStill(run, address);
    if (found.some(({ route, status }) => route === "build" && status === "failed")) strangers.add(address);
    outcomes.push(...found);
  }
  for (const [experiment, numbers] of Map.groupBy(manifest.numbers, (number) => number.experiment)) {
    outcomes.push(...(await checkExperiment(run, experiment, numbers, strangers)));
  }
  return outcomes;
}

/** The part of a manifest that was asked for. */
function select(manifest: Manifest, only: string | undefined): Manifest {
  if (only === undefined) return manifest;
  const isMeant = ({ file, line, column, page, ...rest }: ManifestPlace & { readonly experiment?: string }) =>
    `${file}:${line}:${column} ${page} ${rest.experiment ?? ""}`.includes(only);
  return {
    ...manifest,
    numbers: manifest.numbers.filter(isMeant),
    formulas: manifest.formulas.filter(isMeant),
    figures: manifest.figures.filter(isMeant),
  };
}

/** A page as it is without JavaScript: numbers, formulas and the static tables of its figures. */
async function checkStill(run: Run, address: string): Promise<Outcome[]> {
  const { site, manifest, browser, only, onProgress } = run;
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const response = await page.goto(`${site.url}${address}`);
    const build = { route: "build" as const, subject: "the page", place: "", address };
    if (response?.ok() !== true)
      return [{ ...build, status: "failed", reason: `the page answers ${response?.status() ?? "nothing"}` }];
    const shown = await readPage(page);
    if (shown.digest !== manifest.digest) {
      const texts = { expected: manifest.digest, found: shown.digest };
      const reason = "the page belongs to another build than the manifest: nothing in it is verified";
      return [{ ...build, ...texts, status: "failed", reason }];
    }
    const own = <T extends ManifestPlace>(all: readonly T[]) => all.filter((each) => each.page === address);
    const anchors = new Set(own(manifest.numbers).map(({ anchor }) => anchor));
    const numbers =
      only === undefined ? shown.numbers : shown.numbers.filter(({ anchor }) => anchors.has(anchor));
    const outcomes = [
      { ...build, status: "passed" as const },
      ...checkNumbers(own(manifest.numbers), numbers),
      ...(await checkFormulas(page, own(manifest.formulas), shown.formulas, manifest)),
      ...checkTables(own(manifest.figures), shown.tables),
    ];
    onProgress?.(progress(address, outcomes));
    return await photograph(page, outcomes, run.pictures);
  } finally {
    await context.close();
  }
}

/** All states of one experiment that the prose quotes, on a page that shows its figure. */
async function checkExperiment(
  run: Run,
  name: string,
  numbers: readonly ManifestNumber[],
  strangers: ReadonlySet<string>,
): Promise<Outcome[]> {
  const { site, browser, onProgress } = run;
  const asked = run.backends ?? backends;
  // the whole manifest: a figure may stand on a page that was not asked for
  const places = site.manifest.figures.filter(({ experiment }) => experiment === name);
  const place = places.find(({ page }) => page === numbers[0]?.page) ?? places[0];
  const experiment = site.manifest.experiments[name];
  const not = (reason: string, status: "not run" | "failed" = "not run") =>
    asked.flatMap((route) => allOf(numbers, { route, status, reason }));
  if (place === undefined || experiment === undefined)
    return not("no page of the site shows this experiment’s figure");
  if (strangers.has(place.page)) return not("the figure’s page belongs to another build");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}${place.page}`);
    await unfold(page);
    const driver = new FigureDriver(page, name, experiment);
    const asleep = await driver.wake();
    if (asleep !== undefined) return await photograph(page, not(asleep, "failed"), run.pictures);
    const outcomes: Outcome[] = [];
    for (const backend of asked) {
      const shared = { driver, experiment, numbers, sample: run.sample, onState: () => {} };
      const checking = backend === "plain" ? checkPlain(shared) : checkAccelerated(backend, shared);
      // a control that cannot be reached, or a page that has crashed, is a failure of what was to be checked
      const found = await checking.catch((error: unknown) =>
        allOf(numbers, { route: backend, status: "failed", reason: firstLine(error) }),
      );
      onProgress?.(progress(`${name} on ${backend}`, found));
      outcomes.push(...(await photograph(page, found, run.pictures)));
    }
    return outcomes;
  } finally {
    await context.close();
  }
}

/** “homework/problem-2/: 140 passed, 1 failed”. */
function progress(what: string, outcomes: readonly Outcome[]): string {
  const words = (["passed", "failed", "not run"] as const).flatMap((status) => {
    const count = outcomes.filter((each) => each.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  });
  const [first] = outcomes.filter(({ status }) => status === "not run");
  const why = words.length === 1 && first?.reason !== undefined ? ` (${first.reason})` : "";
  return `${what}: ${words.join(", ") || "nothing to check"}${why}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
