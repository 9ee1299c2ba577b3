import type { Browser } from "playwright";
import { checkExperiment } from "./check-experiment.ts";
import { checkStill } from "./check-still.ts";
import type { Outcome } from "./outcome.ts";
import { VerifyRefusal } from "./refusal.ts";
import { inTurn, type Run, type VerifyOptions } from "./run.ts";
import { pagesOf, select } from "./select.ts";
import type { OpenSite } from "./site.ts";

/**
 * Checks every claim of a site's manifest in its pages, in a real browser: first each page as it is without
 * JavaScript, then its live figures at every state that the prose quotes, on every backend. Nothing is skipped
 * silently: what could not be checked is an outcome too. Outcomes have the manifest's order, whatever was done first.
 * Throws a refusal where nothing is of what was asked for.
 */
export async function verify(
  site: OpenSite,
  browser: Browser,
  options: VerifyOptions = {},
): Promise<Outcome[]> {
  const { jobs = 2, only, backends } = options;
  const manifest = select(site.manifest, only);
  if (only !== undefined && pagesOf(manifest).size === 0)
    throw new VerifyRefusal(`no place, page or experiment of this site holds \`${only}\``);
  const run: Run = { ...options, site, manifest, browser };
  const still = await inTurn(pagesOf(manifest), jobs, async (address) => {
    return { address, outcomes: await checkStill(run, address) };
  });
  const strangers = still.filter(({ outcomes }) => outcomes.some(isStrange)).map(({ address }) => address);
  // where nothing is to compute, no figure is opened
  const quoted = backends?.length === 0 ? [] : manifest.numbers;
  const byExperiment = Map.groupBy(quoted, ({ experiment }) => experiment);
  const live = await inTurn(byExperiment, jobs, ([name, numbers]) =>
    checkExperiment(run, { name, numbers }, new Set(strangers)),
  );
  return [...still.map(({ outcomes }) => outcomes), ...live].flat();
}

function isStrange({ route, status }: Outcome): boolean {
  return route === "build" && status === "failed";
}
