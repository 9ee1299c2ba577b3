import type { Page } from "playwright";
import type { ManifestExperiment, ManifestFigure, ManifestNumber } from "../manifest.ts";
import { checkAccelerated } from "./check-accelerated.ts";
import { allOf, checkPlain } from "./check-live.ts";
import { wakeFigure } from "./figure-driver.ts";
import { backends, type Outcome } from "./outcome.ts";
import { firstLine, progress, since } from "./progress.ts";
import type { Run } from "./run.ts";
import { photograph } from "./screenshot.ts";

/** The numbers of the prose that one experiment computes. */
export interface Quoted {
  readonly name: string;
  readonly numbers: readonly ManifestNumber[];
}

/**
 * All states of one experiment that the prose quotes, on one page that shows its figure: on the first number's own
 * page, if it does, else on the page that the number's panel leads to. `strangers` are pages of another build.
 */
export async function checkExperiment(
  run: Run,
  quoted: Quoted,
  strangers: ReadonlySet<string>,
): Promise<Outcome[]> {
  const { site, browser } = run;
  const { name, numbers } = quoted;
  // the whole manifest: a figure may stand on a page that was not asked for
  const places = site.manifest.figures.filter((figure) => figure.experiment === name);
  const place = places.find(({ page }) => page === numbers[0]?.page) ?? places[0];
  const experiment = site.manifest.experiments[name];
  if (place === undefined || experiment === undefined)
    return notRun(run, numbers, "no page of the site shows this experiment’s figure");
  if (strangers.has(place.page)) return notRun(run, numbers, "the figure’s page belongs to another build");
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block",
  });
  try {
    return await checkLive(run, quoted, { page: await context.newPage(), place, experiment });
  } finally {
    await context.close();
  }
}

function notRun({ backends: asked = backends }: Run, numbers: readonly ManifestNumber[], reason: string) {
  return asked.flatMap((route) => allOf(numbers, { route, status: "not run", reason }));
}

async function checkLive(
  { site, backends: asked = backends, sample, pictures, onProgress }: Run,
  { name, numbers }: Quoted,
  at: { readonly page: Page; readonly place: ManifestFigure; readonly experiment: ManifestExperiment },
): Promise<Outcome[]> {
  const { page, place, experiment } = at;
  await page.goto(`${site.url}${place.page}`);
  const driver = await wakeFigure(page, name, experiment);
  if ("refusal" in driver) {
    const { refusal: reason } = driver;
    const failed = asked.flatMap((route) => allOf(numbers, { route, status: "failed", reason }));
    return photograph(page, failed, pictures);
  }
  const outcomes: Outcome[] = [];
  for (const backend of asked) {
    const start = performance.now();
    const most = typeof sample === "number" ? sample : sample?.[backend];
    const shared = { driver, experiment, numbers, sample: most };
    const checking = backend === "plain" ? checkPlain(shared) : checkAccelerated(backend, shared);
    // a control that cannot be reached, or a page that has crashed, is a failure of what was to be checked
    const found = await checking.catch((error: unknown) =>
      allOf(numbers, { route: backend, status: "failed", reason: firstLine(error) }),
    );
    onProgress?.(`${progress(`${name} on ${backend}`, found)} ${since(start)}`);
    outcomes.push(...(await photograph(page, found, pictures)));
  }
  return outcomes;
}
