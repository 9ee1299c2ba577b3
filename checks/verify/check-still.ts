import type { Page } from "playwright";
import type { ManifestPlace } from "../manifest.ts";
import { checkFormulas } from "./check-formulas.ts";
import { checkNumbers } from "./check-numbers.ts";
import { checkPanels } from "./check-panels.ts";
import { checkTables } from "./check-tables.ts";
import type { Outcome } from "./outcome.ts";
import { progress, since } from "./progress.ts";
import { readPage } from "./read-page.ts";
import type { Run } from "./run.ts";
import { photograph } from "./screenshot.ts";

/** A page as it is without JavaScript: numbers, their panels, formulas and the static tables of its figures. */
export async function checkStill(run: Run, address: string): Promise<Outcome[]> {
  const { site, browser, onProgress } = run;
  const start = performance.now();
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    const response = await page.goto(`${site.url}${address}`);
    const build = { route: "build" as const, subject: "the page", place: "", address };
    if (response?.ok() !== true)
      return [{ ...build, status: "failed", reason: `the page answers ${response?.status() ?? "nothing"}` }];
    const outcomes = await checkShown(run, page, build);
    onProgress?.(`${progress(address, outcomes)} ${since(start)}`);
    return await photograph(page, outcomes, run.pictures);
  } finally {
    await context.close();
  }
}

async function checkShown(
  { manifest, only }: Run,
  page: Page,
  build: Pick<Outcome, "route" | "subject" | "place" | "address">,
): Promise<Outcome[]> {
  const shown = await readPage(page);
  if (shown.digest !== manifest.digest) {
    const texts = { expected: manifest.digest, found: shown.digest };
    const reason = "the page belongs to another build than the manifest: nothing in it is verified";
    return [{ ...build, ...texts, status: "failed", reason }];
  }
  const own = <T extends ManifestPlace>(all: readonly T[]) =>
    all.filter((each) => each.page === build.address);
  const [numbers, figures] = [own(manifest.numbers), own(manifest.figures)];
  const anchors = new Set(numbers.map(({ anchor }) => anchor));
  const asked =
    only === undefined ? shown.numbers : shown.numbers.filter(({ anchor }) => anchors.has(anchor));
  return [
    { ...build, status: "passed" as const },
    ...checkNumbers(numbers, asked),
    ...checkPanels(numbers, shown.panels),
    ...(await checkFormulas(page, own(manifest.formulas), shown.formulas, manifest)),
    ...checkTables(figures, shown.tables),
  ];
}
